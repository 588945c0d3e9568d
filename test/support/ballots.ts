import { type BallotView, CHOICES, type Choice } from '../../src/voting/voting.contract.js';
import type { TestSocket } from './browser-client.js';
import type { Voter, VotingHall } from './voting-hall.js';

/** The choice of the voter with this number: all three occur, yes most often. */
export const choiceOf = (index: number): Choice => (index % 2 === 0 ? 'yes' : CHOICES[index % 3]) as Choice;

/** A key that a client keeps with its ballot and sends again with each retry. */
export const keyOf = ({ participantId }: Voter): string => `ballot-of-${participantId}`;

/** Casts over HTTP. Answers the receipt; throws if there is no answer, or one that is not an acknowledgement. */
export async function castByHttp({ pollId }: VotingHall, voter: Voter, choice: Choice): Promise<string> {
  const { status, body } = await voter.client.put<BallotView>(
    `/api/v1/polls/${pollId}/ballot`,
    { choice },
    { 'idempotency-key': keyOf(voter) },
  );
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.receipt;
}

/** The same over an open socket. */
export async function castBySocket(
  { pollId }: VotingHall,
  voter: Voter,
  choice: Choice,
  socket: TestSocket,
): Promise<string> {
  const answer = await socket.ask<BallotView>('ballot.cast', { pollId, choice, key: keyOf(voter) });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.data.receipt;
}
