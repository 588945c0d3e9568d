import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { Localized } from '../kernel/localized.js';
import { groupBy } from '../text/lists.js';
import type { AppealView, CoverageView } from './appeal.contract.js';
import type { Appeal } from './appeal.entity.js';
import { isOut } from './appeal.states.js';
import { Clause } from './clause.entity.js';
import { CONTRIBUTIONS, QUOTED } from './contributions.js';
import { readCoverage } from './coverage.js';
import { OPEN_SUGGESTIONS, type OpenSuggestion, openSuggestions } from './open-suggestions.js';
import { Source } from './source.entity.js';

/** A source with what is told of its contribution beside it. */
export interface CitedSource extends Source {
  readonly cityId: string | null;
  readonly cityName: Localized | null;
  readonly threadId: string | null;
}

/** What stands around an appeal's row: eight queries, however long it is. */
export interface Around {
  readonly clauses: readonly Clause[];
  readonly sources: ReadonlyMap<string, readonly CitedSource[]>;
  readonly coverage: CoverageView;
  readonly suggestions: readonly OpenSuggestion[];
  readonly missing: AppealView['missing'];
}

@Injectable()
export class AppealFacts {
  constructor(private readonly db: DataSource) {}

  async of(appeal: Appeal, em: EntityManager = this.db.manager): Promise<Around> {
    const clauses = await em.find(Clause, { where: { appealId: appeal.id }, order: { position: 'ASC' } });
    const sources = await this.sourcesOf(clauses, em);
    return {
      clauses,
      sources,
      coverage: await readCoverage(em, appeal, sources),
      suggestions: await openSuggestions(em, appeal.id),
      missing: isOut(appeal.state) ? [] : await this.missing(appeal, em),
    };
  }

  /** What stands in the way of publishing, the most laborious first. */
  async missing(appeal: Appeal, em: EntityManager): Promise<AppealView['missing']> {
    const [counts] = await em.query(
      `SELECT (SELECT count(*)::int FROM (${CONTRIBUTIONS}) c
                 LEFT JOIN fate f ON f.appeal_id = $1 AND f.contribution_kind = c.kind AND f.contribution_id = c.id
                WHERE c.forum_id = $2 AND f.confirmed_at IS NULL) AS "appeal.fates-undecided",
              (SELECT count(*)::int FROM (${OPEN_SUGGESTIONS}) s) AS "appeal.suggestions-open",
              (SELECT (count(*) = 0)::int FROM clause WHERE appeal_id = $1 AND kind = 'operative')
                AS "appeal.no-clauses",
              (SELECT count(*)::int FROM clause c WHERE c.appeal_id = $1 AND c.editorial IS NULL
                  AND NOT EXISTS (SELECT FROM source s WHERE s.clause_id = c.id)) AS "clause.needs-source",
              (SELECT count(*)::int FROM source s JOIN clause c ON c.id = s.clause_id
                WHERE c.appeal_id = $1 AND NOT ${QUOTED}) AS "source.not-found",
              (SELECT CASE WHEN k.appeal_id IS NULL THEN 1 ELSE
                 (SELECT count(*)::int FROM unnest(k.contribution_ids) AS o (id)
                   WHERE NOT EXISTS (SELECT FROM (${CONTRIBUTIONS}) c WHERE c.forum_id = $2 AND c.id = o.id)) END
                 FROM (SELECT) AS one LEFT JOIN compiled k ON k.appeal_id = $1) AS "appeal.compile-outdated"`,
      [appeal.id, appeal.forumId],
    );
    return Object.entries(counts as Record<AppealView['missing'][number]['code'], number>)
      .map(([code, count]) => ({ code: code as AppealView['missing'][number]['code'], count }))
      .filter(({ count }) => count > 0);
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
