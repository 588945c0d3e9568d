import { useQuery } from '@tanstack/react-query';
import type { ForumSummary, ForumView } from '../../../../src/forum/forum.contract.js';
import { get } from '../../lib/api.js';
import { usePages } from '../../lib/lists.js';
import { OF } from '../../lib/query-client.js';

export function useForum(slug: string) {
  return useQuery({
    queryKey: ['forum', OF, slug],
    queryFn: ({ signal }) => get<ForumView>(`/forums/${slug}`, undefined, signal),
  });
}

export function useForums() {
  return usePages<ForumSummary>(['forum', OF], '/forums');
}
