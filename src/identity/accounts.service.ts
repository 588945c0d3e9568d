import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { refuse } from '../kernel/errors.js';
import { hashSecret, newId } from '../kernel/ids.js';
import { brokenUnique } from '../platform/database/conflicts.js';
import { accountOf, type Reader } from '../platform/http/reader.js';
import { Throttle } from '../platform/http/throttle.js';
import { Account } from './account.entity.js';
import { EmailCodes } from './email-codes.service.js';
import { type ChangePassword, IDENTITY_ERRORS, type UpdateMe } from './identity.contract.js';
import { PASSKEY_ERRORS, type PasskeyAnswer } from './passkeys/passkeys.contract.js';
import { Passkeys } from './passkeys/passkeys.service.js';
import { hashPassword, isWeak, passwordFits } from './passwords.js';
import { SignInLink } from './sign-in-link.entity.js';
import { SignIns } from './sign-ins.service.js';

/** Wrong passwords for one account, and for one address, behind which a whole hall may sit. */
const PER_ACCOUNT = { limit: 10, seconds: 15 * 60 };
const PER_ADDRESS = { limit: 3_000, seconds: 15 * 60 };

/** Where a sign-in comes from: what the throttle and the list of sign-ins need of a request. */
export interface Origin {
  readonly address: string;
  readonly device: string;
  /** Whether the request came straight from this machine, through no proxy. */
  readonly loopback: boolean;
}

@Injectable()
export class Accounts {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly signIns: SignIns,
    private readonly codes: EmailCodes,
    private readonly throttle: Throttle,
    private readonly passkeys: Passkeys,
  ) {}

  async create(
    em: EntityManager,
    person: Pick<Account, 'name' | 'locale'> & Partial<Account>,
  ): Promise<Account> {
    const account: Account = {
      id: newId(),
      email: null,
      passwordHash: null,
      operator: false,
      createdAt: this.clock.now(),
      erasedAt: null,
      ...person,
    };
    await em.insert(Account, account);
    return account;
  }

  /** Signs in with a mailed code. Answers the cookie's token. */
  async signInByCode(email: string, code: string, origin: Origin): Promise<string> {
    await this.throttle.take(`address:${origin.address}`, PER_ADDRESS);
    return this.codes.spend({ email, code, accountId: null }, async (em) => {
      const account = await em.findOneBy(Account, { email, erasedAt: IsNull() });
      if (!account) throw refuse(IDENTITY_ERRORS, 'sign-in.failed');
      return this.signIns.start(em, account.id, origin.device);
    });
  }

  async signInByPassword(email: string, password: string, origin: Origin): Promise<string> {
    await this.throttle.take(`address:${origin.address}`, PER_ADDRESS);
    await this.throttle.take(`password:${email}`, PER_ACCOUNT);
    const account = await this.db.manager.findOneBy(Account, { email, erasedAt: IsNull() });
    if (!(await passwordFits(account?.passwordHash ?? null, password)) || !account)
      throw refuse(IDENTITY_ERRORS, 'sign-in.failed');
    await this.throttle.clear(`password:${email}`);
    return this.signIns.start(this.db.manager, account.id, origin.device);
  }

  async signInByPasskey(answer: PasskeyAnswer, origin: Origin): Promise<string> {
    await this.throttle.take(`address:${origin.address}`, PER_ADDRESS);
    return this.db.transaction(async (em) => {
      const { accountId } = await this.passkeys.signIn(em, answer);
      const account = await em.findOneBy(Account, { id: accountId, erasedAt: IsNull() });
      if (!account) throw refuse(PASSKEY_ERRORS, 'passkey.refused');
      return this.signIns.start(em, account.id, origin.device);
    });
  }

  /** Trial links work from this machine only, as often as wished; the first organiser's works once, from anywhere. */
  async signInByLink(token: string, origin: Origin): Promise<string> {
    await this.throttle.take(`address:${origin.address}`, PER_ADDRESS);
    return this.db.transaction(async (em) => {
      const link = await em.findOne(SignInLink, {
        where: { tokenHash: hashSecret(token) },
        lock: { mode: 'pessimistic_write' },
      });
      const usable = link && (link.kind === 'trial' ? origin.loopback : link.usedAt === null);
      if (!usable) throw refuse(IDENTITY_ERRORS, 'sign-in.link-expired');
      await em.update(SignInLink, { tokenHash: link.tokenHash }, { usedAt: this.clock.now() });
      return this.signIns.start(em, link.accountId, origin.device);
    });
  }

  async update(reader: Reader, change: UpdateMe): Promise<void> {
    const { name, locale } = change;
    const { id } = accountOf(reader);
    if (name !== undefined || locale !== undefined)
      await this.db.manager.update(Account, { id }, { ...(name && { name }), ...(locale && { locale }) });
  }

  /** Sets or changes the password; every other sign-in of the account ends. */
  async changePassword(reader: Reader, { current, password }: ChangePassword): Promise<void> {
    const { id } = accountOf(reader);
    await this.throttle.take(`password:${id}`, PER_ACCOUNT);
    const passwordHash = await hashPassword(password);
    const ended = await this.db.transaction(async (em) => {
      const account = await em.findOneOrFail(Account, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (account.passwordHash && !(await passwordFits(account.passwordHash, current ?? '')))
        throw refuse(IDENTITY_ERRORS, 'sign-in.failed');
      if (isWeak(password, [account.name, account.email])) throw refuse(IDENTITY_ERRORS, 'password.weak');
      await em.update(Account, { id }, { passwordHash });
      return this.signIns.revokeOthers(em, id, reader.signInId);
    });
    this.signIns.cut(ended);
  }

  async askForAddress(reader: Reader, email: string): Promise<void> {
    const { id, locale } = accountOf(reader);
    await this.codes.askForAddress(id, email, locale);
  }

  /** Makes a proven address the account's own. That it is another's already is told only to who proved it. */
  async confirmAddress(reader: Reader, email: string, code: string): Promise<void> {
    const { id } = accountOf(reader);
    try {
      await this.codes.spend({ email, code, accountId: id }, (em) => em.update(Account, { id }, { email }));
    } catch (error) {
      if (brokenUnique(error) !== null) throw refuse(IDENTITY_ERRORS, 'email.taken');
      throw error;
    }
  }

  find(id: string): Promise<Account | null> {
    return this.db.manager.findOneBy(Account, { id, erasedAt: IsNull() });
  }
}
