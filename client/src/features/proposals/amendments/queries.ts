import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type {
  AmendmentsView,
  AmendmentView,
} from '../../../../../src/proposals/amendments/amendments.contract.js';
import { get } from '../../../lib/api.js';
import { OF } from '../../../lib/query-client.js';

/** All amendments of a proposal; asked for anew with each hint about one of them or about the proposal. */
export function useAmendments(proposalId: string) {
  return useQuery({
    queryKey: ['amendment', OF, proposalId],
    queryFn: ({ signal }) => get<AmendmentsView>(`/proposals/${proposalId}/amendments`, undefined, signal),
    enabled: proposalId !== '',
  });
}

export function useAmendment(id: string) {
  return useQuery({
    queryKey: ['amendment', id],
    queryFn: ({ signal }) => get<AmendmentView>(`/amendments/${id}`, undefined, signal),
  });
}

/** Puts the answer of a write where it is shown, and has the lists asked for anew. */
export function useShowAmendment(): (amendment: AmendmentView) => void {
  const client = useQueryClient();
  return useCallback(
    (amendment) => {
      client.setQueryData(['amendment', amendment.id], amendment);
      void client.invalidateQueries({ queryKey: ['amendment', OF, amendment.proposalId] });
    },
    [client],
  );
}
