import type { EntityManager } from 'typeorm';
import { LANGS, type PartlyLocalized } from '../../kernel/localized.js';
import { groupBy } from '../../text/lists.js';
import { OBSTACLE_PLACES, OBSTACLES, type Obstacle, type ObstacleCode } from '../appeal.contract.js';
import type { Appeal } from '../appeal.entity.js';
import type { Clause } from '../clause.entity.js';
import { CONTRIBUTIONS, QUOTED } from '../contributions.js';
import { languageState } from '../languages/language-states.js';
import type { LanguageState } from '../languages/languages.contract.js';
import { OPEN_SUGGESTIONS } from '../open-suggestions.js';

interface Found {
  readonly count: number;
  readonly clauseIds?: readonly string[];
}

/** The clauses of an appeal in their order, and what its text hashes to. */
interface Text {
  readonly clauses: readonly Clause[];
  readonly textHash: string;
}

const CODES = Object.keys(OBSTACLES) as ObstacleCode[];

/** What stands in the way of adopting and publishing an appeal, in the order of OBSTACLES: two queries, however long it is. */
export async function readObstacles(em: EntityManager, appeal: Appeal, text: Text): Promise<Obstacle[]> {
  const found: Partial<Record<ObstacleCode, Found>> = {
    ...(await countRows(em, appeal)),
    ...(await wordsWithoutApproval(em, text.clauses)),
    'appeal.no-clauses': { count: text.clauses.some(({ kind }) => kind === 'operative') ? 0 : 1 },
    'appeal.not-adopted': { count: appeal.adoptedHash === text.textHash ? 0 : 1 },
  };
  return CODES.flatMap((code) => {
    const { count = 0, clauseIds = [] } = found[code] ?? {};
    return count === 0 ? [] : [{ code, blocks: OBSTACLES[code], count, clauseIds: first(clauseIds) }];
  });
}

/** Those of one step. What was asked for at the adoption cannot come back while the text stands still. */
export const blocking = (obstacles: readonly Obstacle[], step: Obstacle['blocks']): Obstacle[] =>
  obstacles.filter(({ blocks }) => blocks === step);

const first = (ids: readonly string[]): string[] => [...new Set(ids)].slice(0, OBSTACLE_PLACES);

async function countRows(em: EntityManager, { id, forumId }: Appeal): Promise<Record<string, Found>> {
  const [row] = await em.query(
    `SELECT (SELECT count(*)::int FROM (${CONTRIBUTIONS}) c
               LEFT JOIN fate f ON f.appeal_id = $1 AND f.contribution_kind = c.kind AND f.contribution_id = c.id
              WHERE c.forum_id = $2 AND f.confirmed_at IS NULL) AS undecided,
            (SELECT count(*)::int FROM (${OPEN_SUGGESTIONS}) s) AS suggested,
            (SELECT count(*)::int FROM clause_amendment
              WHERE appeal_id = $1 AND state IN ('submitted','voted')) AS amended,
            ARRAY (SELECT c.id FROM clause c WHERE c.appeal_id = $1 AND c.editorial IS NULL
                      AND NOT EXISTS (SELECT FROM source s WHERE s.clause_id = c.id) ORDER BY c.position) AS unsourced,
            ARRAY (SELECT c.id FROM source s JOIN clause c ON c.id = s.clause_id
                    WHERE c.appeal_id = $1 AND NOT ${QUOTED} ORDER BY c.position) AS unquoted,
            (SELECT CASE WHEN k.appeal_id IS NULL THEN 1 ELSE
               (SELECT count(*)::int FROM unnest(k.contribution_ids) AS o (id)
                 WHERE NOT EXISTS (SELECT FROM (${CONTRIBUTIONS}) c WHERE c.forum_id = $2 AND c.id = o.id)) END
               FROM (SELECT) AS one LEFT JOIN compiled k ON k.appeal_id = $1) AS outdated`,
    [id, forumId],
  );
  const places = (clauseIds: string[]): Found => ({ count: clauseIds.length, clauseIds });
  return {
    'appeal.fates-undecided': { count: row.undecided },
    'appeal.suggestions-open': { count: row.suggested },
    'appeal.amendments-open': { count: row.amended },
    'clause.needs-source': places(row.unsourced),
    'source.not-found': places(row.unquoted),
    'appeal.compile-outdated': { count: row.outdated },
  };
}

const CODE_OF: Readonly<Record<Exclude<LanguageState, 'approved'>, ObstacleCode>> = {
  missing: 'appeal.words-missing',
  stale: 'appeal.words-stale',
  unapproved: 'appeal.words-unapproved',
};

/** Every clause needs words in each language, and somebody who stands for them. */
async function wordsWithoutApproval(
  em: EntityManager,
  clauses: readonly Clause[],
): Promise<Record<string, Found>> {
  const rows: { clause_id: string; lang: string; words_hash: string }[] = await em.query(
    'SELECT clause_id, lang, words_hash FROM clause_approval WHERE clause_id = ANY($1)',
    [clauses.map(({ id }) => id)],
  );
  const approved = new Map(
    rows.map(({ clause_id, lang, words_hash }) => [`${clause_id} ${lang}`, words_hash]),
  );
  const lacking = clauses.flatMap((clause) =>
    LANGS.flatMap((lang) => {
      const worded = { lang: clause.lang, texts: clause.texts as PartlyLocalized };
      const state = languageState(worded, lang, approved.get(`${clause.id} ${lang}`) ?? null);
      return state === 'approved' ? [] : [{ code: CODE_OF[state], id: clause.id }];
    }),
  );
  return Object.fromEntries(
    [...groupBy(lacking, ({ code }) => code)].map(([code, those]) => [
      code,
      { count: those.length, clauseIds: those.map(({ id }) => id) },
    ]),
  );
}
