import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { seated } from '../../forum/forum-access.js';
import { Clock } from '../../kernel/clock.js';
import { refuse } from '../../kernel/errors.js';
import { newCode, newId } from '../../kernel/ids.js';
import { brokenUnique } from '../../platform/database/conflicts.js';
import type { EventPayload } from '../../platform/events/event.entity.js';
import { Events } from '../../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../../platform/http/reader.js';
import type { Spot } from '../../text/links.js';
import { wordsOf } from '../../text/rich-text.js';
import { DECIDABLE } from '../amendments/amendment.states.js';
import { AMENDMENT_ERRORS } from '../amendments/amendments.contract.js';
import type { Proposal } from '../proposal.entity.js';
import { ProposalAccess, type Seen } from '../proposal-access.js';
import { excludesIn } from './chosen-text.js';
import { type MergeDesk, mergeDesk } from './merge-desk.js';
import { mayChoose, mayMergeAtAll } from './merging.abilities.js';
import { type ChooseInMerge, MERGING_ERRORS, type MERGING_EVENTS } from './merging.contract.js';
import { MergeChoiceRow, Merging } from './merging.entity.js';
import { MERGING_MOVES, type MergingMove } from './merging.states.js';
import { basisOf, rejectionSpot } from './standing-choices.js';

/** Merging amendments by several people at once: what stands at each spot is chosen, and taken back, in a log. */
@Injectable()
export class Mergings {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly proposals: ProposalAccess,
  ) {}

  /** Begins a merge, or joins the one that is open. */
  begin(reader: Reader, proposalId: string): Promise<void> {
    return this.proposals.change(reader, proposalId, null, async (held) => {
      const { em, proposal, standing } = held;
      permit(mayMergeAtAll(standing, held), reader);
      inTime(held);
      if (await em.existsBy(Merging, { proposalId, state: 'open' })) return null;
      const by = { begunBy: seated(standing).participant.id, begunAt: this.clock.now() };
      await em.insert(Merging, { id: newId(), forumId: proposal.forumId, proposalId, ...by });
      await this.tell(em, proposal, 'merge.begun', reader);
      return null;
    });
  }

  /**
   * Chooses what stands at a spot, or that an amendment is rejected. The choice names the one that it is made over;
   * where another stands there by now, `merge.moved`: of two at once one comes too late, and sees the other's.
   */
  async choose(reader: Reader, proposalId: string, choice: ChooseInMerge): Promise<void> {
    await this.act(reader, proposalId, choice.kind, async (em, { proposal, standing }, merging) => {
      const desk = await mergeDesk(em, proposal, merging);
      const named = checked(desk, choice);
      if ((desk.standing.get(choice.spot)?.sequence ?? 0) !== choice.over)
        throw refuse(MERGING_ERRORS, 'merge.moved');
      const sequence = merging.version + 1;
      await insertChoice(em, {
        mergingId: merging.id,
        sequence,
        spot: choice.spot,
        over: choice.over,
        kind: choice.kind,
        ...named,
        participantId: seated(standing).participant.id,
        chosenAt: this.clock.now(),
      });
      await em.update(Merging, { id: merging.id }, { version: sequence });
      await this.tell(em, proposal, 'merge.chosen', reader, { spot: choice.spot, sequence });
    });
  }

  /** Takes back a standing choice, one's own or another's; the one before it stands again. It stays in the log. */
  async undo(reader: Reader, proposalId: string, sequence: number): Promise<void> {
    await this.act(reader, proposalId, 'original', async (em, seen, merging) => {
      const { proposal, standing } = seen;
      const { standing: choices } = await mergeDesk(em, proposal, merging);
      const row = [...choices.values()].find((each) => each.sequence === sequence);
      if (!row) throw refuse(MERGING_ERRORS, 'merge.moved');
      permit(mayChoose(standing, seen, row.kind), reader);
      const undone = merging.version + 1;
      await em.update(
        MergeChoiceRow,
        { mergingId: merging.id, sequence },
        { undone, undoneBy: seated(standing).participant.id, undoneAt: this.clock.now() },
      );
      await em.update(Merging, { id: merging.id }, { version: undone });
      await this.tell(em, proposal, 'merge.undone', reader, { spot: row.spot, sequence });
    });
  }

  /** Ends it without a result. Its log stays. */
  async giveUp(reader: Reader, proposalId: string): Promise<void> {
    await this.act(reader, proposalId, 'original', (em, seen, merging) =>
      this.end(em, seen, merging, 'giveUp', reader),
    );
  }

  /** With the merge held. */
  async end(
    em: EntityManager,
    { proposal, standing }: Seen,
    { id }: Merging,
    move: MergingMove,
    reader: Reader,
    payload?: EventPayload,
  ): Promise<void> {
    const { to, event } = MERGING_MOVES[move];
    const endedBy = seated(standing).participant.id;
    await em.update(Merging, { id }, { state: to, endedBy, endedAt: this.clock.now() });
    await this.tell(em, proposal, event, reader, payload);
  }

  /** One act in the open merge, which is held for it: acts follow each other, and none is lost. */
  private async act(
    reader: Reader,
    proposalId: string,
    kind: ChooseInMerge['kind'],
    work: (em: EntityManager, seen: Seen, merging: Merging) => Promise<void>,
  ): Promise<void> {
    const seen = await this.proposals.see(reader, proposalId);
    permit(mayMergeAtAll(seen.standing, seen) && mayChoose(seen.standing, seen, kind), reader);
    inTime(seen);
    await this.db.transaction(async (em) => work(em, seen, await heldMerging(em, proposalId)));
  }

  private tell(
    em: EntityManager,
    { id, forumId }: Proposal,
    type: keyof typeof MERGING_EVENTS,
    reader: Reader,
    payload: EventPayload = {},
  ): Promise<void> {
    const actorId = accountOf(reader).id;
    return this.events.append(em, { forumId, type, subject: { kind: 'merge', id }, actorId, payload });
  }
}

