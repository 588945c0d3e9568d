import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { sha256 } from '../../kernel/hash-chain.js';

/** A request that left its key behind unanswered this long ago died with its process. */
const ABANDONED = '60 seconds';
/** Keys are kept this long; a retry after that counts as new. */
const KEPT = '24 hours';

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Remembers the answers to writes by their `Idempotency-Key`, so that a retry gets the first answer
 * instead of a second effect (draft-ietf-httpapi-idempotency-key-header).
 */
@Injectable()
export class Idempotency {
  constructor(private readonly db: DataSource) {}

  /** The remembered answer, or null if the request is to be done now. */
  async begin(accountId: string, key: string, request: Json): Promise<Answered | null> {
    const hash = sha256(canonicalJson(request));
    const [mine] = await this.db.query(
      `INSERT INTO idempotency_key AS known (account_id, key, request_hash) VALUES ($1, $2, $3)
       ON CONFLICT (account_id, key) DO UPDATE SET created_at = now()
         WHERE known.status IS NULL AND known.request_hash = $3 AND known.created_at < now() - interval '${ABANDONED}'
       RETURNING key`,
      [accountId, key, hash],
    );
    if (mine) return null;
    const [known] = await this.db.query(
      'SELECT request_hash, status, response FROM idempotency_key WHERE account_id = $1 AND key = $2',
      [accountId, key],
    );
    if (known && known.request_hash !== hash) throw refuse(KERNEL_ERRORS, 'request.key-reused');
    if (!known || known.status === null) throw refuse(KERNEL_ERRORS, 'request.in-progress');
    return { status: known.status, body: known.response };
  }

  async answered(accountId: string, key: string, { status, body }: Answered): Promise<void> {
    await this.db.query(
      'UPDATE idempotency_key SET status = $3, response = $4 WHERE account_id = $1 AND key = $2',
      [accountId, key, status, JSON.stringify(body ?? null)],
    );
  }

  /** A refused request had no effect and may be tried again with the same key. */
  async failed(accountId: string, key: string): Promise<void> {
    await this.db.query('DELETE FROM idempotency_key WHERE account_id = $1 AND key = $2', [accountId, key]);
  }

  async sweep(): Promise<void> {
    await this.db.query(`DELETE FROM idempotency_key WHERE created_at < now() - interval '${KEPT}'`);
  }
}
