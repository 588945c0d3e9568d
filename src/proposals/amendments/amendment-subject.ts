import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Participant } from '../../forum/participant.entity.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { Clock } from '../../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { sha256 } from '../../kernel/hash-chain.js';
import { LANGS, type Localized } from '../../kernel/localized.js';
import { type FallenSubject, type PollSubject, PollSubjects } from '../../voting/poll-subjects.js';
import { Proposal } from '../proposal.entity.js';
import { titleOf } from '../proposal.presenter.js';
import { HELD, ProposalAccess } from '../proposal-access.js';
import { textsOf } from '../texts.js';
import { Amending, fallenBy } from './amending.js';
import { Amendment } from './amendment.entity.js';
import { DECIDABLE } from './amendment.states.js';
import type { By } from './amendment-moves.js';
import { AmendmentOrder } from './amendment-order.entity.js';
import { amendmentsOf, baseOf, presentText } from './amendment-texts.js';
import { AMENDMENT_ERRORS } from './amendments.contract.js';

interface Held {
  readonly proposal: Proposal;
  readonly amendment: Amendment;
}

/** What a poll needs of an amendment, and what its outcome does: adopted, it is in the text when the result is told. */
@Injectable()
export class AmendmentSubject implements PollSubject {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalAccess,
    private readonly amending: Amending,
    subjects: PollSubjects,
  ) {
    subjects.register('amendment', this);
  }

  async prepare(
    em: EntityManager,
    { forumId, id, actorId }: { forumId: string; id: string; actorId: string | null },
  ): Promise<{ question: Localized; textHashes: Readonly<Record<string, string>> }> {
    const { proposal, amendment } = await hold(em, id, forumId);
    if (!DECIDABLE.includes(proposal.state)) throw refuse(AMENDMENT_ERRORS, 'amendment.closed');
    if (amendment.conflicts.length > 0) throw refuse(AMENDMENT_ERRORS, 'amendment.conflict');
    await inPublishedOrder(em, proposal, amendment);
    await this.amending.take(em, amendment, 'prepare', await chairOf(em, forumId, actorId));
    return {
      question: await questionOf(em, proposal, amendment),
      textHashes: hashesOf(proposal, amendment),
    };
  }

  async textHashes(em: EntityManager, id: string): Promise<Readonly<Record<string, string>>> {
    const { proposal, amendment } = await hold(em, id);
    return hashesOf(proposal, amendment);
  }

  async decided(
    em: EntityManager,
    { id, adopted, actorId }: { id: string; adopted: boolean; actorId: string | null },
  ): Promise<readonly FallenSubject[]> {
    const { proposal, amendment } = await hold(em, id);
    // Settled by another's adoption while its own vote was under way: there is nothing left to decide.
    if (amendment.state !== 'voted') return [];
    const who = await chairOf(em, proposal.forumId, actorId);
    await this.amending.take(em, amendment, adopted ? 'adopt' : 'rejectByVote', who);
    const reason = FELL(amendment.number, adopted);
    const fallen = adopted
      ? await this.amending.apply(em, proposal, amendment, 'adopt', { ...who, reason })
      : await this.amending.fallWith(em, amendment, { ...who, reason });
    const now = this.clock.now();
    await em.update(Proposal, { id: proposal.id }, { version: proposal.version + 1, activeAt: now });
    if (adopted) await this.proposals.tell(em, proposal, 'proposal.edited', actorId);
    return fallen.map((each) => ({ kind: 'amendment', id: each, reason }));
  }

  async released(em: EntityManager, { id, actorId }: { id: string; actorId: string | null }): Promise<void> {
    const { proposal, amendment } = await hold(em, id);
    if (amendment.state !== 'voted') return;
    await this.amending.take(em, amendment, 'release', await chairOf(em, proposal.forumId, actorId));
  }
}

/** Why an amendment fell by the vote on another one; a sentence for its poll and its time line, which know no language. */
export const FELL = (number: number, adopted: boolean): string =>
  adopted
    ? `سقط باعتماد التعديل ${number} · Tombé par l’adoption de l’amendement ${number} · Fell with the adoption of amendment ${number}`
    : `سقط برفض التعديل ${number} · Tombé avec le rejet de l’amendement ${number} · Fell with the rejection of amendment ${number}`;

/** The proposal first, as everything that changes amendments holds it. */
async function hold(em: EntityManager, id: string, forumId?: string): Promise<Held> {
  const found = await em.findOneBy(Amendment, { id, ...(forumId && { forumId }) });
  if (!found || found.state === 'draft') throw refuse(KERNEL_ERRORS, 'object.missing');
  const proposal = await em.findOneOrFail(Proposal, {
    where: { id: found.proposalId },
    lock: HELD,
  });
  return { proposal, amendment: await em.findOneByOrFail(Amendment, { id }) };
}

/** Who presses: the chair, as a participant of the forum; null for the clock. */
export async function chairOf(em: EntityManager, forumId: string, actorId: string | null): Promise<By> {
  const chair = actorId === null ? null : await em.findOneBy(Participant, { forumId, accountId: actorId });
  return { actorId, participantId: chair?.id ?? null };
}

/** Whose adoption would make others fall is voted on only in an order that everybody could read before. */
async function inPublishedOrder(em: EntityManager, proposal: Proposal, amendment: Amendment): Promise<void> {
  const all = await amendmentsOf(em, proposal.id);
  const base = baseOf(amendment, await presentText(em, proposal), all);
  const rivals = fallenBy(base, [...all.values()], amendment.id);
  if (rivals.size === 0) return;
  const order = await em.findOneBy(AmendmentOrder, { proposalId: proposal.id });
  const ordered = (id: string): boolean => order?.amendmentIds.includes(id) === true;
  if (![amendment.id, ...rivals].every(ordered)) throw refuse(AMENDMENT_ERRORS, 'amendment.order');
}

/** What is voted on: the changes, in the one language in which they are made. */
const hashesOf = ({ lang }: Proposal, { basedOn, changes }: Amendment): Readonly<Record<string, string>> => ({
  [lang]: sha256(canonicalJson({ basedOn, changes: changes.map((change) => ({ ...change })) })),
});

async function questionOf(em: EntityManager, proposal: Proposal, { number }: Amendment): Promise<Localized> {
  const texts = await textsOf(em, proposal.id);
  const [ar, fr, en] = LANGS.map((lang) => titleOf(texts, lang, proposal.lang)?.title ?? '');
  return {
    ar: `هل تعتمدون التعديل ${number} على المقترح ${proposal.number}: «${ar}»؟`,
    fr: `Adoptez-vous l’amendement ${number} à la proposition ${proposal.number} : « ${fr} » ?`,
    en: `Do you adopt amendment ${number} to proposal ${proposal.number}: “${en}”?`,
  };
}
