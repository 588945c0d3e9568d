import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Me } from '../../../../src/identity/identity.contract.js';
import type { BallotAnswer, BallotContent, OwnVote } from '../../../../src/voting/ballots.contract.js';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { newKey } from '../../lib/key.js';
import { OF } from '../../lib/query-client.js';
import { useLine, useRealtime } from '../../lib/realtime-context.js';
import { newCode } from './ballot/code.js';
import { type Delivery, deliver, NOT_SENT } from './ballot/delivery.js';
import {
  type BallotPlace,
  forgetPending,
  keepPending,
  keepReceipt,
  type PendingBallot,
  recallPending,
  recallReceipt,
} from './ballot/kept.js';

const silent = () => () => undefined;

/**
 * One vote of one person in one round. The device draws the code and the key when the vote is confirmed, and keeps
 * both until the server has answered: a cut line, a reload or a dead battery end in the same single ballot. Whoever
 * uses this gives it a React key of round and voter, so that nothing of it outlives the round.
 */
export function useBallot(poll: PollView, vote: OwnVote, participantId: string) {
  const client = useQueryClient();
  const realtime = useRealtime();
  const line = useLine();
  const place = useMemo<BallotPlace>(
    () => ({ pollId: poll.id, roundId: poll.roundId, voterId: vote.voterId, participantId }),
    [poll.id, poll.roundId, vote.voterId, participantId],
  );
  const secret = poll.terms.secrecy === 'secret';
  const { definitionHash } = poll;
  const [pending, setPending] = useState(() => withoutOvertaken(place, vote));
  const [delivery, setDelivery] = useState<Delivery | null>(null);
  const fare = useSyncExternalStore(delivery?.subscribe ?? silent, delivery?.state ?? (() => NOT_SENT));

  // What was just confirmed, or is found unacknowledged after a reload, is sent, and again until it is answered.
  useEffect(() => {
    if (!pending || delivery) return;
    const settle = async (answer: BallotAnswer | null) => {
      if (answer && secret) keepReceipt(place, { code: pending.code, definitionHash });
      forgetPending(place, pending.key);
      await show(client, place, answer);
    };
    setDelivery(deliver(realtime, pending, { settle, abandoned: () => isGone(client, participantId) }));
  }, [pending, delivery, client, realtime, place, secret, definitionHash, participantId]);

  useEffect(() => {
    if (line === 'connected') delivery?.hurry();
  }, [line, delivery]);

  const cast = vote.cast || fare.answer !== null;
  const standing = vote.ballot ?? fare.answer?.ballot ?? null;
  const answered = fare.answer ? pending : null;
  return {
    /** Acknowledged, and not before. */
    cast,
    /** What stands, as the server holds it; null in a secret poll. */
    standing: cast ? standing : null,
    /** The code by which the own ballot is found in the record, where this device or the server knows it. */
    code: standing?.code ?? answered?.code ?? recallReceipt(place)?.code ?? null,
    /** What was cast on this page a moment ago. A secret one is told nowhere else. */
    justCast: answered?.ballot ?? null,
    pending: fare.answer || fare.refusal ? null : pending,
    /** The first attempt did not get through; further ones are being made. */
    troubled: fare.failures > 0 || line === 'lost',
    refusal: fare.refusal,
    vote: (ballot: BallotContent) => {
      const { roundId, voterId } = place;
      const over = vote.ballot?.code ?? null;
      const drawn: PendingBallot = { roundId, voterId, ballot, code: newCode(), key: newKey(), over };
      keepPending(place, drawn);
      setDelivery(null);
      setPending(drawn);
    },
    again: () => delivery?.hurry(),
  };
}

export type BallotHook = ReturnType<typeof useBallot>;

/** The ballot that was left unacknowledged, unless a later one was cast elsewhere: that is what its voter wants. */
function withoutOvertaken(place: BallotPlace, { ballot: standing }: OwnVote): PendingBallot | null {
  const kept = recallPending(place);
  const overtaken = kept && standing && standing.code !== kept.code && standing.code !== kept.over;
  if (overtaken) keepPending(place, null);
  return overtaken ? null : kept;
}

/** Another one signed in here: what the one before confirmed waits for their return. */
function isGone(client: QueryClient, participantId: string): boolean {
  const me = client.getQueryData<Me>(['me']);
  return me !== undefined && !me.seats.some((seat) => seat.participantId === participantId);
}

async function show(
  client: QueryClient,
  { pollId, roundId }: BallotPlace,
  answer: BallotAnswer | null,
): Promise<void> {
  if (answer) {
    // An answer that set out before the ballot was in must not hide it.
    await client.cancelQueries({ queryKey: ['poll', pollId], exact: true });
    client.setQueryData<PollView>(['poll', pollId], (poll) =>
      poll?.roundId === roundId ? withBallot(poll, answer) : poll,
    );
    void client.invalidateQueries({ queryKey: ['poll', OF] });
  }
  void client.invalidateQueries({ queryKey: ['poll', pollId] });
}

/** Whether it may be changed is the server's to say: until it has, no more is offered. */
function withBallot(poll: PollView, { voterId, ballot }: BallotAnswer): PollView {
  const own = poll.own.map((vote) =>
    vote.voterId === voterId ? { ...vote, cast: true, ballot, mayCast: false } : vote,
  );
  return { ...poll, own };
}
