import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Delegation } from '../../forum/delegation.entity.js';
import { ForumAccess, type Standing } from '../../forum/forum-access.js';
import { Account } from '../../identity/account.entity.js';
import { EmailCodes } from '../../identity/email-codes.service.js';
import { Passkeys } from '../../identity/passkeys/passkeys.service.js';
import { jwkOf } from '../../identity/passkeys/relying-party.js';
import { Clock } from '../../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { Events } from '../../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../../platform/http/reader.js';
import { readText } from '../adoption/read-text.js';
import { textHash } from '../adoption/text-hash.js';
import { maySeeAppeal, maySign } from '../appeal.abilities.js';
import { APPEAL_ERRORS } from '../appeal.contract.js';
import { Appeal } from '../appeal.entity.js';
import type { Clause } from '../clause.entity.js';
import { confirmed } from './confirmed.js';
import type { PasskeyProof } from './proof.js';
import { readSignatures } from './read-signatures.js';
import { Signature } from './signature.entity.js';
import {
  type ConfirmSignature,
  type PreparedSignature,
  type PrepareSignature,
  SIGNATURE_ERRORS,
  type SIGNATURE_EVENTS,
  type SignaturesView,
} from './signatures.contract.js';
import { presentSignatures } from './signatures.presenter.js';
import { type Statement, statementHash } from './statement.js';
import { wordsOf } from './statement.words.js';
import { statementOf } from './statement-of.js';

/** What a passkey is asked to confirm here. */
const PURPOSE = 'appeal.sign';

interface Signing {
  readonly appeal: Appeal;
  readonly delegationId: string;
  readonly cityId: string;
  readonly participantId: string;
  readonly hash: string;
  readonly clauses: readonly Clause[];
}

