import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ForumAccess } from '../forum/forum-access.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import type { Localized } from '../kernel/localized.js';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.js';
import type { Reader } from '../platform/http/reader.js';
import { mayDecideFates, maySeeAppeal } from './appeal.abilities.js';
import type { ContributionKind, DecideFates, Fate, FateView } from './appeal.contract.js';
import type { FatesQuery } from './appeal.dto.js';
import { Appeal } from './appeal.entity.js';
import { isOut } from './appeal.states.js';
import { AppealEdits } from './appeal-edits.js';
import { CONTRIBUTIONS } from './contributions.js';

/** What a contribution has that came after the compile: nobody has proposed anything for it. */
const LATE = { fate: 'deferred', reason: 'came-later' } as const;

@Injectable()
export class Fates {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: ForumAccess,
    private readonly edits: AppealEdits,
  ) {}

  /** The fate of every contribution, in the order in which they came. One query a page. */
  async list(
    reader: Reader,
    appealId: string,
    { fate, confirmed, cursor, limit }: FatesQuery,
  ): Promise<Page<FateView>> {
    const appeal = await this.db.manager.findOneBy(Appeal, { id: appealId });
    const standing = appeal && (await this.access.standing(reader, appeal.forumId));
    if (!appeal || !standing || !maySeeAppeal(standing, appeal))
      throw refuse(KERNEL_ERRORS, 'object.missing');
    const [afterKind, afterId] = cursor ? decodeCursor(cursor, 2) : ['', null];
    const rows: Row[] = await this.db.query(
      `SELECT * FROM (
         SELECT c.kind, c.id, c.thread_id AS "threadId", c.title, c.lang, city.name AS "cityName",
                coalesce(f.fate, '${LATE.fate}') AS fate, coalesce(f.reason, '${LATE.reason}') AS reason,
                f.confirmed_at IS NOT NULL AS confirmed
           FROM (${CONTRIBUTIONS}) c
           ${isOut(appeal.state) ? 'JOIN' : 'LEFT JOIN'} fate f
             ON f.appeal_id = $1 AND f.contribution_kind = c.kind AND f.contribution_id = c.id
           LEFT JOIN city ON city.id = c.city_id
          WHERE c.forum_id = $2) AS row
        WHERE ($3::text IS NULL OR fate = $3) AND ($4::boolean IS NULL OR confirmed = $4)
          AND ($6::uuid IS NULL OR (kind, id) > ($5, $6))
        ORDER BY kind, id LIMIT $7`,
      [appealId, appeal.forumId, fate ?? null, confirmed ?? null, afterKind, afterId, limit + 1],
    );
    return toPage(rows, limit, presentFate, ({ kind, id }) => [kind, id]);
  }

  /** Decides the fates that are named; where none is, confirms everything that the compile proposed. */
  decide(reader: Reader, appealId: string, { items }: DecideFates): Promise<void> {
    return this.edits.edit(
      reader,
      appealId,
      'fates.decided',
      async (em, appeal, { participant }) => {
        await addLate(em, appeal);
        const by = { confirmedById: participant.id, confirmedAt: this.clock.now() };
        if (!items) {
          await em.query(
            `UPDATE fate SET confirmed_by_id = $2, confirmed_at = $3
            WHERE appeal_id = $1 AND confirmed_at IS NULL`,
            [appealId, by.confirmedById, by.confirmedAt],
          );
          return;
        }
        const [, decided]: [unknown, number] = await em.query(
          `UPDATE fate f SET fate = i.fate, reason = i.reason, confirmed_by_id = $2, confirmed_at = $3
           FROM jsonb_to_recordset($4) AS i (kind text, id uuid, fate text, reason text)
          WHERE f.appeal_id = $1 AND f.contribution_kind = i.kind AND f.contribution_id = i.id
          RETURNING f.contribution_id`,
          [appealId, by.confirmedById, by.confirmedAt, JSON.stringify(items.map(flat))],
        );
        if (decided !== items.length) throw refuse(KERNEL_ERRORS, 'object.missing');
      },
      mayDecideFates,
    );
  }
}

interface Row {
  kind: ContributionKind;
  id: string;
  threadId: string | null;
  title: string;
  lang: string;
  cityName: Localized | null;
  fate: Fate;
  reason: string;
  confirmed: boolean;
}

function presentFate({ kind, id, ...rest }: Row): FateView {
  return {
    contribution: { kind, id },
    threadId: rest.threadId,
    title: rest.title,
    lang: rest.lang,
    cityName: rest.cityName,
    fate: rest.fate,
    reason: rest.reason,
    confirmed: rest.confirmed,
  };
}

const flat = ({ contribution, fate, reason }: NonNullable<DecideFates['items']>[number]) => ({
  ...contribution,
  fate,
  reason,
});

async function addLate(em: EntityManager, { id, forumId }: Appeal): Promise<void> {
  await em.query(
    `INSERT INTO fate (appeal_id, contribution_kind, contribution_id, fate, reason)
     SELECT $1, c.kind, c.id, $3, $4 FROM (${CONTRIBUTIONS}) c WHERE c.forum_id = $2
     ON CONFLICT DO NOTHING`,
    [id, forumId, LATE.fate, LATE.reason],
  );
}
