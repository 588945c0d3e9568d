import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { hashSecret, newId, newSecret } from '../kernel/ids.js';
import { accountOf, NOBODY, type Reader } from '../platform/http/reader.js';
import { RealtimeGateway } from '../platform/realtime/realtime.gateway.js';
import { SignIn } from './sign-in.entity.js';

const DAY_MS = 86_400_000;
/** A forum lasts days, its preparation weeks; a lost phone's sign-in can be revoked in the list. */
export const SIGN_IN_DAYS = 30;
/** `seen_at` is for people to recognise a device by, so minutes are exact enough and spare a write a request. */
const SEEN_EVERY_MS = 10 * 60_000;

interface Found {
  id: string;
  account_id: string;
  name: string;
  locale: 'ar' | 'fr' | 'en';
  operator: boolean;
  seen_at: Date;
}

@Injectable()
export class SignIns {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly realtime: RealtimeGateway,
  ) {}

  /** Signs an account in on one device. Answers the token for its cookie, which is stored nowhere else. */
  async start(em: EntityManager, accountId: string, device: string): Promise<string> {
    const token = newSecret();
    const now = this.clock.now();
    await em.insert(SignIn, {
      id: newId(),
      accountId,
      tokenHash: hashSecret(token),
      device,
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + SIGN_IN_DAYS * DAY_MS),
    });
    return token;
  }

  /** The reader behind a cookie's token: one query. Nobody for a token that is unknown, revoked or too old. */
  async find(token: string): Promise<Reader> {
    const now = this.clock.now();
    const [row]: Found[] = await this.db.query(
      `SELECT s.id, s.account_id, s.seen_at, a.name, a.locale, a.operator
         FROM sign_in s JOIN account a ON a.id = s.account_id
        WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND a.erased_at IS NULL`,
      [hashSecret(token), now],
    );
    if (!row) return NOBODY;
    if (now.getTime() - row.seen_at.getTime() > SEEN_EVERY_MS)
      await this.db.manager.update(SignIn, { id: row.id }, { seenAt: now });
    const { account_id: id, name, locale, operator } = row;
    return { account: { id, name, locale, operator }, signInId: row.id, scopes: null };
  }

  async list(reader: Reader): Promise<SignIn[]> {
    return this.db
      .createQueryBuilder(SignIn, 's')
      .where('s.accountId = :id AND s.revokedAt IS NULL AND s.expiresAt > :now', {
        id: accountOf(reader).id,
        now: this.clock.now(),
      })
      .orderBy('s.seenAt', 'DESC')
      .getMany();
  }

  /** Ends one of the reader's own sign-ins and cuts its sockets. */
  async revoke(reader: Reader, signInId: string): Promise<void> {
    const { affected } = await this.db
      .createQueryBuilder()
      .update(SignIn)
      .set({ revokedAt: this.clock.now() })
      .where('id = :signInId AND accountId = :accountId AND revokedAt IS NULL', {
        signInId,
        accountId: accountOf(reader).id,
      })
      .execute();
    if (!affected) throw refuse(KERNEL_ERRORS, 'object.missing');
    this.realtime.cut(signInId);
  }

  /** Ends all sign-ins of an account but one: after a new password. */
  async revokeOthers(em: EntityManager, accountId: string, keep: string | null): Promise<string[]> {
    const rows: { id: string }[] = (
      await em
        .createQueryBuilder()
        .update(SignIn)
        .set({ revokedAt: this.clock.now() })
        .where('accountId = :accountId AND revokedAt IS NULL AND id IS DISTINCT FROM :keep', {
          accountId,
          keep,
        })
        .returning('id')
        .execute()
    ).raw;
    return rows.map(({ id }) => id);
  }

  cut(signInIds: readonly string[]): void {
    for (const id of signInIds) this.realtime.cut(id);
  }
}
