import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mayCreateCity } from '../identity/identity.abilities.js';
import { Seats } from '../identity/seats.js';
import { Clock } from '../kernel/clock.js';
import { refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.js';
import { brokenUnique } from '../platform/database/conflicts.js';
import { Events } from '../platform/events/events.service.js';
import type { SearchQuery } from '../platform/http/page.dto.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { City } from './city.entity.js';
import { type CityView, type CreateCity, FORUM_ERRORS } from './forum.contract.js';
import { presentCity } from './forum.presenter.js';

/** Five decimals are about a metre. */
const DECIMALS = 5;

/** The cities that all forums share. */
@Injectable()
export class Cities {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly seats: Seats,
  ) {}

  /** By English name; `q` finds a part of the name in any of the three languages, whatever its accents. */
  async list({ q = '', cursor, limit }: SearchQuery): Promise<Page<CityView>> {
    const [name, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows: City[] = await this.db.query(
      `SELECT id, name, country, latitude, longitude
         FROM city
        WHERE position(unaccent(lower($1)) IN unaccent(lower(concat_ws(' ', name->>'ar', name->>'fr', name->>'en')))) > 0
          AND ($2::text IS NULL OR (name->>'en', id) > ($2, $3::uuid))
        ORDER BY name->>'en', id
        LIMIT $4`,
      [q.trim(), name, id, limit + 1],
    );
    return toPage(rows, limit, presentCity, (city) => [city.name.en, city.id]);
  }

  /** Adds a city. `city.known` if there is one of this name at this place, or with this GeoNames number. */
  async addCity(reader: Reader, wanted: CreateCity): Promise<CityView> {
    const account = accountOf(reader);
    permit(mayCreateCity(reader, await this.seats.of(account.id)), reader);
    const city: City = {
      id: newId(),
      name: wanted.name,
      country: wanted.country ?? null,
      latitude: wanted.latitude.toFixed(DECIMALS),
      longitude: wanted.longitude.toFixed(DECIMALS),
      geonamesId: wanted.geonamesId ?? null,
      createdAt: this.clock.now(),
    };
    try {
      await this.db.transaction(async (em) => {
        await em.insert(City, city);
        await this.events.append(em, {
          forumId: null,
          type: 'city.added',
          subject: { kind: 'city', id: city.id },
          actorId: account.id,
        });
      });
    } catch (error) {
      if (brokenUnique(error) !== null) throw refuse(FORUM_ERRORS, 'city.known');
      throw error;
    }
    return presentCity(city);
  }
}
