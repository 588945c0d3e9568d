import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { brokenUnique } from '../platform/database/conflicts.js';
import { accountOf, type Reader } from '../platform/http/reader.js';
import { answer, BallotChanges } from './ballot-changes.js';
import { type CastRequest, STORE_BALLOTS, storeParameters } from './ballot-statement.js';
import type { BallotAnswer, CastBallot } from './ballots.contract.js';
import { checkedBallots } from './checked-ballots.js';
import { readContent } from './counting/ballot-content.js';
import { GroupCommit } from './group-commit.js';
import { RoundTerms } from './round-terms.js';
import { Turnout } from './turnout.js';
import { VOTING_ERRORS } from './voting.contract.js';

/** With so many waiting in one process, further voters are asked to try again in a moment. */
const MOST_WAITING = 10_000;

/** Answers when the ballot was taken; null if it was not. */
type Queue = GroupCommit<CastRequest, Date | null>;

/**
 * Takes ballots. Those of a round that arrive while a commit is under way go together in the next one: one statement
 * that commits by itself, with the database's `synchronous_commit`, before anything is acknowledged.
 */
@Injectable()
export class BallotBox {
  private readonly queues = new Map<string, Queue>();
  /** Names this process's row of the turnout. */
  private readonly teller = newId();
  private waiting = 0;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly turnout: Turnout,
    private readonly terms: RoundTerms,
    private readonly changes: BallotChanges,
  ) {}

  /** Casts one ballot. A retry with the same key gets the same answer, whichever socket, process or start it meets. */
  async castBallot(
    reader: Reader,
    roundId: string,
    { voterId, ballot, code, key, over }: CastBallot & { readonly key: string },
  ): Promise<BallotAnswer> {
    const accountId = accountOf(reader).id;
    const terms = await this.terms.of(roundId);
    const content = checkedBallots(() => readContent(terms, ballot));
    if (this.waiting >= MOST_WAITING) throw refuse(VOTING_ERRORS, 'ballot.retry');
    const request = { accountId, voterId, content: JSON.stringify(content), key, code, over };
    this.waiting += 1;
    const castAt = await this.queueOf(roundId)
      .add(request)
      .finally(() => {
        this.waiting -= 1;
      });
    if (!castAt) return this.changes.changeOrExplain(roundId, terms, request);
    this.turnout.changed(roundId);
    return answer(terms, { voterId, ballot: content, code, castAt, confirmed: !terms.confirmed });
  }

  private queueOf(roundId: string): Queue {
    let queue = this.queues.get(roundId);
    if (!queue) {
      queue = new GroupCommit<CastRequest, Date | null>(
        ({ voterId }) => voterId,
        (batch) => this.store(roundId, batch),
        () => this.queues.delete(roundId),
      );
      this.queues.set(roundId, queue);
    }
    return queue;
  }

  /** When each of the ballots was taken, or null. One that breaks a constraint never fails those that came with it. */
  private async store(roundId: string, batch: readonly CastRequest[]): Promise<(Date | null)[]> {
    try {
      return await this.storeTogether(roundId, batch);
    } catch (error) {
      if (brokenUnique(error) === null) throw error;
      if (batch.length === 1) return [null];
      const each: (Date | null)[] = [];
      for (const one of batch) each.push(...(await this.store(roundId, [one])));
      return each;
    }
  }

  private async storeTogether(roundId: string, batch: readonly CastRequest[]): Promise<(Date | null)[]> {
    const castAt = this.clock.now();
    const parameters = storeParameters(roundId, batch, { castAt, teller: this.teller });
    const rows: { place: number }[] = await this.db.query(STORE_BALLOTS, parameters);
    const taken = new Set(rows.map(({ place }) => place));
    return batch.map((_, place) => (taken.has(place) ? castAt : null));
  }
}
