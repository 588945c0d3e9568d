import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { Events } from '../../platform/events/events.service.js';
import { applyChanges, type Change, changesBetween, type Paragraph as Marked } from '../../text/changes.js';
import { consequences } from '../../text/collisions.js';
import { plainOfParagraphs } from '../../text/rich-text.js';
import { Proposal } from '../proposal.entity.js';
import { ProposalTextRow } from '../proposal-text.entity.js';
import type { ProposalVersion, StoredTrace } from '../proposal-version.entity.js';
import { sourceOf } from '../texts.js';
import { keepVersion } from '../versions.js';
import { Amendment } from './amendment.entity.js';
import {
  AMENDMENT_STEPS,
  type AmendmentStep,
  BEFORE_THE_FORUM,
  OPEN_AMENDMENTS,
} from './amendment.states.js';
import { type By, movedAmendment } from './amendment-moves.js';
import { unmarked } from './amendment-text.js';
import { amendmentsOf, presentText } from './amendment-texts.js';
import type { AMENDMENT_EVENTS } from './amendments.contract.js';
import { carriedChanges } from './carried-changes.js';
import { rivalsOf } from './standing-together.js';

/** Adopted: by a vote, so that whatever wants other words in the same place falls. Accepted: by the proposal's authors. */
export type Taken = 'adopt' | 'accept';

/** A text that was made of several amendments at once, and what it was before. */
export interface MergedText {
  readonly all: ReadonlyMap<string, Amendment>;
  readonly before: readonly Marked[];
  readonly after: readonly Marked[];
  readonly traces: readonly StoredTrace[];
  readonly decided: ReadonlySet<string>;
  readonly by: By;
}

/** What amendments do to a text, and the text's moving on does to amendments. Always with the proposal's row held. */
@Injectable()
export class Amending {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  /** Moves one, by whomever; `amendment.state` if the move does not begin where it is. */
  async take(
    em: EntityManager,
    amendment: Amendment,
    step: AmendmentStep,
    by: By,
    more: Partial<Amendment> = {},
  ): Promise<void> {
    const change: Partial<Amendment> = { ...more, ...movedAmendment(amendment, step, by, this.clock.now()) };
    Object.assign(amendment, change);
    await em.update(Amendment, { id: amendment.id }, change as object);
    await this.tell(em, amendment, AMENDMENT_STEPS[step].event, by.actorId);
  }

  /**
   * Makes an amendment's changes in the text: another version of the proposal, or other changes of the amendment that
   * it amends. All that is open follows. Answers the ids of those that fell.
   */
  async apply(
    em: EntityManager,
    proposal: Proposal,
    amendment: Amendment,
    step: Taken,
    by: By,
  ): Promise<string[]> {
    const all = await amendmentsOf(em, proposal.id);
    const text = await presentText(em, proposal);
    const changes = amendment.modified ?? amendment.changes;
    if (amendment.parentId !== null) return this.applyToParent(em, all, text, amendment, changes, by);
    const next = applyChanges(text, changes);
    const amendmentIds = [amendment.id, ...takenInto(all, [amendment.id])];
    const traces = changes.map(({ id }) => ({ paragraphId: id, amendmentIds }));
    await this.write(em, proposal, next, { cause: 'amended', traces, participantId: by.participantId });
    const fallen = step === 'adopt' ? fallenBy(text, [...all.values()], amendment.id) : new Set<string>();
    const but = new Set([amendment.id]);
    return this.follow(em, proposal, { all, before: text, after: next, but, fallen, by });
  }

  /**
   * Makes the text of a merge the next version. `decided` are those that were accepted or rejected by it, already
   * moved; what amends them falls, all else that is open follows.
   */
  async merge(
    em: EntityManager,
    proposal: Proposal,
    { all, before, after, traces, decided, by }: MergedText,
  ): Promise<void> {
    await this.write(em, proposal, after, { cause: 'merged', traces, participantId: by.participantId });
    await this.follow(em, proposal, { all, before, after, but: decided, fallen: new Set(), by });
  }

  /** Without what it amends an amendment of the second level has nothing to stand on. Answers those that fell. */
  async fallWith(em: EntityManager, parent: Amendment, by: By): Promise<string[]> {
    const fallen: string[] = [];
    for (const child of await em.findBy(Amendment, { parentId: parent.id }))
      if (OPEN_AMENDMENTS.includes(child.state)) {
        await this.take(em, child, 'fall', by);
        fallen.push(child.id);
      }
    return fallen;
  }

  /** With the proposal everything that is open ends: it was withdrawn, or has lapsed. */
  async fallAll(em: EntityManager, proposalId: string, by: By): Promise<void> {
    for (const each of (await amendmentsOf(em, proposalId)).values())
      if (OPEN_AMENDMENTS.includes(each.state)) await this.take(em, each, 'fall', by);
  }

  tell(
    em: EntityManager,
    { id, forumId }: Pick<Amendment, 'id' | 'forumId'>,
    type: keyof typeof AMENDMENT_EVENTS,
    actorId: string | null,
  ): Promise<void> {
    return this.events.append(em, { forumId, type, subject: { kind: 'amendment', id }, actorId });
  }

