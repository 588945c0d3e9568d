import type { BallotAnswer } from '../../../../../src/voting/ballots.contract.js';
import { put } from '../../../lib/api.js';
import { ApiError } from '../../../lib/api-error.js';
import type { Realtime } from '../../../lib/realtime.js';
import type { PendingBallot } from './kept.js';

/** How a ballot fares on its way. At most one of answer and refusal is there, and then it is over. */
export interface Fare {
  readonly failures: number;
  readonly answer: BallotAnswer | null;
  readonly refusal: ApiError | null;
}
export const NOT_SENT: Fare = { failures: 0, answer: null, refusal: null };

const WAIT_MS = { first: 1_000, most: 15_000 };

/** Queued up and turned away: asking at once by another door would only lengthen the queue. */
const BUSY = ['ballot.retry', 'request.too-many'];

/** It may have arrived, or was not judged yet: the same ballot with the same key is sent again. */
function again(error: ApiError): boolean {
  return error.unknownOutcome || BUSY.includes(error.code) || error.code === 'auth.required';
}

/** By the socket that is open anyway; over HTTP, with the same key, where that gives no clear answer. */
async function cast(realtime: Realtime, pending: PendingBallot): Promise<BallotAnswer> {
  const { roundId, voterId, ballot, code, key, over } = pending;
  const message = { voterId, ballot, code, ...(over && { over }) };
  try {
    return await realtime.ask('ballot.cast', { roundId, ...message, key });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const unclear = error.unknownOutcome || error.code.startsWith('auth.');
    if (!unclear || BUSY.includes(error.code)) throw error;
    return put<BallotAnswer>(`/rounds/${roundId}/ballot`, message, key);
  }
}

interface Terms {
  /** Called once, before anybody hears of the end; null where the server refused for good. */
  readonly settle: (answer: BallotAnswer | null) => void | Promise<void>;
  /** Whether the one who confirmed the ballot is gone from this device. */
  readonly abandoned: () => boolean;
}

/** Carries one ballot to the server until it is answered, whichever page is shown meanwhile. */
export class Delivery {
  private fare = NOT_SENT;
  private readonly listeners = new Set<() => void>();
  private wake: (() => void) | null = null;

  constructor(
    private readonly realtime: Realtime,
    private readonly pending: PendingBallot,
    private readonly terms: Terms,
  ) {}

  readonly state = (): Fare => this.fare;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Ends the pause between two attempts. */
  hurry(): void {
    this.wake?.();
  }

  async run(): Promise<void> {
    while (!this.terms.abandoned()) {
      try {
        const answer = await cast(this.realtime, this.pending);
        await this.terms.settle(answer);
        return this.tell({ ...this.fare, answer });
      } catch (error) {
        const refusal = error instanceof ApiError ? error : new ApiError('service.failed', 500);
        if (!again(refusal)) {
          await this.terms.settle(null);
          return this.tell({ ...this.fare, refusal });
        }
        this.tell({ ...this.fare, failures: this.fare.failures + 1 });
        await this.pause();
      }
    }
  }

  /** Longer each time, and for each phone of the hall by its own measure. */
  private async pause(): Promise<void> {
    const wait = Math.min(WAIT_MS.first * 2 ** (this.fare.failures - 1), WAIT_MS.most);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, wait * (0.5 + Math.random()));
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = null;
  }

  private tell(fare: Fare): void {
    this.fare = fare;
    for (const listener of this.listeners) listener();
  }
}

const underWay = new WeakMap<Realtime, Map<string, Delivery>>();

/** The delivery of this ballot: the one that is under way already, or a new one that sets out now. */
export function deliver(realtime: Realtime, pending: PendingBallot, terms: Terms): Delivery {
  const all = underWay.get(realtime) ?? new Map<string, Delivery>();
  underWay.set(realtime, all);
  const known = all.get(pending.key);
  if (known) return known;
  const delivery = new Delivery(realtime, pending, terms);
  all.set(pending.key, delivery);
  void delivery.run().finally(() => all.delete(pending.key));
  return delivery;
}
