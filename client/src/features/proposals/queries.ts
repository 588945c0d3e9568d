import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type {
  ProposalCounts,
  ProposalFilter,
  ProposalSummary,
  ProposalText,
  ProposalView,
  SavedFilter,
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

export interface ProposalFilters extends ProposalFilter {
  readonly limit?: number;
}

/** Proposals of a forum, titles in the page's language where they have one. */
export function useProposals(slug: string, filters: ProposalFilters = {}) {
  const { lang } = useLang();
  return usePages<ProposalSummary>(['proposal', OF, slug], `/forums/${slug}/proposals`, { ...filters, lang });
}

/** How many there are in each state, whatever state the filter asks for. */
export function useCounts(slug: string, { state: _, sort: __, ...filter }: ProposalFilter) {
  return useQuery({
    queryKey: ['proposal', OF, slug, 'counts', filter],
    queryFn: ({ signal }) => get<ProposalCounts>(`/forums/${slug}/proposals/counts`, { ...filter }, signal),
    placeholderData: (previous) => previous,
  });
}

/** The ways to look at the list that the reader kept; only who has a seat keeps any. */
export function useSavedFilters(slug: string, enabled: boolean) {
  return useQuery({
    queryKey: ['proposal-filter', OF, slug],
    queryFn: ({ signal }) => get<SavedFilter[]>(`/forums/${slug}/proposal-filters`, undefined, signal),
    enabled,
  });
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
