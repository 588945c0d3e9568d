import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { Config } from '../../platform/config/config.js';
import { brokenUnique } from '../../platform/database/conflicts.js';
import { accountOf, type Reader } from '../../platform/http/reader.js';
import { Throttle } from '../../platform/http/throttle.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Account } from '../account.entity.js';
import { passkeyLetter } from '../identity.letters.js';
import { Challenges } from './challenges.service.js';
import { Passkey } from './passkey.entity.js';
import {
  type AddPasskey,
  PASSKEY_ERRORS,
  PASSKEYS_MAX,
  type PasskeyAnswer,
  type PasskeyCreation,
  type PasskeyRequest,
} from './passkeys.contract.js';
import { presentCreation, presentRequest } from './passkeys.presenter.js';
import { challengeIn, checkAnswer, checkMade, relyingParty } from './relying-party.js';

/** For one account: pressing again after a mistake is free, guessing keys is not what this stops. */
const ASKED = { limit: 60, seconds: 15 * 60 };

const ASKED_IN_A_HALL = { limit: 3_000, seconds: 15 * 60 };

/** Keys of people's own devices. Each use asks the device for its owner: a finger, a face, a PIN. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly challenges: Challenges,
    private readonly throttle: Throttle,
    private readonly mailer: Mailer,
  ) {}

  list(reader: Reader): Promise<Passkey[]> {
    return this.of(accountOf(reader).id);
  }

  /** What the reader's browser needs to make a new key. */
  async begin(reader: Reader): Promise<PasskeyCreation> {
    const { id: accountId, name } = accountOf(reader);
    await this.throttle.take(`passkey:${accountId}`, ASKED);
    const known = await this.of(accountId);
    if (known.length >= PASSKEYS_MAX) throw refuse(PASSKEY_ERRORS, 'passkey.too-many');
    const challenge = await this.challenges.give({ purpose: 'add', accountId });
    return presentCreation(this.party, challenge, { id: accountId, name }, known);
  }

  /** Keeps a new key, and tells its owner by mail: a key that somebody else added does not stay unseen. */
  async add(reader: Reader, { name, made }: AddPasskey): Promise<Passkey> {
    const { id: accountId } = accountOf(reader);
    const challenge = challengeIn(made);
    try {
      return await this.db.transaction(async (em) => {
        // The account's row: two keys at once are counted one after the other.
        const account = await em.findOneOrFail(Account, {
          where: { id: accountId },
          lock: { mode: 'pessimistic_write' },
        });
        await this.challenges.take(em, challenge, { purpose: 'add', accountId });
        const { publicKey, counter } = await checkMade(made, challenge, this.party);
        if ((await em.countBy(Passkey, { accountId })) >= PASSKEYS_MAX)
          throw refuse(PASSKEY_ERRORS, 'passkey.too-many');
        const passkey: Passkey = {
          id: newId(),
          accountId,
          credentialId: made.credential,
          publicKey,
          counter: String(counter),
          name,
          createdAt: this.clock.now(),
          usedAt: null,
        };
        await em.insert(Passkey, passkey);
        const { email, locale } = account;
        if (email)
          await this.mailer.write(em, { forumId: null, to: email, locale, ...passkeyLetter(locale, name) });
        return passkey;
      });
    } catch (error) {
      if (brokenUnique(error) !== null) throw refuse(PASSKEY_ERRORS, 'passkey.refused');
      throw error;
    }
  }

  async remove(reader: Reader, id: string): Promise<void> {
    const { affected } = await this.db.manager.delete(Passkey, { id, accountId: accountOf(reader).id });
    if (!affected) throw refuse(KERNEL_ERRORS, 'object.missing');
  }

  /** What a browser needs to sign somebody in whom nobody knows yet. */
  async beginSignIn(address: string): Promise<PasskeyRequest> {
    await this.throttle.take(`passkey-address:${address}`, ASKED_IN_A_HALL);
    const challenge = await this.challenges.give({ purpose: 'sign-in', accountId: null });
    return presentRequest(this.party, challenge, []);
  }

  /** The key that signs in, used and counted. Throws `passkey.refused`. */
  async signIn(em: EntityManager, answer: PasskeyAnswer): Promise<Passkey> {
    const challenge = challengeIn(answer);
    await this.challenges.take(em, challenge, { purpose: 'sign-in', accountId: null });
    return this.use(em, answer, challenge);
  }

  /**
   * What the reader's browser needs to confirm something with a key of the reader's own. `challenge` says what is
   * confirmed (base64url of a SHA-256 over it), so that the answer proves that and nothing else.
   */
  async beginConfirming(reader: Reader, purpose: string, challenge: string): Promise<PasskeyRequest> {
    const { id: accountId } = accountOf(reader);
    await this.throttle.take(`passkey:${accountId}`, ASKED);
    await this.challenges.give({ purpose, accountId }, challenge);
    return presentRequest(this.party, challenge, await this.of(accountId));
  }

  /** The reader's key that confirmed what `challenge` says, used and counted. Throws `passkey.refused`. */
  async confirm(
    em: EntityManager,
    reader: Reader,
    purpose: string,
    { answer, challenge }: { readonly answer: PasskeyAnswer; readonly challenge: string },
  ): Promise<Passkey> {
    const { id: accountId } = accountOf(reader);
    await this.challenges.take(em, challenge, { purpose, accountId });
    const passkey = await this.use(em, answer, challenge);
    if (passkey.accountId !== accountId) throw refuse(PASSKEY_ERRORS, 'passkey.refused');
    return passkey;
  }

  private get party() {
    return relyingParty(this.config.publicUrl);
  }

  private of(accountId: string): Promise<Passkey[]> {
    return this.db.manager.find(Passkey, { where: { accountId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  private async use(em: EntityManager, answer: PasskeyAnswer, challenge: string): Promise<Passkey> {
    const passkey = await em.findOne(Passkey, {
      where: { credentialId: answer.credential },
      lock: { mode: 'pessimistic_write' },
    });
    if (!passkey) throw refuse(PASSKEY_ERRORS, 'passkey.refused');
    const { publicKey } = passkey;
    const known = { publicKey, counter: Number(passkey.counter) };
    const counter = await checkAnswer(answer, challenge, known, this.party);
    await em.update(Passkey, { id: passkey.id }, { counter: String(counter), usedAt: this.clock.now() });
    return passkey;
  }
}
