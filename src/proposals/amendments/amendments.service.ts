import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DataSource } from 'typeorm';
import { seated } from '../../forum/forum-access.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError, KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { newCode, newId } from '../../kernel/ids.js';
import { accountOf, permit, type Reader } from '../../platform/http/reader.js';
import { type Change, changesBetween, type Paragraph as Marked } from '../../text/changes.js';
import { withIds } from '../../text/paragraph-ids.js';
import type { WrittenParagraph } from '../../text/rich-text.contract.js';
import { wordsOf } from '../../text/rich-text.js';
import { Proposal } from '../proposal.entity.js';
import { type HeldProposal, ProposalAccess } from '../proposal-access.js';
import { Amending } from './amending.js';
import { Amendment } from './amendment.entity.js';
import { AMENDABLE, type AmendmentMove } from './amendment.states.js';
import type { By } from './amendment-moves.js';
import { marked, unmarked } from './amendment-text.js';
import { amendmentsOf, baseOf, presentText } from './amendment-texts.js';
import {
  isTimely,
  mayAmend,
  mayAmendAmendment,
  mayEditAmendment,
  mayMoveAmendmentAtAll,
  maySeeAmendment,
} from './amendments.abilities.js';
import {
  type AcceptAmendment,
  AMENDMENT_ERRORS,
  type CreateAmendment,
  type DecideAmendments,
  type MoveAmendment,
  type UpdateAmendment,
} from './amendments.contract.js';

/** An amendment with its proposal, both held. */
interface HeldAmendment extends HeldProposal {
  readonly amendment: Amendment;
}

