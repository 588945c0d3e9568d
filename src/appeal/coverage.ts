import type { EntityManager } from 'typeorm';
import type { Localized } from '../kernel/localized.js';
import { groupBy } from '../text/lists.js';
import { type CityCoverage, type CoverageView, FATES, type Fate } from './appeal.contract.js';
import type { Appeal } from './appeal.entity.js';
import { isOut } from './appeal.states.js';
import { CONTRIBUTIONS } from './contributions.js';

/** The sources of each clause, with the city of the contribution behind each. */
type Cited = ReadonlyMap<string, readonly { readonly cityId: string | null }[]>;

/** How much of what was said is in an appeal, by city and by language. Two queries. */
export async function readCoverage(em: EntityManager, appeal: Appeal, cited: Cited): Promise<CoverageView> {
  const cities: { id: string; name: Localized }[] = await em.query(
    `SELECT city.id, city.name FROM delegation d JOIN city ON city.id = d.city_id
      WHERE d.forum_id = $1 ORDER BY city.name ->> 'fr', city.id`,
    [appeal.forumId],
  );
  const rows: CoverageRow[] = await em.query(
    `SELECT coalesce(f.fate, 'deferred') AS fate, c.city_id AS "cityId", c.lang,
            count(*)::int AS total, count(f.confirmed_at)::int AS confirmed
       FROM (${CONTRIBUTIONS}) c
       ${isOut(appeal.state) ? 'JOIN' : 'LEFT JOIN'} fate f
         ON f.appeal_id = $1 AND f.contribution_kind = c.kind AND f.contribution_id = c.id
      WHERE c.forum_id = $2 GROUP BY 1, 2, 3 ORDER BY c.lang`,
    [appeal.id, appeal.forumId],
  );
  return coverageOf(cities, rows, clausesOf(cited));
}

interface CoverageRow {
  readonly fate: Fate;
  readonly cityId: string | null;
  readonly lang: string;
  readonly total: number;
  readonly confirmed: number;
}

function coverageOf(
  cities: readonly { readonly id: string; readonly name: Localized }[],
  rows: readonly CoverageRow[],
  clauses: ReadonlyMap<string | null, number>,
): CoverageView {
  const ofCity = groupBy(rows, ({ cityId }) => cityId);
  const cityRow = (id: string | null, cityName: Localized | null): CityCoverage => ({
    ...{ cityName, clauses: clauses.get(id) ?? 0 },
    ...fared(ofCity.get(id) ?? []),
  });
  const { total, byFate, undecided } = fared(rows);
  return {
    ...{ total, byFate, confirmed: total - undecided },
    byCity: [
      ...cities.map(({ id, name }) => cityRow(id, name)),
      ...(ofCity.has(null) ? [cityRow(null, null)] : []),
    ],
    byLang: [...groupBy(rows, ({ lang }) => lang)].map(([lang, some]) => ({ lang, ...fared(some) })),
  };
}

function fared(rows: readonly CoverageRow[]) {
  const sum = (some: readonly CoverageRow[]) => some.reduce((total, row) => total + row.total, 0);
  const byFate = Object.fromEntries(
    FATES.map((fate) => [fate, sum(rows.filter((row) => row.fate === fate))]),
  ) as CoverageView['byFate'];
  const total = sum(rows);
  const undecided = rows.reduce((left, row) => left - row.confirmed, total);
  return { total, used: byFate.retained + byFate.merged, undecided, byFate };
}

/** A clause counts once for each city that it rests on. */
function clausesOf(cited: Cited): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const sources of cited.values())
    for (const city of new Set(sources.map(({ cityId }) => cityId)))
      counts.set(city, (counts.get(city) ?? 0) + 1);
  return counts;
}
