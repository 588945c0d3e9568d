import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Participant } from '../forum/participant.entity.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import type { Localized } from '../kernel/localized.js';
import { type FallenSubject, type PollSubject, PollSubjects } from '../voting/poll-subjects.js';
import { Amendment } from './amendments/amendment.entity.js';
import { BEFORE_THE_FORUM } from './amendments/amendment.states.js';
import { Proposal } from './proposal.entity.js';
import { titleOf } from './proposal.presenter.js';
import type { VoteMove } from './proposal.states.js';
import { HELD, ProposalAccess } from './proposal-access.js';
import { ProposalSteps } from './proposal-steps.js';
import type { ProposalTextRow } from './proposal-text.entity.js';
import { hashText } from './proposal-words.js';
import { PROPOSAL_ERRORS } from './proposals.contract.js';
import { textsOf } from './texts.js';

/** What a poll needs of a proposal: its question, its text's hashes, and that the outcome moves it. */
@Injectable()
export class ProposalSubject implements PollSubject {
  constructor(
    private readonly proposals: ProposalAccess,
    private readonly steps: ProposalSteps,
    subjects: PollSubjects,
  ) {
    subjects.register('proposal', this);
  }

  async prepare(
    em: EntityManager,
    { forumId, id, actorId }: { forumId: string; id: string; actorId: string | null },
  ): Promise<{ question: Localized; textHashes: Readonly<Record<string, string>> }> {
    const proposal = await this.move(em, id, 'prepare', actorId, forumId);
    if (await em.existsBy(Amendment, { proposalId: id, state: In(BEFORE_THE_FORUM) }))
      throw refuse(PROPOSAL_ERRORS, 'proposal.amendments');
    const texts = await textsOf(em, id);
    return {
      question: questionOf(proposal, texts),
      textHashes: hashesOf(texts),
    };
  }

  async decided(
    em: EntityManager,
    { id, adopted, actorId }: { id: string; adopted: boolean; actorId: string | null },
  ): Promise<readonly FallenSubject[]> {
    await this.move(em, id, adopted ? 'adopt' : 'reject', actorId);
    return [];
  }

  async textHashes(em: EntityManager, id: string): Promise<Readonly<Record<string, string>>> {
    return hashesOf(await textsOf(em, id));
  }

  async released(em: EntityManager, { id, actorId }: { id: string; actorId: string | null }): Promise<void> {
    await this.move(em, id, 'release', actorId);
  }

  /** The chair who moves it by a poll is named in the time line; the clock is not. */
  private async move(
    em: EntityManager,
    id: string,
    step: VoteMove,
    actorId: string | null,
    forumId?: string,
  ): Promise<Proposal> {
    const proposal = await em.findOne(Proposal, {
      where: { id, ...(forumId && { forumId }) },
      lock: HELD,
    });
    // A draft is not there for the chair either.
    if (!proposal || proposal.state === 'draft') throw refuse(KERNEL_ERRORS, 'object.missing');
    const chair =
      actorId === null
        ? null
        : await em.findOneBy(Participant, { forumId: proposal.forumId, accountId: actorId });
    const { change, event } = await this.steps.take(em, proposal, step, { participantId: chair?.id ?? null });
    await em.update(Proposal, { id }, { ...change, version: proposal.version + 1 });
    await this.proposals.tell(em, proposal, event, actorId);
    return proposal;
  }
}

const hashesOf = (texts: readonly ProposalTextRow[]): Readonly<Record<string, string>> =>
  Object.fromEntries(texts.map((text) => [text.lang, hashText(text)]));

/** Each language asks with the title in that language where there is one, else with that of the source. */
function questionOf({ number, lang }: Proposal, texts: readonly ProposalTextRow[]): Localized {
  const title = (wished: string): string => titleOf(texts, wished, lang)?.title ?? '';
  return {
    ar: `هل تعتمدون المقترح ${number}: «${title('ar')}»؟`,
    fr: `Adoptez-vous la proposition ${number} : « ${title('fr')} » ?`,
    en: `Do you adopt proposal ${number}: “${title('en')}”?`,
  };
}
