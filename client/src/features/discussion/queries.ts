import { useQuery } from '@tanstack/react-query';
import {
  type PostView,
  SUMMED_FROM,
  type ThreadSummary,
  type ThreadSummed,
  type ThreadView,
} from '../../../../src/discussion/discussion.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { get } from '../../lib/api.js';
import { usePages } from '../../lib/lists.js';
import { OF } from '../../lib/query-client.js';

export interface ThreadFilters {
  readonly q?: string;
  readonly topic?: string;
  readonly limit?: number;
}

/** Threads of a forum, those that moved last first. */
export function useThreads(slug: string, filters: ThreadFilters = {}) {
  return usePages<ThreadSummary>(['thread', OF, slug], `/forums/${slug}/threads`, { ...filters });
}

export function useThread(id: string) {
  return useQuery({
    queryKey: ['thread', id],
    queryFn: ({ signal }) => get<ThreadView>(`/threads/${id}`, undefined, signal),
  });
}

/** The thread in its own sentences; asked for where there is one. */
export function useThreadSummary({ id, posts }: Pick<ThreadSummary, 'id' | 'posts'>) {
  return useQuery({
    queryKey: ['thread', id, 'summary'],
    queryFn: ({ signal }) => get<ThreadSummed>(`/threads/${id}/summary`, undefined, signal),
    enabled: posts >= SUMMED_FROM,
  });
}

const POSTS_A_PAGE = 100;

/** What is said in a thread, oldest first: an answer never comes on an earlier page than what it answers. */
export function usePosts(threadId: string) {
  const { lang } = useLang();
  return usePages<PostView>(['thread', threadId, 'posts'], `/threads/${threadId}/posts`, {
    limit: POSTS_A_PAGE,
    // In which delegations are named.
    lang,
  });
}
