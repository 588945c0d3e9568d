import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { refuse } from '../kernel/errors.js';
import { hashSecret, newCode, newId, normaliseCode } from '../kernel/ids.js';
import type { Lang, Localized } from '../kernel/localized.js';
import { Config } from '../platform/config/config.js';
import { Throttle } from '../platform/http/throttle.js';
import { Mailer } from '../platform/mail/mailer.js';
import { Account } from './account.entity.js';
import { EmailCode } from './email-code.entity.js';
import { IDENTITY_ERRORS } from './identity.contract.js';
import { codeLetter, confirmationLetter } from './identity.letters.js';

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
        letter: account && this.letterFor('/sign-in/code', email),
      });
    });
  }

  /** Mails a code to the address that an account wants as its own. */
  async askForAddress(accountId: string, email: string, locale: Lang): Promise<void> {
    await this.throttle.take(`address:${accountId}`, ASKED);
    await this.db.transaction((em) =>
      this.write(em, { email, accountId, locale, letter: this.letterFor('/account/email', email) }),
    );
  }

  /**
   * Mails a code to the account's own address that confirms one thing and nothing else: `about` is its hash, `what` says
   * it in words. Answers the address; `email.none` where the account has none.
   */
  async askToConfirm(accountId: string, about: string, what: Localized): Promise<string> {
    await this.throttle.take(`confirm:${accountId}`, ASKED);
    return this.db.transaction(async (em) => {
      const { email, locale } = await em.findOneByOrFail(Account, { id: accountId });
      if (!email) throw refuse(IDENTITY_ERRORS, 'email.none');
      const letter = (to: Lang, code: string) => confirmationLetter(to, code, what[to], MINUTES);
      await this.write(em, { email, accountId, about, locale, letter });
      return email;
    });
  }

  /** Spends a code that confirms `about`, as `spend` does. */
  async confirm<T>(
    { accountId, about, code }: { accountId: string; about: string; code: string },
    work: (em: EntityManager) => Promise<T>,
  ): Promise<T> {
    const { email } = await this.db.manager.findOneByOrFail(Account, { id: accountId });
    if (!email) throw refuse(IDENTITY_ERRORS, 'email.none');
    return this.spend({ email, code, accountId, about }, work);
  }

  /**
   * Spends a code and does the work that it opens, in one transaction. Wrong, used, too old and too often tried
   * are the same refusal. Attempts are counted before and after, so that a refusal does not undo the count, and
   * never inside: a transaction that waits for a second connection would stop a hall that signs in at once.
   */
  async spend<T>(
    { email, code, accountId, about = null }: Spent,
    work: (em: EntityManager) => Promise<T>,
  ): Promise<T> {
    await this.throttle.take(`code-try:${email}`, { limit: ATTEMPTS, seconds: MINUTES * 60 });
    const outcome = await this.db.transaction(async (em) => {
      await this.use(em, { email, code, accountId, about });
      return work(em);
    });
    await this.throttle.clear(`code-try:${email}`);
    return outcome;
  }

  private async use(
    em: EntityManager,
    { email, code: typed, accountId, about = null }: Spent,
  ): Promise<void> {
    const code = await em.findOne(EmailCode, {
      where: {
        email,
        accountId: accountId ?? IsNull(),
        about: about ?? IsNull(),
        codeHash: hashSecret(normaliseCode(typed)),
        usedAt: IsNull(),
      },
      lock: { mode: 'pessimistic_write' },
    });
    if (!code || code.expiresAt <= this.clock.now()) throw refuse(IDENTITY_ERRORS, 'sign-in.failed');
    const alike = { email, about: about ?? IsNull(), usedAt: IsNull() };
    await em.update(EmailCode, alike, { usedAt: this.clock.now() });
  }

  /** Without a letter the row is written all the same, and nothing is sent. */
  private async write(
    em: EntityManager,
    { email, accountId, about = null, locale, letter }: Written,
  ): Promise<void> {
    const code = newCode(CODE_LENGTH);
    const now = this.clock.now();
    await em.insert(EmailCode, {
      id: newId(),
      email,
      accountId,
      about,
      codeHash: hashSecret(code),
      createdAt: now,
      expiresAt: new Date(now.getTime() + MINUTES * 60_000),
    });
    if (letter) await this.mailer.write(em, { forumId: null, to: email, locale, ...letter(locale, code) });
  }

  /** With a link that holds the code behind the #, so that it reaches no server's log and no mail scanner's request. */
  private letterFor(page: string, email: string): Letter {
    return (locale, code) => {
      const link = `${this.config.publicUrl}${page}#${new URLSearchParams({ email, code })}`;
      return codeLetter(locale, code, link, MINUTES);
    };
  }
}

type Letter = (locale: Lang, code: string) => { subject: string; body: string };

interface Written {
  readonly email: string;
  readonly accountId: string | null;
  readonly about?: string | null;
  readonly locale: Lang;
  readonly letter: Letter | null;
}

interface Spent {
  readonly email: string;
  readonly code: string;
  readonly accountId: string | null;
  readonly about?: string | null;
}