/** Heads of delegation sign an adopted text for their cities, one position each, over the text's hash. */
@Injectable()
export class Signatures {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
    private readonly passkeys: Passkeys,
    private readonly codes: EmailCodes,
  ) {}

  async show(reader: Reader, appealId: string): Promise<SignaturesView> {
    const em = this.db.manager;
    const { appeal, standing } = await this.enter(em, reader, appealId);
    const { rows, ...text } = await readText(em, appeal);
    const hash = textHash(text);
    const cities = await readSignatures(em, appeal, hash);
    return presentSignatures(hash, cities, rows, await this.own(em, appeal, standing));
  }

  /** Lays the statement before its signer: asks the device's challenge over its hash, or mails a code for it alone. */
  async prepare(
    reader: Reader,
    appealId: string,
    { by, ...wanted }: PrepareSignature,
  ): Promise<PreparedSignature> {
    const signing = await this.signing(this.db.manager, reader, appealId);
    const at = this.clock.now().toISOString();
    const statement = statementOf(signing, { ...wanted, at });
    const hash = statementHash(statement);
    const shown = { statementHash: hash, textHash: signing.hash, at };
    if (by === 'passkey') {
      const request = await this.passkeys.beginConfirming(reader, PURPOSE, challengeOf(hash));
      return { ...shown, request, mailedTo: null };
    }
    const what = await wordsOf(this.db.manager, signing, statement);
    const mailedTo = await this.codes.askToConfirm(accountOf(reader).id, hash, what);
    return { ...shown, request: null, mailedTo };
  }

  /** Signs what was laid before the signer. A later statement of the city takes the place of an earlier one. */
  async confirm(reader: Reader, appealId: string, sent: ConfirmSignature): Promise<void> {
    const { answer, code, named, ...wanted } = sent;
    const hash = statementHash(statementOf(await this.signing(this.db.manager, reader, appealId), wanted));
    const { id: accountId } = accountOf(reader);
    const sign = async (em: EntityManager, about: string, proof: PasskeyProof | null): Promise<void> => {
      const signing = await this.signing(em, reader, appealId);
      const statement = statementOf(signing, wanted);
      // The text went on, or another clause is meant, since it was confirmed.
      if (statementHash(statement) !== about) throw refuse(SIGNATURE_ERRORS, 'signature.refused');
      await this.keep(em, signing, statement, { proof, named });
      await this.tell(em, signing, 'appeal.signed', accountId);
    };
    if (answer)
      return confirmed(
        this.db.transaction(async (em) => {
          const confirmation = { answer, challenge: challengeOf(hash) };
          const { publicKey } = await this.passkeys.confirm(em, reader, PURPOSE, confirmation);
          const { credential: _, ...signed } = answer;
          await sign(em, hash, { key: jwkOf(publicKey), ...signed });
        }),
      );
    if (!code) throw refuse(SIGNATURE_ERRORS, 'signature.refused');
    return confirmed(this.codes.confirm({ accountId, about: hash, code }, (em) => sign(em, hash, null)));
  }

  /** Takes the city's signature, reservation or abstention back: as if it had not been asked yet. */
  async withdraw(reader: Reader, appealId: string): Promise<void> {
    await this.db.transaction(async (em) => {
      const signing = await this.signing(em, reader, appealId);
      const { delegationId } = signing;
      const { affected } = await em.delete(Signature, { appealId, delegationId });
      if (!affected) throw refuse(KERNEL_ERRORS, 'object.missing');
      await this.tell(em, signing, 'appeal.signature-withdrawn', accountOf(reader).id);
    });
  }

  private async enter(
    em: EntityManager,
    reader: Reader,
    id: string,
    lock = false,
  ): Promise<{ appeal: Appeal; standing: Standing }> {
    // Shared: cities sign at the same time, and the publication waits for those that are under way.
    const appeal = await em.findOne(Appeal, {
      where: { id },
      ...(lock && { lock: { mode: 'pessimistic_read' as const } }),
    });
    const standing = appeal && (await this.access.standing(reader, appeal.forumId, em));
    if (!appeal || !standing || !maySeeAppeal(standing, appeal))
      throw refuse(KERNEL_ERRORS, 'object.missing');
    return { appeal, standing };
  }

  /** What a head of delegation may sign now. With a transaction's manager the appeal is held meanwhile. */
  private async signing(em: EntityManager, reader: Reader, id: string): Promise<Signing> {
    const { appeal, standing } = await this.enter(em, reader, id, em !== this.db.manager);
    permit(maySign(standing), reader);
    const { participant } = standing;
    if (appeal.state !== 'adopted') throw refuse(APPEAL_ERRORS, 'appeal.state');
    const { rows, ...text } = await readText(em, appeal);
    const hash = textHash(text);
    if (hash !== appeal.adoptedHash) throw refuse(APPEAL_ERRORS, 'appeal.not-adopted');
    const delegationId = participant?.delegationId as string;
    const cityId = await cityOf(em, delegationId);
    return { appeal, delegationId, cityId, participantId: participant?.id as string, hash, clauses: rows };
  }

  private async keep(
    em: EntityManager,
    { appeal, delegationId, participantId }: Signing,
    { textHash: hash, act, reservations, at }: Statement,
    { proof, named }: { proof: PasskeyProof | null; named: boolean },
  ): Promise<void> {
    await em.upsert(
      Signature,
      {
        ...{ appealId: appeal.id, delegationId, textHash: hash, act, at, proof, participantId, named },
        reservations: [...reservations],
        confirmedBy: proof ? 'passkey' : 'code',
        signedAt: this.clock.now(),
      } as object,
      ['appealId', 'delegationId'],
    );
  }

  private tell(
    em: EntityManager,
    { appeal, cityId }: Signing,
    type: keyof typeof SIGNATURE_EVENTS,
    actorId: string,
  ): Promise<void> {
    const subject = { kind: 'appeal', id: appeal.id };
    return this.events.append(em, { forumId: appeal.forumId, type, subject, actorId, payload: { cityId } });
  }

  private async own(
    em: EntityManager,
    { state }: Appeal,
    standing: Standing,
  ): Promise<SignaturesView['own']> {
    if (state !== 'adopted' || !maySign(standing)) return null;
    const cityId = await cityOf(em, standing.participant?.delegationId as string);
    const { email } = await em.findOneByOrFail(Account, { id: accountOf(standing.reader).id });
    return { cityId, passkeys: (await this.passkeys.list(standing.reader)).length, email };
  }
}

const challengeOf = (hash: string): string => Buffer.from(hash, 'hex').toString('base64url');

async function cityOf(em: EntityManager, delegationId: string): Promise<string> {
  return (await em.findOneByOrFail(Delegation, { id: delegationId })).cityId;
}
