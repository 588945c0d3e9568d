import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Me, Seat } from '../../../src/identity/identity.contract.js';
import { get } from './api.js';
import { draftsOf } from './drafts.js';
import { useRealtime } from './realtime-context.js';

/** Who is asking; known before anything else on most pages, since what one may do is told with each object. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }) => {
      const me = await get<Me>('/me', undefined, signal);
      draftsOf(me.account?.id ?? null);
      return me;
    },
    staleTime: 300_000,
  });
}

/** The reader's own place in a forum, or null. */
export function useSeat(slug: string): Seat | null {
  return useMe().data?.seats.find((seat) => seat.forumSlug === slug) ?? null;
}

/** To be called when somebody signed in or out: everything seen before was another's view. */
export function useIdentityChanged(): (me: Me | null) => void {
  const client = useQueryClient();
  const realtime = useRealtime();
  return useCallback(
    (me) => {
      draftsOf(me?.account?.id ?? null);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
      if (me) client.setQueryData(['me'], me);
      else void client.resetQueries({ queryKey: ['me'] });
      realtime.restart();
    },
    [client, realtime],
  );
}
