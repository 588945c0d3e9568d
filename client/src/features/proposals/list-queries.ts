import { useQuery } from '@tanstack/react-query';
import type {
  ProposalCounts,
  ProposalFilter,
  SavedFilter,
} from '../../../../src/proposals/proposals.contract.js';
import { get } from '../../lib/api.js';
import { OF } from '../../lib/query-client.js';

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
