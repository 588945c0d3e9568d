import { useQuery } from '@tanstack/react-query';
import type { SessionView } from '../../../../src/program/program.contract.js';
import { get } from '../../lib/api.js';
import { OF } from '../../lib/query-client.js';

/** The whole programme of a forum in the order of time. */
export function useSessions(slug: string) {
  return useQuery({
    queryKey: ['session', OF, slug],
    queryFn: async ({ signal }) =>
      (await get<{ items: readonly SessionView[] }>(`/forums/${slug}/sessions`, undefined, signal)).items,
  });
}
