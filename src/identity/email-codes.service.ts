import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { refuse } from '../kernel/errors.js';
import { hashSecret, newCode, newId, normaliseCode } from '../kernel/ids.js';
import type { Lang } from '../kernel/localized.js';
import { Config } from '../platform/config/config.js';
import { Throttle } from '../platform/http/throttle.js';
import { Mailer } from '../platform/mail/mailer.js';
import { Account } from './account.entity.js';
import { EmailCode } from './email-code.entity.js';
import { IDENTITY_ERRORS } from './identity.contract.js';
import { codeLetter } from './identity.letters.js';

const MINUTES = 15;
/** 40 bits, guessed at most ten times: one in 10^11. */
const CODE_LENGTH = 8;
const ATTEMPTS = 10;
const ASKED = { limit: 6, seconds: 3_600 };

@Injectable()
export class EmailCodes {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly throttle: Throttle,
  ) {}

  /**
   * Mails a code to an address, if an account has it. The answer is the same either way, and so is the work:
   * a code row is written for unknown addresses too, so that time tells nothing.
   */
  async askForSignIn(email: string, locale: Lang): Promise<void> {
    await this.throttle.take(`code:${email}`, ASKED);
    await this.db.transaction(async (em) => {
      const account = await em.findOneBy(Account, { email, erasedAt: IsNull() });
      await this.write(em, {
        email,
        accountId: null,
        locale: account?.locale ?? locale,
        send: account !== null,
      });
    });
  }

  /** Mails a code to the address that an account wants as its own. */
  async askForAddress(accountId: string, email: string, locale: Lang): Promise<void> {
    await this.throttle.take(`address:${accountId}`, ASKED);
    await this.db.transaction((em) => this.write(em, { email, accountId, locale, send: true }));
  }

  /**
   * Spends a code and does the work that it opens, in one transaction. Wrong, used, too old and too often tried
   * are the same refusal. Attempts are counted before and after, so that a refusal does not undo the count, and
   * never inside: a transaction that waits for a second connection would stop a hall that signs in at once.
   */
  async spend<T>(
    { email, code, accountId }: { email: string; code: string; accountId: string | null },
    work: (em: EntityManager) => Promise<T>,
  ): Promise<T> {
    await this.throttle.take(`code-try:${email}`, { limit: ATTEMPTS, seconds: MINUTES * 60 });
    const outcome = await this.db.transaction(async (em) => {
      await this.use(em, email, code, accountId);
      return work(em);
    });
    await this.throttle.clear(`code-try:${email}`);
    return outcome;
  }

  private async use(
    em: EntityManager,
    email: string,
    typed: string,
    accountId: string | null,
  ): Promise<void> {
    const code = await em.findOne(EmailCode, {
      where: {
        email,
        accountId: accountId ?? IsNull(),
        codeHash: hashSecret(normaliseCode(typed)),
        usedAt: IsNull(),
      },
      lock: { mode: 'pessimistic_write' },
    });
    if (!code || code.expiresAt <= this.clock.now()) throw refuse(IDENTITY_ERRORS, 'sign-in.failed');
    await em.update(EmailCode, { email, usedAt: IsNull() }, { usedAt: this.clock.now() });
  }

  private async write(
    em: EntityManager,
    {
      email,
      accountId,
      locale,
      send,
    }: { email: string; accountId: string | null; locale: Lang; send: boolean },
  ): Promise<void> {
    const code = newCode(CODE_LENGTH);
    const now = this.clock.now();
    await em.insert(EmailCode, {
      id: newId(),
      email,
      accountId,
      codeHash: hashSecret(code),
      createdAt: now,
      expiresAt: new Date(now.getTime() + MINUTES * 60_000),
    });
    if (!send) return;
    const page = accountId ? '/account/email' : '/sign-in/code';
    // Behind the #, so that neither the code nor the address reaches a server's log or a mail scanner's request.
    const link = `${this.config.publicUrl}${page}#${new URLSearchParams({ email, code })}`;
    await this.mailer.write(em, {
      forumId: null,
      to: email,
      locale,
      ...codeLetter(locale, code, link, MINUTES),
    });
  }
}
