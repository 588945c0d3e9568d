import { byCodePoint } from '../../text/fold.js';
import type { ContributionBundle } from './bundle.js';
import type { Annexes, DiscussedTopic } from './draft.js';

/** What stands behind the text: who took part, how the forum voted, what it discussed. The fates are listed by themselves. */
export function annexesOf(
  { cities, proposals }: ContributionBundle,
  discussed: readonly DiscussedTopic[],
): Annexes {
  return {
    cities: cities
      .map(({ id, name, region }) => ({ id, name, region: region ?? null }))
      .sort((a, b) => byCodePoint(a.id, b.id)),
    votes: proposals
      .flatMap(({ id: proposalId, number, poll }) => (poll ? { proposalId, number, ...poll } : []))
      .sort((a, b) => a.number - b.number || byCodePoint(a.proposalId, b.proposalId)),
    discussed,
  };
}
