import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type {
  ProposalFilter,
  ProposalSummary,
  ProposalView,
} from '../../../../src/proposals/proposals.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { get } from '../../lib/api.js';
import { usePages } from '../../lib/lists.js';
import { OF } from '../../lib/query-client.js';

/** `enabled` is false while the id is not known yet. */
export function useProposal(id: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['proposal', id],
    queryFn: ({ signal }) => get<ProposalView>(`/proposals/${id}`, undefined, signal),
  });
}

export interface ProposalFilters extends ProposalFilter {
  readonly limit?: number;
}

/** Proposals of a forum, titles in the page's language where they have one. */
export function useProposals(slug: string, filters: ProposalFilters = {}) {
  const { lang } = useLang();
  return usePages<ProposalSummary>(['proposal', OF, slug], `/forums/${slug}/proposals`, { ...filters, lang });
}

/** Puts the answer of a write where it is shown, and has the lists asked for anew. */
export function useShowProposal(): (proposal: ProposalView) => void {
  const client = useQueryClient();
  return useCallback(
    (proposal) => {
      client.setQueryData(['proposal', proposal.id], proposal);
      void client.invalidateQueries({ queryKey: ['proposal', OF] });
    },
    [client],
  );
}
