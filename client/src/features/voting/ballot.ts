import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BallotView, Choice, PollView } from '../../../../src/voting/voting.contract.js';
import { put } from '../../lib/api.js';
import { ApiError } from '../../lib/api-error.js';
import { newKey } from '../../lib/key.js';
import { OF } from '../../lib/query-client.js';
import type { Realtime } from '../../lib/realtime.js';
import { useLine, useRealtime } from '../../lib/realtime-context.js';
import { recall, remember } from '../../lib/storage.js';

/** A vote that left this device, or was about to, and whose acknowledgement has not come. */
export interface PendingBallot {
  readonly choice: Choice;
  readonly key: string;
}

/** Kept per person as well: the next one on this device must not find another's vote. */
const nameOf = (pollId: string, participantId: string) => `ballot.${pollId}.${participantId}`;

function recallPending(name: string): PendingBallot | null {
  try {
    const kept = JSON.parse(recall(name) ?? 'null') as PendingBallot | null;
    return kept?.choice && kept.key ? kept : null;
  } catch {
    return null;
  }
}

/** Whether the same ballot should be sent again: it may or may not have arrived, or may not be judged yet. */
function mayHaveArrived(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.unknownOutcome || error.code === 'request.too-many' || error.code.startsWith('auth.');
}

/** By the socket that is open anyway; over HTTP, with the same key, where that gives no clear answer. */
async function cast(realtime: Realtime, pollId: string, { choice, key }: PendingBallot): Promise<BallotView> {
  try {
    return await realtime.ask('ballot.cast', { pollId, choice, key });
  } catch (error) {
    if (!mayHaveArrived(error)) throw error;
    return put<BallotView>(`/polls/${pollId}/ballot`, { choice }, key);
  }
}

const WAIT_MS = { first: 1_000, most: 5_000 };

/**
 * One person's vote in a poll. The device draws the key when the vote is confirmed and keeps both until the
 * server has answered: a cut line, a reload or a dead battery end in the same single ballot.
 */
export function useBallot(poll: PollView, participantId: string | null) {
  const client = useQueryClient();
  const realtime = useRealtime();
  const line = useLine();
  const name = nameOf(poll.id, participantId ?? '');
  const [pending, setPending] = useState(() => recallPending(name));
  const settle = () => {
    remember(name, null);
    setPending(null);
  };
  const sending = useMutation({
    mutationFn: (ballot: PendingBallot) => cast(realtime, poll.id, ballot),
    retry: (_, error) => mayHaveArrived(error),
    retryDelay: (failures) => Math.min(WAIT_MS.first * 2 ** failures, WAIT_MS.most) * (0.6 + Math.random()),
    onSuccess: async (ballot) => {
      // An answer that set out before the ballot was in must not hide it.
      await client.cancelQueries({ queryKey: ['poll', poll.id] });
      client.setQueryData<PollView>(['poll', poll.id], (known) => known && withBallot(known, ballot));
      settle();
      void client.invalidateQueries({ queryKey: ['poll', OF] });
    },
    onError: () => {
      settle();
      void client.invalidateQueries({ queryKey: ['poll', poll.id] });
    },
  });

  const send = sending.mutate;
  const ballot = poll.own?.ballot ?? sending.data ?? null;
  const unsent = ballot ? null : pending;
  // What was just confirmed, or is found unacknowledged after a reload, is sent, and again until it is answered.
  useEffect(() => {
    if (unsent) send(unsent);
  }, [unsent, send]);

  const vote = (choice: Choice) => {
    const drawn = { choice, key: newKey() };
    remember(name, JSON.stringify(drawn));
    setPending(drawn);
  };
  return {
    ballot,
    pending: unsent,
    /** The first attempt did not get through; further ones are being made. */
    troubled: sending.failureCount > 0 || line === 'lost',
    refusal: sending.error,
    vote,
    again: () => unsent && send(unsent),
  };
}

function withBallot(poll: PollView, ballot: BallotView): PollView {
  return {
    ...poll,
    own: poll.own && { ...poll.own, ballot },
    abilities: { ...poll.abilities, vote: false },
  };
}
