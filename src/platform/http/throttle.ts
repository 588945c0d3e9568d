import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';

/** `limit` attempts in `seconds`. */
export interface Allowance {
  readonly limit: number;
  readonly seconds: number;
}

/**
 * Counts attempts in the database, so that several processes count together. For the few doors where guessing
 * pays (codes, passwords): keyed by what is being guessed, and only widely by address, since a whole hall
 * sits behind one.
 */
@Injectable()
export class Throttle {
  constructor(private readonly db: DataSource) {}

  /** Takes one attempt, or throws `request.too-many` with the seconds to wait. */
  async take(key: string, { limit, seconds }: Allowance): Promise<void> {
    const [row]: { count: number; wait: number }[] = await this.db.query(
      `INSERT INTO throttle (key, count, resets_at) VALUES ($1, 1, now() + make_interval(secs => $2))
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN throttle.resets_at <= now() THEN 1 ELSE throttle.count + 1 END,
         resets_at = CASE WHEN throttle.resets_at <= now() THEN excluded.resets_at ELSE throttle.resets_at END
       RETURNING count, ceil(extract(epoch FROM resets_at - now()))::int AS wait`,
      [key, seconds],
    );
    if (row && row.count > limit)
      throw refuse(KERNEL_ERRORS, 'request.too-many', { retryAfter: Math.max(1, row.wait) });
  }

  /** Forgets the attempts of a key: the right secret was given. */
  async clear(key: string): Promise<void> {
    await this.db.query('DELETE FROM throttle WHERE key = $1', [key]);
  }

  /** Removes what has run out. */
  async sweep(): Promise<void> {
    await this.db.query('DELETE FROM throttle WHERE resets_at <= now()');
  }
}
