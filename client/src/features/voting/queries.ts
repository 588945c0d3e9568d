import { useQuery } from '@tanstack/react-query';
import type { Page } from '../../../../src/kernel/pagination.js';
import type { PollState, PollView } from '../../../../src/voting/voting.contract.js';
import { get } from '../../lib/api.js';
import { usePages } from '../../lib/lists.js';
import { OF } from '../../lib/query-client.js';

export function usePoll(id: string) {
  return useQuery({
    queryKey: ['poll', id],
    queryFn: ({ signal }) => get<PollView>(`/polls/${id}`, undefined, signal),
  });
}

/** Polls of a forum, of one state or about one subject (a proposal's id). */
export function usePolls(slug: string, filters: { readonly state?: PollState; readonly subject?: string }) {
  return usePages<PollView>(['poll', OF, slug], `/forums/${slug}/polls`, filters);
}

export type PollPage = Page<PollView>;
