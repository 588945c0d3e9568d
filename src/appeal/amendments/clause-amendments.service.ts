import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { mayContribute } from '../../forum/forum.abilities.js';
import { seated } from '../../forum/forum-access.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError, KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { accountOf, permit, type Reader } from '../../platform/http/reader.js';
import { type AmendmentMove, OPEN_AMENDMENTS } from '../../proposals/amendments/amendment.states.js';
import type { By } from '../../proposals/amendments/amendment-moves.js';
import {
  AMENDMENT_ERRORS,
  type DecideAmendments,
  type MoveAmendment,
} from '../../proposals/amendments/amendments.contract.js';
import { type InText, inText, keepText, presentText } from './amended-texts.js';
import { ClauseAmending, type HeldAppeal } from './clause-amending.js';
import { ClauseAmendment } from './clause-amendment.entity.js';
import {
  isAmendable,
  mayEditClauseAmendment,
  mayMoveClauseAmendmentAtAll,
  maySeeClauseAmendment,
} from './clause-amendments.abilities.js';
import {
  type AcceptClauseAmendment,
  CLAUSE_AMENDMENT_ERRORS,
  CLAUSE_AMENDMENT_LIMITS,
  type UpdateClauseAmendment,
  type WriteClauseAmendment,
} from './clause-amendments.contract.js';
import { writtenChanges } from './written-changes.js';

interface HeldAmendment extends HeldAppeal {
  readonly amendment: ClauseAmendment;
}