/** Writing amendments and deciding them without a vote. */
@Injectable()
export class Amendments {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly proposals: ProposalAccess,
    private readonly amending: Amending,
  ) {}

  /** Begins a draft that only its author sees; answers its id. */
  async draftAmendment(
    reader: Reader,
    proposalId: string,
    { reason, paragraphs, parentId, writtenOn }: CreateAmendment,
  ): Promise<string> {
    const id = newId();
    await this.proposals.change(reader, proposalId, null, async (held) => {
      const { em, proposal, standing } = held;
      permit(mayAmend(standing, held) || !AMENDABLE.includes(proposal.state), reader);
      if (!mayAmend(standing, held)) throw refuse(AMENDMENT_ERRORS, 'amendment.closed');
      const all = await amendmentsOf(em, proposalId);
      const parent = parentId === undefined ? null : (all.get(parentId) ?? null);
      if (parentId !== undefined && (!parent || !maySeeAmendment(standing, parent)))
        throw refuse(KERNEL_ERRORS, 'object.missing');
      if (parent && !mayAmendAmendment(standing, held, parent))
        throw refuse(AMENDMENT_ERRORS, 'amendment.level');
      if (writtenOn !== undefined && writtenOn !== (parent ? parent.version : proposal.versions))
        throw refuse(KERNEL_ERRORS, 'object.changed');
      const base = baseOf({ parentId: parent?.id ?? null }, await presentText(em, proposal), all);
      const amendment = em.create(Amendment, {
        id,
        forumId: proposal.forumId,
        proposalId,
        parentId: parent?.id ?? null,
        number: Math.max(0, ...[...all.values()].map(({ number }) => number)) + 1,
        authorId: seated(standing).participant.id,
        reason,
        basedOn: proposal.versions,
        changes: wanted(base, paragraphs),
        createdAt: this.clock.now(),
      });
      await em.insert(Amendment, amendment as object);
      await this.amending.tell(em, amendment, 'amendment.drafted', accountOf(reader).id);
      return null;
    });
    return id;
  }

  /** Writes it anew, on the text as it stands now: whatever was in conflict is settled by that. */
  editAmendment(reader: Reader, id: string, { reason, paragraphs, version }: UpdateAmendment): Promise<void> {
    return this.change(reader, id, version, async (held) => {
      const { em, proposal, standing, amendment } = held;
      permit(amendment.authorId === standing.participant?.id, reader);
      if (!mayEditAmendment(standing, held, amendment)) throw refuse(AMENDMENT_ERRORS, 'amendment.state');
      const all = await amendmentsOf(em, proposal.id);
      const base = baseOf(amendment, await presentText(em, proposal), all);
      const change = {
        reason,
        changes: wanted(base, paragraphs),
        conflicts: [],
        basedOn: proposal.versions,
        version: version + 1,
      };
      await em.update(Amendment, { id }, change as object);
      await this.amending.tell(em, amendment, 'amendment.edited', accountOf(reader).id);
    });
  }

  /** Submits, withdraws or rejects. */
  moveAmendment(
    reader: Reader,
    id: string,
    move: Exclude<AmendmentMove, 'accept'>,
    { version, reason }: MoveAmendment,
  ): Promise<void> {
    return this.change(reader, id, version, (held) => this.move(held, move, reason));
  }

  /** The authors of the proposal take it, as it is or with other words; the text moves on. */
  acceptAmendment(
    reader: Reader,
    id: string,
    { version, reason, paragraphs }: AcceptAmendment,
  ): Promise<void> {
    return this.change(reader, id, version, (held) => this.accept(held, reason, paragraphs));
  }

  /** Several at once, with one reason: all or none. */
  decideAmendments(
    reader: Reader,
    proposalId: string,
    { move, reason, amendments }: DecideAmendments,
  ): Promise<void> {
    return this.proposals.change(reader, proposalId, null, async (held) => {
      const seen = await amendmentsOf(held.em, proposalId);
      for (const [at, { id, version }] of amendments.entries()) {
        const amendment = seen.get(id);
        if (!amendment || !maySeeAmendment(held.standing, amendment))
          throw refuse(KERNEL_ERRORS, 'object.missing');
        if (amendment.version !== version)
          throw refuse(KERNEL_ERRORS, 'object.changed', which(at, 'changed'));
      }
      for (const [at, { id }] of amendments.entries()) {
        // Read anew: those before it in the list may have moved it along with the text.
        const each = { ...held, amendment: await held.em.findOneByOrFail(Amendment, { id }) };
        try {
          await (move === 'accept' ? this.accept(each, reason) : this.move(each, 'reject', reason));
        } catch (error) {
          throw error instanceof DomainError
            ? new DomainError(error.code, error.kind, which(at, error.code))
            : error;
        }
      }
      return null;
    });
  }

  private async move(held: HeldAmendment, move: AmendmentMove, reason: string | undefined): Promise<void> {
    const { em, amendment } = held;
    permitted(held, move);
    if (move === 'submit' && amendment.conflicts.length > 0)
      throw refuse(AMENDMENT_ERRORS, 'amendment.conflict');
    await this.amending.take(em, amendment, move, by(held, reason));
    if (move !== 'submit') await this.amending.fallWith(em, amendment, by(held));
  }

  private async accept(
    held: HeldAmendment,
    reason: string | undefined,
    paragraphs?: readonly WrittenParagraph[],
  ): Promise<void> {
    const { em, proposal, amendment } = held;
    permitted(held, 'accept');
    if (amendment.conflicts.length > 0) throw refuse(AMENDMENT_ERRORS, 'amendment.conflict');
    if (await em.existsBy(Amendment, { proposalId: proposal.id, state: 'voted' }))
      throw refuse(AMENDMENT_ERRORS, 'amendment.open');
    const modified = paragraphs && (await this.otherwise(em, proposal, amendment, paragraphs));
    await this.amending.take(em, amendment, 'accept', by(held, reason), modified ? { modified } : {});
    await this.amending.apply(em, proposal, amendment, 'accept', by(held));
    await em.update(
      Proposal,
      { id: proposal.id },
      { version: proposal.version + 1, activeAt: this.clock.now() },
    );
    await this.proposals.tell(em, proposal, 'proposal.edited', accountOf(held.reader).id);
  }

  private async otherwise(
    em: EntityManager,
    proposal: Proposal,
    amendment: Amendment,
    paragraphs: readonly WrittenParagraph[],
  ): Promise<Change[]> {
    const base = baseOf(amendment, await presentText(em, proposal), await amendmentsOf(em, proposal.id));
    return wanted(base, paragraphs);
  }

  /** Holds the proposal, then judges the amendment as it is under that hold. */
  private async change(
    reader: Reader,
    id: string,
    version: number,
    work: (held: HeldAmendment) => Promise<void>,
  ): Promise<void> {
    const found = await this.db.manager.findOneBy(Amendment, { id });
    if (!found) throw refuse(KERNEL_ERRORS, 'object.missing');
    await this.proposals.change(reader, found.proposalId, null, async (held) => {
      const amendment = await held.em.findOneByOrFail(Amendment, { id });
      if (!maySeeAmendment(held.standing, amendment)) throw refuse(KERNEL_ERRORS, 'object.missing');
      const { version: before } = amendment;
      await work({ ...held, amendment });
      if (before !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      return null;
    });
  }
}

/** Names the one of several that stood in the way. */
const which = (at: number, rule: string) => ({ fields: [{ field: `amendments.${at}`, rule }] });

function permitted(held: HeldAmendment, move: AmendmentMove): void {
  permit(mayMoveAmendmentAtAll(held.standing, held, held.amendment, move), held.reader);
  if (move !== 'withdraw' && !isTimely(held, move)) throw refuse(AMENDMENT_ERRORS, 'amendment.closed');
}

const by = ({ reader, standing }: HeldProposal, reason?: string): By => ({
  actorId: accountOf(reader).id,
  participantId: standing.participant?.id ?? null,
  reason,
});

/** What has to be done to a text so that it reads as somebody wants it. `amendment.nothing` where it does. */
function wanted(base: readonly Marked[], paragraphs: readonly WrittenParagraph[]): Change[] {
  const written = paragraphs.filter(({ html }) => wordsOf(html) !== '');
  const edited = withIds(unmarked(base), written, () => newCode(8));
  const changes = changesBetween(base, marked(edited));
  if (changes.length === 0) throw refuse(AMENDMENT_ERRORS, 'amendment.nothing');
  return changes;
}
