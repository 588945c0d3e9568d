import { useQuery } from '@tanstack/react-query';
import type { ProxyView } from '../../../../src/voting/proxies.contract.js';
import { get } from '../../lib/api.js';
import { OF } from '../../lib/query-client.js';

/** The proxies of a forum that the reader may see: the own ones, and all of them for who chairs. */
export function useProxies(slug: string, enabled: boolean) {
  return useQuery({
    queryKey: ['proxy', OF, slug],
    queryFn: ({ signal }) => get<readonly ProxyView[]>(`/forums/${slug}/proxies`, undefined, signal),
    enabled,
  });
}
