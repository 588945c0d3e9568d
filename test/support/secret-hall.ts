import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { BallotAnswer } from '../../src/voting/ballots.contract.js';
import type { PollTerms } from '../../src/voting/polls.contract.js';
import { keyOf, newTrackingCode, sendBallot } from './ballots.js';
import { cloneDatabase } from './database.js';
import { makeOptions } from './polls.js';
import { AppProcess, freePort } from './processes.js';
import { redisUrl } from './redis.js';
import { connectTo, makeVotingHall, openPoll, type Voter, type VotingHall } from './voting-hall.js';

/** Ballots are sets of options by id: of three that nothing else has. */
export const CHOSEN = ['171', '173', '177'];
const OPTIONS = makeOptions(...Array.from({ length: 180 }, (_, at) => `Person ${at + 1}`));
const SECRET: Partial<PollTerms> = { secrecy: 'secret', method: 'approval', options: OPTIONS };

export interface SecretVote {
  readonly voter: Voter;
  readonly code: string;
  readonly key: string;
}

/** An app in a process of its own, so that all of its log is heard, and halls that vote in secret. */
export class SecretHalls {
  private constructor(
    readonly app: AppProcess,
    readonly db: DataSource,
    readonly folder: string,
    /** What a command needs to work on the same installation. */
    readonly env: Readonly<Record<string, string>>,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<SecretHalls> {
    const folder = await mkdtemp(join(tmpdir(), 'nidaa-secret-'));
    const database = await cloneDatabase();
    const env = {
      DATABASE_URL: database.url,
      NIDAA_DATA_DIR: folder,
      ...(process.env.NIDAA_TEST_ENGINE === 'redis' && { REDIS_URL: redisUrl() ?? '' }),
    };
    const app = await AppProcess.start({ ...env, PORT: await freePort(), LOG_LEVEL: 'trace' });
    const db = await connectTo(database.url);
    return new SecretHalls(app, db, folder, env, async () => {
      await app.end('SIGTERM');
      await db.destroy();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    });
  }

  make(voters: number, terms: Partial<PollTerms> = {}): Promise<VotingHall> {
    return makeVotingHall(this.db, this.app.url, { voters, terms: { ...SECRET, ...terms } });
  }

  async open(voters: number): Promise<VotingHall> {
    const hall = await this.make(voters);
    await openPoll(hall);
    return hall;
  }
}

/** One after the other, so that the order in which they came could be known. Every other one by socket. */
export async function everyoneVotes(hall: VotingHall): Promise<SecretVote[]> {
  const votes: SecretVote[] = [];
  for (const [index, voter] of hall.voters.entries()) {
    const vote = { voter, code: newTrackingCode(), key: keyOf(voter) };
    await castInSecret(hall, vote, {
      by: index % 2 === 0 ? 'http' : 'socket',
      chosen: CHOSEN[index % 3] as string,
    });
    votes.push(vote);
  }
  return votes;
}

async function castInSecret(
  hall: VotingHall,
  { voter, code, key }: SecretVote,
  { by, chosen }: { by: 'http' | 'socket'; chosen: string },
): Promise<void> {
  const ballot = { approved: [chosen] };
  const voterId = voter.participantId;
  const answer = { voterId, recorded: true, ballot: null };
  if (by === 'http') {
    expect(await sendBallot(hall, voter, ballot, { code, key })).toMatchObject({ status: 200, body: answer });
    return;
  }
  const socket = await voter.client.socket();
  const asked = { roundId: hall.roundId, voterId, ballot, code, key };
  expect(await socket.ask<BallotAnswer>('ballot.cast', asked)).toEqual({ ok: true, data: answer });
  socket.close();
}

/** All that would tell a ballot: its code, and what it says. */
export const contentsOf = (votes: readonly SecretVote[]): string[] => [
  ...votes.map(({ code }) => code),
  ...CHOSEN.map((id) => `["${id}"]`),
  'approved',
];

/** Those of the words that stand in a text. */
export const wordsIn = (text: string, words: readonly string[]): string[] =>
  words.filter((word) => text.includes(word));
