import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ForumAccess, type Standing } from '../../forum/forum-access.js';
import { Clock } from '../../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import type { Lang } from '../../kernel/localized.js';
import { Events } from '../../platform/events/events.service.js';
import type { Reader } from '../../platform/http/reader.js';
import { AMENDMENT_STEPS, type AmendmentStep } from '../../proposals/amendments/amendment.states.js';
import { type By, movedAmendment } from '../../proposals/amendments/amendment-moves.js';
import { AMENDMENT_ERRORS } from '../../proposals/amendments/amendments.contract.js';
import type { Change } from '../../text/changes.js';
import { APPEAL_ERRORS } from '../appeal.contract.js';
import { Appeal } from '../appeal.entity.js';
import { AppealEdits } from '../appeal-edits.js';
import { stateError } from '../document/document-access.js';
import { Documents } from '../document/documents.service.js';
import { amendedText, changesAsVoted } from './amended-text.js';
import { type InText, inText, type KnownText, keepText, known } from './amended-texts.js';
import { ClauseAmendment } from './clause-amendment.entity.js';
import { isAmendable, maySeeClauseAmendments } from './clause-amendments.abilities.js';
import type { CLAUSE_AMENDMENT_EVENTS } from './clause-amendments.contract.js';
import { fallingWith } from './turns.js';
import { writeChanges } from './write-changes.js';

/** An appeal before somebody who may see its amendments, its row held. */
export interface HeldAppeal {
  readonly em: EntityManager;
  readonly appeal: Appeal;
  readonly standing: Standing;
  readonly reader: Reader;
}

/** How an amendment comes into the text: by a vote, whose word stands, or taken by a moderator. */
export type Taken = 'adopt' | 'accept';

/** Says what is taken instead, in the text as it stands; undefined where the amendment is taken as it is. */
export type Otherwise = ((text: KnownText) => Change[]) | undefined;

/** What amendments do to the text of an appeal. The text's own moving on writes nothing: see `inText`. */
@Injectable()
export class ClauseAmending {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
    private readonly edits: AppealEdits,
    private readonly documents: Documents,
  ) {}

  /** An appeal for who may see its amendments; `object.missing` for all others. */
  async see(
    reader: Reader,
    appeal: Appeal | null,
    em = this.db.manager,
  ): Promise<{ appeal: Appeal; standing: Standing }> {
    const standing = appeal && (await this.access.standing(reader, appeal.forumId, em));
    if (!appeal || !standing || !maySeeClauseAmendments(standing, appeal))
      throw refuse(KERNEL_ERRORS, 'object.missing');
    return { appeal, standing };
  }

  /** Holds the appeal alone while amendments to it are written, decided or put to the vote. */
  hold(reader: Reader, appealId: string, work: (held: HeldAppeal) => Promise<void>): Promise<void> {
    return this.db.transaction(async (em) => {
      const found = await holdAppeal(em, appealId);
      await work({ em, reader, ...(await this.see(reader, found, em)) });
    });
  }

  /** Moves one, by whomever; `amendment.state` if the move does not begin where it is. */
  async take(
    em: EntityManager,
    amendment: ClauseAmendment,
    step: AmendmentStep,
    by: By,
    more: Partial<ClauseAmendment> = {},
  ): Promise<void> {
    const change = { ...more, ...movedAmendment(amendment, step, by, this.clock.now()) };
    Object.assign(amendment, change);
    await em.update(ClauseAmendment, { id: amendment.id }, change as object);
    await this.tell(em, amendment, `clause-${AMENDMENT_STEPS[step].event}` as Type, by.actorId);
  }

  /**
   * Makes an amendment's changes in the shared text, as an edit like any other: whoever has it open goes on in it, and
   * the appeal's version rises. Of one that was adopted those that it excludes fall; all else that is open is carried
   * over when it is next looked at. Answers those that fell, with what they fell for.
   */
  async bring(
    em: EntityManager,
    appeal: Appeal,
    amendment: ClauseAmendment,
    how: { readonly step: Taken; readonly by: By; readonly fell?: string; readonly otherwise?: Otherwise },
  ): Promise<string[]> {
    if (!isAmendable(appeal)) throw refuse(APPEAL_ERRORS, stateError(appeal));
    const { step, by } = how;
    let fallen: readonly InText[] = [];
    await this.documents.change(em, appeal, by.participantId, async ({ doc, clauses }) => {
      const now = known(amendedText(clauses));
      const all = await inText(em, appeal.id, now, { states: ['submitted', 'voted'] });
      const one = all.find((each) => each.amendment.id === amendment.id);
      if (!one) throw refuse(AMENDMENT_ERRORS, 'amendment.state');
      const { changes, row } = wanted(one, now, how);
      if (step === 'adopt') fallen = fallingWith(now.clauses, { id: amendment.id, changes }, all);
      const langs = new Map(one.base.map(({ id, lang }) => [id, lang]));
      writeChanges(doc, clauses, changes, (id) => {
        const lang = langs.get(id) ?? amendment.lang;
        return { lang, editorial: REASON[step][lang](amendment.number) };
      });
      const basedOn = row ? await keepText(em, appeal.id, now) : amendment.basedOn;
      await this.take(em, amendment, step, by, { ...row, basedOn });
      return undefined;
    });
    for (const each of fallen) await this.take(em, each.amendment, 'fall', { ...by, reason: how.fell });
    await this.edits.save(em, appeal, {}, 'clause.edited', by.actorId);
    return fallen.map((each) => each.amendment.id);
  }

  tell(
    em: EntityManager,
    { id, forumId }: Pick<ClauseAmendment, 'id' | 'forumId'>,
    type: Type,
    actorId: string | null,
  ): Promise<void> {
    return this.events.append(em, { forumId, type, subject: { kind: 'clause-amendment', id }, actorId });
  }
}

type Type = keyof typeof CLAUSE_AMENDMENT_EVENTS;

/** The appeal's row, alone: whoever writes in the text waits, as with every edit that is not theirs. */
export function holdAppeal(em: EntityManager, id: string): Promise<Appeal | null> {
  return em.findOne(Appeal, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** What is made in the text, and what the row keeps of it: nothing new where the text says all of it already. */
function wanted(
  { amendment, base, changes, conflicts }: InText,
  now: KnownText,
  { step, otherwise }: { readonly step: Taken; readonly otherwise?: Otherwise },
): { changes: readonly Change[]; row: Partial<ClauseAmendment> | null } {
  if (step === 'adopt') {
    const voted = changesAsVoted(amendment.changes, base, now.clauses);
    return { changes: voted, row: voted.length > 0 ? { changes: voted } : null };
  }
  if (conflicts.length > 0) throw refuse(AMENDMENT_ERRORS, 'amendment.conflict');
  const modified = otherwise?.(now);
  if (changes.length === 0 && !modified) return { changes, row: null };
  return { changes: modified ?? changes, row: { changes, ...(modified && { modified }) } };
}

/** Why a clause stands that rests on no contribution, as everybody will read it, in the clause's own language. */
const REASON: Readonly<Record<Taken, Readonly<Record<Lang, (number: number) => string>>>> = {
  adopt: {
    ar: (number) => `التعديل ${number}، اعتُمد بالتصويت`,
    fr: (number) => `Amendement ${number}, adopté par un vote`,
    en: (number) => `Amendment ${number}, adopted by vote`,
  },
  accept: {
    ar: (number) => `التعديل ${number}، قُبل`,
    fr: (number) => `Amendement ${number}, accepté`,
    en: (number) => `Amendment ${number}, accepted`,
  },
};
