import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Accounts, type Origin } from '../identity/accounts.service.js';
import { SignIns } from '../identity/sign-ins.service.js';
import { Clock } from '../kernel/clock.js';
import { refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { brokenUnique } from '../platform/database/conflicts.js';
import { Events } from '../platform/events/events.service.js';
import type { Reader } from '../platform/http/reader.js';
import { Throttle } from '../platform/http/throttle.js';
import { cityNames } from './delegation-cities.js';
import { FORUM_ERRORS, type InvitationPreview, type JoinForum } from './forum.contract.js';
import { Forum } from './forum.entity.js';
import { Invitation } from './invitation.entity.js';
import { presentPreview } from './invitation.presenter.js';
import { invitationState } from './invitation.states.js';
import { InvitationCodes } from './invitation-codes.js';
import { Participant } from './participant.entity.js';

/** Tries of one code, and of one address, behind which a whole hall joins within minutes. */
const PER_CODE = { limit: 20, seconds: 15 * 60 };
const PER_ADDRESS = { limit: 3_000, seconds: 15 * 60 };

/** The way in: a code becomes a seat. */
@Injectable()
export class Joining {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly throttle: Throttle,
    private readonly codes: InvitationCodes,
    private readonly accounts: Accounts,
    private readonly signIns: SignIns,
  ) {}

  /** What a code offers. Unknown, revoked and expired ones are one refusal, `invitation.invalid`. */
  async preview(code: string, address: string): Promise<InvitationPreview> {
    const codeLookup = await this.takeTry(code, address);
    const invitation = this.usable(await this.db.manager.findOneBy(Invitation, { codeLookup }));
    const [forum, names] = await Promise.all([
      this.db.manager.findOneByOrFail(Forum, { id: invitation.forumId }),
      cityNames(this.db.manager, [invitation]),
    ]);
    return presentPreview({ invitation, cityName: names.get(invitation.delegationId) ?? null }, forum);
  }

  /**
   * Spends a code for a seat. Who is signed in takes it with the own account; everyone else gets a new account
   * and a sign-in, whose token is answered. An invitation's address never opens or names an account: organisers
   * know the code, and an address is proven by a mailed code alone.
   */
  async join(
    reader: Reader,
    { code, name, locale }: JoinForum,
    origin: Origin,
  ): Promise<{ token: string | null; slug: string }> {
    const codeLookup = await this.takeTry(code, origin.address);
    try {
      return await this.db.transaction(async (em) => {
        const lock = { mode: 'pessimistic_write' as const };
        const invitation = this.usable(await em.findOne(Invitation, { where: { codeLookup }, lock }));
        const account = reader.account ?? (await this.accounts.create(em, { name, locale }));
        await this.seat(em, invitation, account.id);
        const token = reader.account ? null : await this.signIns.start(em, account.id, origin.device);
        const { slug } = await em.findOneByOrFail(Forum, { id: invitation.forumId });
        return { token, slug };
      });
    } catch (error) {
      const broken = brokenUnique(error);
      if (broken === 'participant_head') throw refuse(FORUM_ERRORS, 'delegation.has-head');
      if (broken === 'participant_forum_id_account_id_key') throw refuse(FORUM_ERRORS, 'participant.known');
      throw error;
    }
  }

  private async seat(em: EntityManager, invitation: Invitation, accountId: string): Promise<void> {
    const now = this.clock.now();
    const { forumId, role, delegationId, head } = invitation;
    const participantId = newId();
    await em.insert(Participant, {
      id: participantId,
      forumId,
      accountId,
      role,
      delegationId,
      head,
      createdAt: now,
    });
    await em.update(Invitation, { id: invitation.id }, { usedAt: now, participantId });
    await this.events.append(em, {
      forumId,
      type: 'participant.joined',
      subject: { kind: 'participant', id: participantId },
      actorId: accountId,
      payload: { invitationId: invitation.id },
    });
  }

  private async takeTry(code: string, address: string): Promise<string> {
    const codeLookup = this.codes.lookup(code);
    await this.throttle.take(`join-address:${address}`, PER_ADDRESS);
    await this.throttle.take(`join-code:${codeLookup}`, PER_CODE);
    return codeLookup;
  }

  private usable(invitation: Invitation | null): Invitation {
    const state = invitation && invitationState(invitation, this.clock.now());
    if (state === 'used') throw refuse(FORUM_ERRORS, 'invitation.used');
    if (!invitation || state !== 'open') throw refuse(FORUM_ERRORS, 'invitation.invalid');
    return invitation;
  }
}
