import { randomInt } from 'node:crypto';
import { newCode, newSecret } from '../../kernel/ids.js';
import { type BallotAnswer, type BallotContent, TRACKING_CODE_LENGTH } from '../ballots.contract.js';
import { CHOICES } from '../counting/counting.contract.js';
import type { PollTerms, PollView } from '../polls.contract.js';
import type { SimulatedVoter } from './simulated-hall.js';
import { openWire, type Wire } from './wire.js';

/** Who gets no answer tries again after so long at most, each after a time of its own, and gives up at last. */
const RETRY_MS = 500;
const PATIENCE_MS = 180_000;
/** So many voters have a connection at the same time. */
const TOGETHER = 200;
/** Every third presses twice, every fourth loses the connection before the answer, every fifth asks again later. */
const [DOUBLES, CUTS, AGAIN] = [3, 4, 5];

export interface Acknowledged {
  readonly code: string;
  readonly ms: number;
}

export interface CastFigures {
  readonly acknowledged: readonly Acknowledged[];
  readonly doubled: number;
  readonly cut: number;
  readonly retried: number;
  /** Answers to one ballot that were not the same. */
  readonly differing: number;
}

/**
 * Lets every voter vote, badly: twice at once, over connections that are cut before the answer, and again after it.
 * `onAcknowledged` hears how many hold an answer. Throws where a ballot is refused, and at `stop`.
 */
export async function castVotes(
  url: string,
  { roundId, terms }: Pick<PollView, 'roundId' | 'terms'>,
  voters: readonly SimulatedVoter[],
  onAcknowledged: (count: number) => void,
  stop: AbortSignal,
): Promise<CastFigures> {
  const figures = { acknowledged: [] as Acknowledged[], doubled: 0, cut: 0, retried: 0, differing: 0 };
  let next = 0;
  const person = async (): Promise<void> => {
    for (let at = next++; at < voters.length; at = next++) {
      const voter = new Voting(url, voters[at] as SimulatedVoter, roundId, randomBallot(terms), stop);
      const [doubles, cuts, again] = [DOUBLES, CUTS, AGAIN].map((every) => at % every === 0);
      if (cuts && (await voter.sendAndCut())) figures.cut++;
      const { answers, ms } = await voter.untilAnswered(doubles ? 2 : 1);
      figures.acknowledged.push({ code: voter.code, ms });
      onAcknowledged(figures.acknowledged.length);
      if (again) answers.push(...(await voter.untilAnswered(1)).answers);
      figures.doubled += doubles ? 1 : 0;
      figures.retried += voter.retries;
      if (new Set(answers.map((each) => JSON.stringify(each))).size > 1) figures.differing++;
    }
  };
  await Promise.all(Array.from({ length: Math.min(TOGETHER, voters.length) }, person));
  return figures;
}

/** One voter with a device that keeps its code and its key, and sends the same again until it is answered. */
class Voting {
  readonly code = newCode(TRACKING_CODE_LENGTH);
  retries = 0;
  private readonly message: object;

  constructor(
    private readonly url: string,
    private readonly voter: SimulatedVoter,
    roundId: string,
    ballot: BallotContent,
    private readonly stop: AbortSignal,
  ) {
    this.message = { roundId, voterId: voter.voterId, ballot, code: this.code, key: newSecret() };
  }

  /** Answers whether there was a connection, on which the ballot went on its way before it was cut. */
  async sendAndCut(): Promise<boolean> {
    const wire = await openWire(this.url, this.voter.cookie).catch(() => null);
    if (!wire) return false;
    wire.ask('ballot.cast', this.message).catch(() => undefined);
    await wire.cut();
    return true;
  }

  /** Sends so many times at once, until all are answered. */
  async untilAnswered(times: number): Promise<{ answers: BallotAnswer[]; ms: number }> {
    const begin = performance.now();
    while (performance.now() - begin < PATIENCE_MS) {
      this.stop.throwIfAborted();
      const answers = await this.attempt(times).catch(lost);
      if (answers) return { answers, ms: performance.now() - begin };
      this.retries++;
      await new Promise((resolve) => setTimeout(resolve, randomInt(1, RETRY_MS)));
    }
    throw new Error('a simulated voter never got an answer');
  }

  private async attempt(times: number): Promise<BallotAnswer[] | null> {
    const wire = await openWire(this.url, this.voter.cookie);
    try {
      return await this.send(wire, times);
    } finally {
      wire.close();
    }
  }

  /** Null where the server asks to try again. */
  private async send(wire: Wire, times: number): Promise<BallotAnswer[] | null> {
    const asks = Array.from({ length: times }, () => wire.ask<BallotAnswer>('ballot.cast', this.message));
    const answers: BallotAnswer[] = [];
    for (const answer of await Promise.all(asks)) {
      if (answer.ok) answers.push(answer.data);
      else if (/^(ballot\.retry|service\.unavailable)$/.test(answer.error.code)) return null;
      else throw new Refused(answer.error.code);
    }
    return answers;
  }
}

class Refused extends Error {}

function lost(error: unknown): null {
  if (error instanceof Refused) throw error;
  return null;
}

/** What anybody might vote under these terms. */
export function randomBallot({ method, options, choicesMax, scoreRange }: PollTerms): BallotContent {
  const ids = options.map(({ id }) => id);
  if (method === 'yes-no-abstain') return { choice: CHOICES[randomInt(CHOICES.length)] as string };
  if (method === 'plurality') return { choices: shuffled(ids).slice(0, randomInt(1, choicesMax + 1)) };
  if (method === 'approval') return { approved: shuffled(ids).slice(0, randomInt(ids.length + 1)) };
  if (method === 'score') {
    const [low, high] = scoreRange ?? [0, 0];
    return { scores: Object.fromEntries(ids.map((id) => [id, randomInt(low, high + 1)])) };
  }
  return { ranking: shuffled(ids).map((id) => [id]) };
}

function shuffled(ids: readonly string[]): string[] {
  const drawn = ids.map((id) => ({ id, place: randomInt(2 ** 32) }));
  return drawn.sort((a, b) => a.place - b.place).map(({ id }) => id);
}
