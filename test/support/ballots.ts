import { newCode } from '../../src/kernel/ids.js';
import {
  type BallotAnswer,
  type BallotContent,
  type OwnBallot,
  TRACKING_CODE_LENGTH,
} from '../../src/voting/ballots.contract.js';
import { CHOICES, type Choice } from '../../src/voting/counting/counting.contract.js';
import type { Reply, TestSocket } from './browser-client.js';
import type { Voter, VotingHall } from './voting-hall.js';

/** The choice of the voter with this number: all three occur, yes most often. */
export const choiceOf = (index: number): Choice => (index % 2 === 0 ? 'yes' : CHOICES[index % 3]) as Choice;

/** A key that a client keeps with its ballot and sends again with each retry. */
export const keyOf = ({ participantId }: Voter): string => `ballot-of-${participantId}`;

/** A tracking code as a device draws it. */
export const newTrackingCode = (): string => newCode(TRACKING_CODE_LENGTH);

/** Sends one ballot over HTTP and answers whatever comes back. */
export function sendBallot(
  { roundId }: VotingHall,
  voter: Voter,
  ballot: BallotContent,
  {
    key = keyOf(voter),
    code = newTrackingCode(),
    voterId = voter.participantId,
    over,
  }: { key?: string; code?: string; voterId?: string; over?: string | undefined } = {},
): Promise<Reply<BallotAnswer & { code?: string }>> {
  return voter.client.put(
    `/api/v1/rounds/${roundId}/ballot`,
    { voterId, ballot, code, over },
    { 'idempotency-key': key },
  );
}

/** Casts by name over HTTP. Answers the receipt; throws if there is no answer, or one that is not an acknowledgement. */
export async function castByHttp(hall: VotingHall, voter: Voter, choice: Choice): Promise<string> {
  const { status, body } = await sendBallot(hall, voter, { choice });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return (body.ballot as OwnBallot).code;
}

/** The same over an open socket. */
export async function castBySocket(
  { roundId }: VotingHall,
  voter: Voter,
  choice: Choice,
  socket: TestSocket,
): Promise<string> {
  const answer = await socket.ask<BallotAnswer>('ballot.cast', {
    roundId,
    voterId: voter.participantId,
    ballot: { choice },
    code: newTrackingCode(),
    key: keyOf(voter),
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return (answer.data.ballot as OwnBallot).code;
}
