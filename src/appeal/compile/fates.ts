import type { Fate } from '../appeal.contract.js';
import { contributionsBehind } from './clauses.js';
import type { Cluster } from './clusters.js';
import type { Contribution } from './contributions.js';
import type { DraftFate, FateReason } from './draft.js';
import { readerOf } from './lexicon/lexicon.js';
import type { Unit } from './units.js';

type Proposed = readonly [Fate, FateReason];

/** Proposes one fate for every contribution, in the order of the contributions. */
export function fatesOf(
  contributions: readonly Contribution[],
  units: ReadonlyMap<Contribution, readonly Unit[]>,
  chosen: readonly Cluster[],
): DraftFate[] {
  const wording = new Set(chosen.map(({ leader }) => leader.contribution.ref));
  const supporting = new Set(chosen.flatMap(contributionsBehind));
  const proposed = new Map(
    contributions.map((contribution) => [
      contribution,
      fateOf(contribution, units.get(contribution) ?? [], wording, supporting),
    ]),
  );
  const proposals = new Map(
    contributions.filter(({ ref }) => ref.kind === 'proposal').map((each) => [each.ref.id, each]),
  );
  return contributions.map((contribution) => {
    const own = proposed.get(contribution) as Proposed;
    const into = contribution.standing === 'merged' ? mergedInto(contribution, proposals) : null;
    const [fate, reason] = into ? asMerged(proposed.get(into) as Proposed) : own;
    return { contribution: contribution.ref, fate, reason };
  });
}

/** The proposal in which a merged one lives on, through any number of merges; null where that leads nowhere. */
function mergedInto(from: Contribution, proposals: ReadonlyMap<string, Contribution>): Contribution | null {
  const seen = new Set([from]);
  for (let at = from; ; ) {
    const next = proposals.get(at.mergedInto ?? '');
    if (!next || seen.has(next)) return null;
    if (next.standing !== 'merged') return next;
    seen.add(next);
    at = next;
  }
}

/** What was merged into another fares as that one does: it is never said to be in the appeal while that is not. */
function asMerged([fate]: Proposed): Proposed {
  return [fate === 'retained' ? 'merged' : fate, 'merged-into-another'];
}

function fateOf(
  { ref, standing, lang }: Contribution,
  units: readonly Unit[],
  wording: ReadonlySet<Contribution['ref']>,
  supporting: ReadonlySet<Contribution['ref']>,
): Proposed {
  if (wording.has(ref)) return ['retained', 'words-a-clause'];
  if (supporting.has(ref)) return ['merged', 'supports-a-clause'];
  if (standing === 'rejected') return ['not-retained', 'rejected-by-vote'];
  if (standing === 'withdrawn') return ['not-retained', 'withdrawn'];
  if (standing === 'lapsed') return ['not-retained', 'lapsed'];
  if (standing === 'merged') return ['deferred', 'merged-into-another'];
  if (standing === 'waiting') return ['deferred', 'not-admitted'];
  if (units.some(({ form }) => form)) return ['deferred', 'less-support'];
  if (ref.kind === 'proposal') return ['deferred', readerOf(lang) ? 'nothing-to-adopt' : 'language-unknown'];
  return readerOf(lang) ? ['not-retained', 'nothing-to-adopt'] : ['deferred', 'language-unknown'];
}
