import { useQuery } from '@tanstack/react-query';
import type { AmendmentView } from '../../../../../src/proposals/amendments/amendments.contract.js';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import { get } from '../../../lib/api.js';
import { textWith } from './changes.js';
import { baseOf, lastVersion, type Suggested } from './suggested.js';

/** An amendment with the text that it is written on, both from one moment. */
export interface BeingWritten {
  readonly version: number;
  readonly amendment: AmendmentView;
  readonly proposal: ProposalView;
  readonly parent: AmendmentView | null;
}

const TRIES = 3;

/** Between two answers the text may move on: then both are asked for once more. */
export async function fetchBeingWritten(id: string, signal?: AbortSignal): Promise<BeingWritten> {
  for (let tries = 1; ; tries++) {
    const amendment = await get<AmendmentView>(`/amendments/${id}`, undefined, signal);
    const [proposal, parent] = await Promise.all([
      get<ProposalView>(`/proposals/${amendment.proposalId}`, undefined, signal),
      amendment.parentId === null
        ? null
        : get<AmendmentView>(`/amendments/${amendment.parentId}`, undefined, signal),
    ]);
    if (lastVersion(proposal) === amendment.basedOn || !amendment.abilities.edit || tries === TRIES)
      return { version: amendment.version, amendment, proposal, parent };
  }
}

export function useBeingWritten(id: string) {
  return useQuery({
    queryKey: ['amendment', id, 'writing'],
    queryFn: ({ signal }) => fetchBeingWritten(id, signal),
  });
}

/** As the form has it. */
export function suggestedIn({ amendment, proposal, parent }: BeingWritten): Suggested {
  const on = baseOf(proposal, parent);
  return {
    ...on,
    reason: amendment.reason,
    paragraphs: textWith(on.base, amendment.changes) ?? on.base,
    left: amendment.conflicts,
  };
}