/** Writing amendments to clauses, and deciding them without a vote. */
@Injectable()
export class ClauseAmendments {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly amending: ClauseAmending,
  ) {}

  /** Begins a draft that only its author sees; answers its id. */
  async draftAmendment(
    reader: Reader,
    appealId: string,
    { reason, lang, changes }: WriteClauseAmendment,
  ): Promise<string> {
    const id = newId();
    await this.amending.hold(reader, appealId, async ({ em, appeal, standing }) => {
      permit(mayContribute(standing), reader);
      if (!isAmendable(appeal)) throw refuse(AMENDMENT_ERRORS, 'amendment.closed');
      const { participant } = seated(standing);
      await refuseTooMany(em, appealId, participant.id);
      const now = await presentText(em, appealId);
      const last = await em.maximum(ClauseAmendment, 'number', { appealId });
      const amendment = em.create(ClauseAmendment, {
        id,
        forumId: appeal.forumId,
        appealId,
        number: (last ?? 0) + 1,
        authorId: participant.id,
        reason,
        lang,
        changes: writtenChanges(changes, now.clauses, newId),
        basedOn: await keepText(em, appealId, now),
        createdAt: this.clock.now(),
      });
      await em.insert(ClauseAmendment, amendment as object);
      await this.amending.tell(em, amendment, 'clause-amendment.drafted', accountOf(reader).id);
    });
    return id;
  }

  /** Writes it anew, in the text as it stands now: whatever was in conflict is settled by that. */
  editAmendment(
    reader: Reader,
    id: string,
    { reason, lang, changes, version }: UpdateClauseAmendment,
  ): Promise<void> {
    return this.change(reader, id, version, async ({ em, appeal, standing, amendment }) => {
      permit(amendment.authorId === standing.participant?.id, reader);
      const now = await presentText(em, appeal.id);
      const one = await standingOf(em, amendment, now);
      if (!mayEditClauseAmendment(standing, appeal, { ...amendment, ...one }))
        throw refuse(AMENDMENT_ERRORS, isAmendable(appeal) ? 'amendment.state' : 'amendment.closed');
      const change = {
        reason,
        lang,
        changes: writtenChanges(changes, now.clauses, newId),
        basedOn: await keepText(em, appeal.id, now),
        overtaken: false,
        version: version + 1,
      };
      await em.update(ClauseAmendment, { id }, change as object);
      await this.amending.tell(em, amendment, 'clause-amendment.edited', accountOf(reader).id);
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

  /** A moderator takes it, as it is or with other words; it is in the text at once. */
  acceptAmendment(reader: Reader, id: string, { version, ...asked }: AcceptClauseAmendment): Promise<void> {
    return this.change(reader, id, version, (held) => this.accept(held, asked));
  }

  /** Several at once, with one reason: all or none. */
  decideAmendments(
    reader: Reader,
    appealId: string,
    { move, reason, amendments }: DecideAmendments,
  ): Promise<void> {
    return this.amending.hold(reader, appealId, async (held) => {
      const { em, standing } = held;
      const seen = await em.findBy(ClauseAmendment, { appealId, id: In(amendments.map(({ id }) => id)) });
      const byId = new Map(seen.map((each) => [each.id, each]));
      for (const [at, { id, version }] of amendments.entries()) {
        const amendment = byId.get(id);
        if (!amendment || !maySeeClauseAmendment(standing, amendment))
          throw refuse(KERNEL_ERRORS, 'object.missing');
        if (amendment.version !== version)
          throw refuse(KERNEL_ERRORS, 'object.changed', which(at, 'changed'));
      }
      for (const [at, { id }] of amendments.entries()) {
        const each = { ...held, amendment: byId.get(id) as ClauseAmendment };
        try {
          await (move === 'accept' ? this.accept(each, { reason }) : this.move(each, 'reject', reason));
        } catch (error) {
          throw error instanceof DomainError
            ? new DomainError(error.code, error.kind, which(at, error.code))
            : error;
        }
      }
    });
  }

  private async move(held: HeldAmendment, move: AmendmentMove, reason: string | undefined): Promise<void> {
    const { em, appeal, amendment } = held;
    permitted(held, move);
    if (move === 'submit') {
      const { changes, conflicts } = await standingOf(em, amendment, await presentText(em, appeal.id));
      if (conflicts.length > 0) throw refuse(AMENDMENT_ERRORS, 'amendment.conflict');
      if (changes.length === 0) throw refuse(AMENDMENT_ERRORS, 'amendment.nothing');
    }
    await this.amending.take(em, amendment, move, by(held, reason));
  }

  private async accept(
    held: HeldAmendment,
    { reason, changes }: Pick<AcceptClauseAmendment, 'reason' | 'changes'>,
  ): Promise<void> {
    const { em, appeal, amendment } = held;
    permitted(held, 'accept');
    // A vote is on words that stand still: whoever would change them waits for its result.
    if (await em.existsBy(ClauseAmendment, { appealId: appeal.id, state: 'voted' }))
      throw refuse(AMENDMENT_ERRORS, 'amendment.open');
    await this.amending.bring(em, appeal, amendment, {
      step: 'accept',
      by: by(held, reason),
      otherwise: changes && (({ clauses }) => writtenChanges(changes, clauses, newId)),
    });
  }

  /** Holds the appeal, then judges the amendment as it is under that hold. */
  private async change(
    reader: Reader,
    id: string,
    version: number,
    work: (held: HeldAmendment) => Promise<void>,
  ): Promise<void> {
    const found = await this.db.manager.findOneBy(ClauseAmendment, { id });
    if (!found) throw refuse(KERNEL_ERRORS, 'object.missing');
    await this.amending.hold(reader, found.appealId, async (held) => {
      const amendment = await held.em.findOneByOrFail(ClauseAmendment, { id });
      if (!maySeeClauseAmendment(held.standing, amendment)) throw refuse(KERNEL_ERRORS, 'object.missing');
      const { version: before } = amendment;
      await work({ ...held, amendment });
      if (before !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
    });
  }
}

async function standingOf(
  em: EntityManager,
  { id, appealId }: ClauseAmendment,
  now: Parameters<typeof inText>[2],
): Promise<Pick<InText, 'changes' | 'conflicts'>> {
  const [one] = await inText(em, appealId, now, { id });
  return { changes: one?.changes ?? [], conflicts: one?.conflicts ?? [] };
}

/** Names the one of several that stood in the way. */
const which = (at: number, rule: string) => ({ fields: [{ field: `amendments.${at}`, rule }] });

function permitted({ standing, appeal, amendment, reader }: HeldAmendment, move: AmendmentMove): void {
  permit(mayMoveClauseAmendmentAtAll(standing, amendment, move), reader);
  if (move !== 'withdraw' && !isAmendable(appeal)) throw refuse(AMENDMENT_ERRORS, 'amendment.closed');
}

const by = ({ reader, standing }: HeldAppeal, reason?: string): By => ({
  actorId: accountOf(reader).id,
  participantId: standing.participant?.id ?? null,
  reason,
});

async function refuseTooMany(em: EntityManager, appealId: string, authorId: string): Promise<void> {
  const open = await em.countBy(ClauseAmendment, { appealId, authorId, state: In([...OPEN_AMENDMENTS]) });
  if (open >= CLAUSE_AMENDMENT_LIMITS.open)
    throw refuse(CLAUSE_AMENDMENT_ERRORS, 'clause-amendment.too-many');
}
