import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { mayCreateCity } from '../identity/identity.abilities.js';
import { Seats } from '../identity/seats.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.js';
import { brokenReference, brokenUnique } from '../platform/database/conflicts.js';
import { Events } from '../platform/events/events.service.js';
import type { PageQuery } from '../platform/http/page.dto.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { City } from './city.entity.js';
import { type CreateTwinning, FORUM_ERRORS, type TwinningView } from './forum.contract.js';
import { presentTwinning } from './forum.presenter.js';
import { Twinning } from './twinning.entity.js';

/** Agreements between cities. */
@Injectable()
export class Twinnings {
  constructor(
    private readonly db: DataSource,
    private readonly events: Events,
    private readonly seats: Seats,
  ) {}

  /** The latest entered first; two queries a page. */
  async list({ cursor, limit }: PageQuery): Promise<Page<TwinningView>> {
    const query = this.db
      .createQueryBuilder(Twinning, 't')
      .orderBy('t.id', 'DESC')
      .limit(limit + 1);
    if (cursor) query.where('t.id < :id', { id: decodeCursor(cursor, 1)[0] });
    const rows = await query.getMany();
    const cities = await this.citiesOf(rows);
    return toPage(
      rows,
      limit,
      (twinning) => presentTwinning(twinning, cities),
      ({ id }) => [id],
    );
  }

  async addTwinning(reader: Reader, { cityIds, kind, agreedOn }: CreateTwinning): Promise<TwinningView> {
    const account = accountOf(reader);
    permit(mayCreateCity(reader, await this.seats.of(account.id)), reader);
    // The lower id first, as the table wants it: the pair stands once, whoever enters it.
    const [cityAId, cityBId] = [...cityIds].map((id) => id.toLowerCase()).sort() as [string, string];
    const twinning: Twinning = { id: newId(), cityAId, cityBId, kind, agreedOn: agreedOn ?? null };
    try {
      await this.db.transaction(async (em) => {
        await em.insert(Twinning, twinning);
        await this.events.append(em, {
          forumId: null,
          type: 'twinning.added',
          subject: { kind: 'twinning', id: twinning.id },
          actorId: account.id,
        });
      });
    } catch (error) {
      if (brokenUnique(error) !== null) throw refuse(FORUM_ERRORS, 'twinning.known');
      if (brokenReference(error) !== null) throw refuse(KERNEL_ERRORS, 'object.missing');
      throw error;
    }
    return presentTwinning(twinning, await this.citiesOf([twinning]));
  }

  private async citiesOf(twinnings: readonly Twinning[]): Promise<ReadonlyMap<string, City>> {
    const ids = [...new Set(twinnings.flatMap(({ cityAId, cityBId }) => [cityAId, cityBId]))];
    const cities = await this.db.manager.findBy(City, { id: In(ids) });
    return new Map(cities.map((city) => [city.id, city]));
  }
}
