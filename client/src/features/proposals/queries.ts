import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type {
  ProposalState,
  ProposalSummary,
  ProposalText,
  ProposalView,
  SimilarProposal,
  VersionView,
} from '../../../../src/proposals/proposals.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { get } from '../../lib/api.js';
import { usePages } from '../../lib/lists.js';
import { OF } from '../../lib/query-client.js';

export function useProposal(id: string) {
  return useQuery({
    queryKey: ['proposal', id],
    queryFn: ({ signal }) => get<ProposalView>(`/proposals/${id}`, undefined, signal),
  });
}

/** What wants much the same, the nearest first. */
export function useSimilar(id: string) {
  return useQuery({
    queryKey: ['proposal', id, 'similar'],
    queryFn: ({ signal }) => get<SimilarProposal[]>(`/proposals/${id}/similar`, undefined, signal),
  });
}

/** The texts of a kept version, which never change, or those that stand now. */
export function useVersion(proposal: ProposalView, choice: number | 'now') {
  const { id, texts } = proposal;
  const kept = useQuery({
    queryKey: ['proposal', id, 'version', choice],
    queryFn: ({ signal }) => get<VersionView>(`/proposals/${id}/versions/${choice}`, undefined, signal),
    enabled: choice !== 'now',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const data: readonly Omit<ProposalText, 'stale'>[] | undefined =
    choice === 'now' ? texts : kept.data?.texts;
  return { ...kept, data };
}

export interface ProposalFilters {
  readonly q?: string;
  readonly topic?: string;
  readonly state?: ProposalState;
  readonly mine?: boolean;
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
