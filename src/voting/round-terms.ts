import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import type { PollDefinition } from './records.contract.js';
import { VOTING_ERRORS } from './voting.contract.js';

export type TermsOfRound = PollDefinition['terms'];

/** So many rounds are kept at hand; more are hardly ever open. */
const MOST_KEPT = 100;

/** The terms that ballots are checked against. What is frozen may be kept: it never changes again. */
@Injectable()
export class RoundTerms {
  private readonly kept = new Map<string, Promise<TermsOfRound>>();

  constructor(private readonly db: DataSource) {}

  /** `object.missing` for no round, `poll.not-open` for one that was never opened. */
  of(roundId: string): Promise<TermsOfRound> {
    const known = this.kept.get(roundId);
    if (known) return known;
    const read = this.read(roundId);
    this.kept.set(roundId, read);
    read.catch(() => this.kept.delete(roundId));
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest) this.kept.delete(oldest);
    return read;
  }

  private async read(roundId: string): Promise<TermsOfRound> {
    const [row]: { terms: TermsOfRound | null }[] = await this.db.query(
      `SELECT definition -> 'terms' AS terms FROM round WHERE id = $1`,
      [roundId],
    );
    if (!row) throw refuse(KERNEL_ERRORS, 'object.missing');
    if (!row.terms) throw refuse(VOTING_ERRORS, 'poll.not-open');
    return row.terms;
  }
}