/** The open merge of a proposal, held until the commit; `merge.over` where there is none. */
export async function heldMerging(em: EntityManager, proposalId: string): Promise<Merging> {
  const merging = await em.findOne(Merging, {
    where: { proposalId, state: 'open' },
    lock: { mode: 'pessimistic_write' },
  });
  if (!merging) throw refuse(MERGING_ERRORS, 'merge.over');
  return merging;
}

export function inTime({ proposal }: Seen): void {
  if (!DECIDABLE.includes(proposal.state)) throw refuse(AMENDMENT_ERRORS, 'amendment.closed');
}

type Named = Pick<MergeChoiceRow, 'amendmentIds' | 'paragraphs' | 'reason' | 'basis'>;

/** What a choice names is there, and goes together. */
function checked(
  desk: MergeDesk,
  { spot, kind, amendmentIds = [], paragraphs, reason }: ChooseInMerge,
): Named {
  if (kind === 'reject') return rejection(desk, spot, reason);
  const facts = desk.spots.get(spot as Spot);
  const named = kind === 'original' ? [] : [...new Set(amendmentIds)];
  if (!facts || facts.names.length === 0 || named.some((id) => !facts.names.includes(id)))
    throw refuse(MERGING_ERRORS, 'merge.spot');
  const basis = basisOf(facts, named);
  if (kind === 'write')
    return { amendmentIds: named, paragraphs: thirdText(facts, paragraphs), reason: null, basis };
  if (kind === 'take' && named.length === 0) throw refuse(MERGING_ERRORS, 'merge.spot');
  const collide = facts.next === null ? excludesIn(facts.layer) : [];
  if (collide.some((pair) => pair.every((id) => named.includes(id))))
    throw refuse(MERGING_ERRORS, 'merge.collides');
  return { amendmentIds: named, paragraphs: null, reason: null, basis };
}

function rejection({ amendments }: MergeDesk, spot: string, reason: string | undefined): Named {
  const rejected = [...amendments.values()].find(({ id }) => rejectionSpot(id) === spot);
  if (rejected?.state !== 'submitted' || reason === undefined) throw refuse(MERGING_ERRORS, 'merge.spot');
  return { amendmentIds: [rejected.id], paragraphs: null, reason, basis: '' };
}

/** The first paragraph written for a paragraph keeps its id; all others are new. */
function thirdText(
  { layer, next }: NonNullable<ReturnType<MergeDesk['spots']['get']>>,
  paragraphs: ChooseInMerge['paragraphs'] = [],
): MergeChoiceRow['paragraphs'] {
  const written = paragraphs.filter(({ html }) => wordsOf(html) !== '');
  if (written.length === 0) throw refuse(MERGING_ERRORS, 'merge.spot');
  const own = next === null ? layer.paragraph?.id : undefined;
  return written.map(({ kind, html }, at) => ({ id: (at === 0 && own) || newCode(8), kind, html }));
}

async function insertChoice(em: EntityManager, row: Partial<MergeChoiceRow>): Promise<void> {
  try {
    await em.insert(MergeChoiceRow, row as object);
  } catch (error) {
    if (brokenUnique(error)) throw refuse(MERGING_ERRORS, 'merge.moved');
    throw error;
  }
}
