import { LEAST_ALIKE } from './polls.contract.js';
import type { RollLine } from './records.contract.js';

type Line = Pick<RollLine, 'weight' | 'group'> & {
  readonly actors: readonly { readonly participantId: string }[];
};

/**
 * Whether a secret ballot could be told to be somebody's by what stands beside it: a weight or group that fewer
 * than LEAST_ALIKE voters share, or a number of votes in one hand that fewer than so many people hold.
 */
export function toldApart(roll: readonly Line[]): boolean {
  const alike = tally(roll.map(({ weight, group }) => `${weight} ${group}`));
  const votes = tally(roll.flatMap(({ actors }) => actors.map(({ participantId }) => participantId)));
  const bundles = tally([...votes.values()].map(String));
  return [...alike.values(), ...bundles.values()].some((count) => count < LEAST_ALIKE);
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
