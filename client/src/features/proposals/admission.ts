import type { Admission } from '../../../../src/forum/forum.contract.js';
import type { CityEndorsement } from '../../../../src/proposals/proposals.contract.js';

/** How many delegations, and regions of the world, are still needed; cities of no known country count for no region. */
export function stillNeeded(
  { delegations, regions }: Admission,
  endorsements: readonly Pick<CityEndorsement, 'region'>[],
): Admission {
  const reached = new Set(endorsements.flatMap(({ region }) => region ?? [])).size;
  return {
    delegations: Math.max(0, delegations - endorsements.length),
    regions: Math.max(0, regions - reached),
  };
}
