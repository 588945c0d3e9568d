import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { hashSecret, newId, newSecret } from '../kernel/ids.js';
import { accountOf, NOBODY, type Reader } from '../platform/http/reader.js';
import { ApiToken } from './api-token.entity.js';
import type { CreateApiToken } from './identity.contract.js';

const DAY_MS = 86_400_000;
/** Lets people and secret scanners recognise a token that lies where it should not. */
const PREFIX = 'nidaa_';

@Injectable()
export class ApiTokens {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Answers the row and the secret, which can never be shown again. */
  async create(
    accountId: string,
    { name, scopes, days }: CreateApiToken,
  ): Promise<{ row: ApiToken; token: string }> {
    const token = PREFIX + newSecret();
    const now = this.clock.now();
    const row: ApiToken = {
      id: newId(),
      accountId,
      name,
      tokenHash: hashSecret(token),
      scopes: [...new Set(scopes)],
      createdAt: now,
      expiresAt: new Date(now.getTime() + days * DAY_MS),
      usedAt: null,
      revokedAt: null,
    };
    await this.db.manager.insert(ApiToken, row);
    return { row, token };
  }

  async find(token: string): Promise<Reader> {
    const now = this.clock.now();
    const [[row]] = await this.db.query(
      `UPDATE api_token t SET used_at = $2 FROM account a
        WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > $2
          AND a.id = t.account_id AND a.erased_at IS NULL
        RETURNING t.scopes, a.id, a.name, a.locale, a.operator`,
      [hashSecret(token), now],
    );
    if (!row) return NOBODY;
    const { id, name, locale, operator, scopes } = row;
    return { account: { id, name, locale, operator }, signInId: null, scopes };
  }

  list(reader: Reader): Promise<ApiToken[]> {
    return this.db
      .createQueryBuilder(ApiToken, 't')
      .where('t.accountId = :id AND t.revokedAt IS NULL AND t.expiresAt > :now', {
        id: accountOf(reader).id,
        now: this.clock.now(),
      })
      .orderBy('t.createdAt', 'DESC')
      .getMany();
  }

  async revoke(reader: Reader, id: string): Promise<void> {
    const { affected } = await this.db
      .createQueryBuilder()
      .update(ApiToken)
      .set({ revokedAt: this.clock.now() })
      .where('id = :id AND accountId = :accountId AND revokedAt IS NULL', {
        id,
        accountId: accountOf(reader).id,
      })
      .execute();
    if (!affected) throw refuse(KERNEL_ERRORS, 'object.missing');
  }
}
