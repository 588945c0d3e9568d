import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { Localized } from '../kernel/localized.js';
import { groupBy } from '../text/lists.js';
import { readObstacles } from './adoption/obstacles.js';
import { readText } from './adoption/read-text.js';
import { textHash } from './adoption/text-hash.js';
import type { CoverageView, DiscussedTopicView, Obstacle } from './appeal.contract.js';
import type { Appeal } from './appeal.entity.js';
import { isOut } from './appeal.states.js';
import type { Clause } from './clause.entity.js';
import { CONTRIBUTIONS } from './contributions.js';
import { readCoverage } from './coverage.js';
import { readDiscussed } from './discussed.js';
import { type OpenSuggestion, openSuggestions } from './open-suggestions.js';
import { Source } from './source.entity.js';

/** A source with what is told of its contribution beside it. */
export interface CitedSource extends Source {
  readonly cityId: string | null;
  readonly cityName: Localized | null;
  readonly threadId: string | null;
}

/** What stands around an appeal's row: thirteen queries at most, however long it is. */
export interface Around {
  readonly clauses: readonly Clause[];
  readonly sources: ReadonlyMap<string, readonly CitedSource[]>;
  readonly coverage: CoverageView;
  readonly discussed: readonly DiscussedTopicView[];
  readonly suggestions: readonly OpenSuggestion[];
  readonly textHash: string;
  /** The poll whose round adopted it; null while none did. */
  readonly adoptedBy: string | null;
  readonly missing: readonly Obstacle[];
}

@Injectable()
export class AppealFacts {
  constructor(private readonly db: DataSource) {}

  async of(appeal: Appeal, em: EntityManager = this.db.manager): Promise<Around> {
    const { rows: clauses, ...text } = await readText(em, appeal);
    const hash = textHash(text);
    const sources = await this.sourcesOf(clauses, em);
    return {
      clauses,
      sources,
      coverage: await readCoverage(em, appeal, sources),
      discussed: await readDiscussed(em, appeal.id),
      suggestions: await openSuggestions(em, appeal.id),
      textHash: hash,
      adoptedBy: await pollOfRound(em, appeal.adoptedRoundId),
      missing: isOut(appeal.state) ? [] : await readObstacles(em, appeal, { clauses, textHash: hash }),
    };
  }

  /** What stands in the way of the appeal's adoption and publication, as this transaction sees it. */
  async missing(appeal: Appeal, em: EntityManager): Promise<Obstacle[]> {
    const { rows, ...text } = await readText(em, appeal);
    return readObstacles(em, appeal, { clauses: rows, textHash: textHash(text) });
  }

  private async sourcesOf(
    clauses: readonly Clause[],
    em: EntityManager,
  ): Promise<ReadonlyMap<string, readonly CitedSource[]>> {
    const sources = await em.find(Source, {
      where: { clauseId: In(clauses.map(({ id }) => id)) },
      order: { clauseId: 'ASC', position: 'ASC' },
    });
    const told: (Pick<CitedSource, 'cityId' | 'cityName' | 'threadId'> & { id: string })[] = await em.query(
      `SELECT c.id, c.city_id AS "cityId", city.name AS "cityName", c.thread_id AS "threadId"
         FROM (${CONTRIBUTIONS}) c LEFT JOIN city ON city.id = c.city_id
        WHERE c.id = ANY($1::uuid[])`,
      [sources.map(({ contributionId }) => contributionId)],
    );
    const toldOf = new Map(told.map(({ id, ...rest }) => [id, rest]));
    const cited = sources.map((source) => ({
      ...source,
      ...(toldOf.get(source.contributionId) ?? { cityId: null, cityName: null, threadId: null }),
    }));
    return groupBy(cited, ({ clauseId }) => clauseId);
  }
}

async function pollOfRound(em: EntityManager, roundId: string | null): Promise<string | null> {
  if (roundId === null) return null;
  const [row] = await em.query('SELECT poll_id FROM round WHERE id = $1', [roundId]);
  return row?.poll_id ?? null;
}