  private async applyToParent(
    em: EntityManager,
    all: ReadonlyMap<string, Amendment>,
    text: readonly Marked[],
    { id, parentId }: Amendment,
    changes: readonly Change[],
    by: By,
  ): Promise<string[]> {
    const parent = all.get(parentId as string) as Amendment;
    const before = applyChanges(text, parent.changes);
    const after = applyChanges(before, changes);
    const now = changesBetween(text, after);
    await em.update(Amendment, { id: parent.id }, { changes: now, version: parent.version + 1 } as object);
    parent.changes = now;
    const siblings = [...all.values()].filter((each) => each.parentId === parent.id);
    const fallen = fallenBy(before, siblings, id);
    const fell: string[] = [];
    for (const sibling of siblings) {
      if (sibling.id === id || !OPEN_AMENDMENTS.includes(sibling.state)) continue;
      const { basedOn } = sibling;
      if (!fallen.has(sibling.id) && (await this.carry(em, sibling, { before, after, basedOn }))) continue;
      await this.take(em, sibling, 'fall', by);
      fell.push(sibling.id);
    }
    return fell;
  }

  private async write(
    em: EntityManager,
    proposal: Proposal,
    next: readonly Marked[],
    made: Pick<ProposalVersion, 'cause' | 'participantId' | 'traces'>,
  ): Promise<void> {
    const paragraphs = unmarked(next, (await sourceOf(em, proposal)).paragraphs);
    const where = { proposalId: proposal.id, lang: proposal.lang };
    await em.update(ProposalTextRow, where, { paragraphs, plain: plainOfParagraphs(paragraphs) } as object);
    await keepVersion(em, proposal, { ...made, at: this.clock.now() });
  }

  /** Takes all that is open along to the next version, those of the first level before what amends them. */
  private async follow(
    em: EntityManager,
    proposal: Proposal,
    moved: {
      readonly all: ReadonlyMap<string, Amendment>;
      readonly before: readonly Marked[];
      readonly after: readonly Marked[];
      /** Those that are decided by what is in the text now. */
      readonly but: ReadonlySet<string>;
      readonly fallen: ReadonlySet<string>;
      readonly by: By;
    },
  ): Promise<string[]> {
    const { all, before, after, but, fallen, by } = moved;
    const open = [...all.values()].filter(({ id, state }) => !but.has(id) && OPEN_AMENDMENTS.includes(state));
    const changesBefore = new Map([...all].map(([id, { changes }]) => [id, changes]));
    const gone = new Set([...but, ...fallen]);
    const fell: string[] = [];
    const levels = [
      open.filter(({ parentId }) => parentId === null),
      open.filter(({ parentId }) => parentId !== null),
    ];
    for (const each of levels.flat()) {
      const parent = each.parentId === null ? null : (all.get(each.parentId) as Amendment);
      const [was, is] = parent
        ? [applyChanges(before, changesBefore.get(parent.id) ?? []), applyChanges(after, parent.changes)]
        : [before, after];
      const falls = fallen.has(each.id) || (parent !== null && gone.has(parent.id));
      if (!falls && (await this.carry(em, each, { before: was, after: is, basedOn: proposal.versions })))
        continue;
      await this.take(em, each, 'fall', by);
      gone.add(each.id);
      fell.push(each.id);
    }
    return fell;
  }

  /**
   * Where everything goes along, the amendment does; else it keeps what does, and shows the rest to its author.
   * Answers false where nothing is left of it, and where what is before the voters could not stay as it is.
   */
  private async carry(
    em: EntityManager,
    amendment: Amendment,
    { before, after, basedOn }: { before: readonly Marked[]; after: readonly Marked[]; basedOn: number },
  ): Promise<boolean> {
    const { changes, conflicts: found } = carriedChanges(amendment.changes, before, after);
    const conflicts = [...amendment.conflicts, ...found];
    if (changes.length + conflicts.length === 0) return false;
    if (amendment.state === 'voted' && conflicts.length > 0) return false;
    const change = { changes, conflicts, basedOn, version: amendment.version + 1 };
    Object.assign(amendment, change);
    await em.update(Amendment, { id: amendment.id }, change as object);
    await this.tell(em, amendment, 'amendment.carried', null);
    return true;
  }
}

/** Amendments of these amendments that are in them: their words come into the text with theirs. */
export const takenInto = (all: ReadonlyMap<string, Amendment>, ids: readonly string[]): string[] =>
  [...all.values()].flatMap(({ id, parentId, state }) =>
    parentId !== null && ids.includes(parentId) && (state === 'adopted' || state === 'accepted') ? [id] : [],
  );

/** Those before the forum that cannot stand beside the one that is adopted. A draft is left to its author. */
export function fallenBy(
  text: readonly Marked[],
  all: readonly Amendment[],
  adopted: string,
): ReadonlySet<string> {
  const level = all.find(({ id }) => id === adopted)?.parentId ?? null;
  const rivals = all.filter(
    ({ id, state, parentId }) => id === adopted || (BEFORE_THE_FORUM.includes(state) && parentId === level),
  );
  return rivalsOf(adopted, consequences(text, rivals));
}
