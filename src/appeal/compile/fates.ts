import { byCodePoint } from '../../text/fold.js';
import { FATES, type Fate } from '../appeal.contract.js';
import { contributionsBehind } from './clauses.js';
import type { Cluster } from './clusters.js';
import type { Contribution } from './contributions.js';
import type { Coverage, DraftFate } from './draft.js';
import { readerOf } from './lexicon/lexicon.js';
import type { Unit } from './units.js';

/** Proposes one fate for every contribution, in the order of the contributions. */
export function fatesOf(
  contributions: readonly Contribution[],
  units: ReadonlyMap<Contribution, readonly Unit[]>,
  chosen: readonly Cluster[],
): DraftFate[] {
  const wording = new Set(chosen.map(({ leader }) => leader.contribution.ref));
  const supporting = new Set(chosen.flatMap(contributionsBehind));
  return contributions.map((contribution) => {
    const [fate, reason] = fateOf(contribution, units.get(contribution) ?? [], wording, supporting);
    return { contribution: contribution.ref, fate, reason };
  });
}

function fateOf(
  { ref, standing, lang }: Contribution,
  units: readonly Unit[],
  wording: ReadonlySet<Contribution['ref']>,
  supporting: ReadonlySet<Contribution['ref']>,
): readonly [Fate, DraftFate['reason']] {
  if (wording.has(ref)) return ['retained', 'words-a-clause'];
  if (supporting.has(ref)) return ['merged', 'supports-a-clause'];
  if (standing === 'rejected') return ['not-retained', 'rejected-by-vote'];
  if (standing === 'withdrawn') return ['not-retained', 'withdrawn'];
  if (standing === 'waiting') return ['deferred', 'not-admitted'];
  if (units.some(({ form }) => form)) return ['deferred', 'less-support'];
  if (ref.kind === 'proposal') return ['deferred', readerOf(lang) ? 'nothing-to-adopt' : 'language-unknown'];
  return readerOf(lang) ? ['not-retained', 'nothing-to-adopt'] : ['deferred', 'language-unknown'];
}

/** How the contributions of each city and language fared. */
export function coverageOf(contributions: readonly Contribution[], fates: readonly DraftFate[]): Coverage {
  const byFate = Object.fromEntries(FATES.map((fate) => [fate, 0])) as Record<Fate, number>;
  const cities = new Map<string | null, { total: number; used: number }>();
  const langs = new Map<string, { total: number; used: number }>();
  for (const [i, { fate }] of fates.entries()) {
    const { cityId, lang } = contributions[i] as Contribution;
    byFate[fate] += 1;
    const used = fate === 'retained' || fate === 'merged' ? 1 : 0;
    for (const tally of [tallyOf(cities, cityId), tallyOf(langs, lang)]) {
      tally.total += 1;
      tally.used += used;
    }
  }
  return {
    total: contributions.length,
    byFate,
    byCity: sorted(cities).map(([cityId, tally]) => ({ cityId, ...tally })),
    byLang: sorted(langs).map(([lang, tally]) => ({ lang, ...tally })),
  };
}

function tallyOf<K>(
  tallies: Map<K, { total: number; used: number }>,
  key: K,
): { total: number; used: number } {
  const known = tallies.get(key) ?? { total: 0, used: 0 };
  tallies.set(key, known);
  return known;
}

function sorted<K extends string | null>(tallies: Map<K, { total: number; used: number }>) {
  return [...tallies].sort(([a], [b]) => byCodePoint(a ?? '', b ?? ''));
}
