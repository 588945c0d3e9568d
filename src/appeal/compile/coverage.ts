import { byCodePoint } from '../../text/fold.js';
import { FATES, type Fate } from '../appeal.contract.js';
import type { BundleCity } from './bundle.js';
import type { Contribution } from './contributions.js';
import type { Coverage, DraftClause, DraftFate, Fared } from './draft.js';

/** How the contributions of each city and language fared. `fates` are those of the contributions, in their order. */
export function coverageOf(
  cities: readonly BundleCity[],
  contributions: readonly Contribution[],
  fates: readonly DraftFate[],
  clauses: readonly DraftClause[],
): Coverage {
  const all = new Tally();
  const byCity = new Map<string | null, Tally>(cities.map(({ id }) => [id, new Tally()]));
  const byLang = new Map<string, Tally>();
  for (const [i, { fate }] of fates.entries()) {
    const { cityId, lang } = contributions[i] as Contribution;
    for (const tally of [all, of(byCity, cityId), of(byLang, lang)]) tally.count(fate);
  }
  const restOn = clausesOf(contributions, clauses);
  const { used: _, ...total } = all.fared();
  return {
    ...total,
    byCity: sorted(byCity).map(([cityId, tally]) => ({
      ...{ cityId, clauses: restOn.get(cityId) ?? 0 },
      ...tally.fared(),
    })),
    byLang: sorted(byLang).map(([lang, tally]) => ({ lang, ...tally.fared() })),
  };
}

/** How many clauses rest on contributions of each city: a clause counts once for a city. */
function clausesOf(
  contributions: readonly Contribution[],
  clauses: readonly DraftClause[],
): Map<string | null, number> {
  const cityOf = new Map(contributions.map(({ ref, cityId }) => [`${ref.kind} ${ref.id}`, cityId]));
  const counts = new Map<string | null, number>();
  for (const { sources } of clauses) {
    const cities = new Set(
      sources.map(({ contribution: { kind, id } }) => cityOf.get(`${kind} ${id}`) ?? null),
    );
    for (const city of cities) counts.set(city, (counts.get(city) ?? 0) + 1);
  }
  return counts;
}

class Tally {
  private readonly byFate = Object.fromEntries(FATES.map((fate) => [fate, 0])) as Record<Fate, number>;

  count(fate: Fate): void {
    this.byFate[fate] += 1;
  }

  fared(): Fared {
    const { byFate } = this;
    const total = FATES.reduce((sum, fate) => sum + byFate[fate], 0);
    return { total, used: byFate.retained + byFate.merged, byFate };
  }
}

function of<K>(tallies: Map<K, Tally>, key: K): Tally {
  const known = tallies.get(key) ?? new Tally();
  tallies.set(key, known);
  return known;
}

function sorted<K extends string | null>(tallies: ReadonlyMap<K, Tally>) {
  return [...tallies].sort(([a], [b]) => byCodePoint(a ?? '', b ?? ''));
}
