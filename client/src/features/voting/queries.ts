import { useQuery } from '@tanstack/react-query';
import type { PollState, PollView } from '../../../../src/voting/polls.contract.js';
import type { PollRecord, RollView } from '../../../../src/voting/records.contract.js';
import { get } from '../../lib/api.js';
import { usePages } from '../../lib/lists.js';
import { OF } from '../../lib/query-client.js';
import { hearServerTime } from '../../lib/server-clock.js';
import { isRunning } from './running.js';

export function usePoll(id: string) {
  return useQuery({
    queryKey: ['poll', id],
    queryFn: async ({ signal }) => {
      const poll = await get<PollView>(`/polls/${id}`, undefined, signal);
      hearServerTime(poll.at);
      return poll;
    },
  });
}

/** Polls of a forum, of one state or about one subject (a proposal's id). */
export function usePolls(slug: string, filters: { readonly state?: PollState; readonly subject?: string }) {
  return usePages<PollView>(['poll', OF, slug], `/forums/${slug}/polls`, filters);
}

/** The polls of a forum that take ballots now. */
export function useRunningPolls(slug: string): readonly PollView[] {
  const open = usePolls(slug, { state: 'open' }).items ?? [];
  const closing = usePolls(slug, { state: 'closing' }).items ?? [];
  // Between two answers the same poll may stand in both lists.
  const byId = new Map([...open, ...closing].filter(isRunning).map((poll) => [poll.id, poll]));
  return [...byId.values()];
}

const ROLL_MS = { least: 2_000, spread: 1_000 };

/** The roll of the round; asked for again and again while a live roll call runs, and only while somebody looks. */
export function useRoll({ id, roundId, terms, state }: PollView) {
  const live = terms.live && isRunning({ state });
  return useQuery({
    queryKey: ['poll', id, 'roll', roundId],
    queryFn: ({ signal }) => get<readonly RollView[]>(`/rounds/${roundId}/roll`, undefined, signal),
    refetchInterval: () => (live ? ROLL_MS.least + Math.random() * ROLL_MS.spread : false),
  });
}

/** The published record of the round. It never changes. */
export function useRecord({ id, roundId }: Pick<PollView, 'id' | 'roundId'>, enabled: boolean) {
  return useQuery({
    queryKey: ['poll', id, 'record', roundId],
    queryFn: ({ signal }) => get<PollRecord>(`/rounds/${roundId}/record`, undefined, signal),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
