import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { canonicalJson } from '../kernel/canonical-json.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { sha256 } from '../kernel/hash-chain.js';
import type { Localized } from '../kernel/localized.js';
import { Events } from '../platform/events/events.service.js';
import { type PollSubject, PollSubjects } from '../voting/poll-subjects.js';
import { Proposal } from './proposal.entity.js';
import { titleOf } from './proposal.presenter.js';
import { canMove, VOTE_MOVES, type VoteMove } from './proposal.states.js';
import { ProposalTextRow } from './proposal-text.entity.js';
import { PROPOSAL_ERRORS } from './proposals.contract.js';

/** What a poll needs of a proposal: its question, its text's hashes, and that the outcome moves it. */
@Injectable()
export class ProposalSubject implements PollSubject {
  constructor(
    private readonly events: Events,
    subjects: PollSubjects,
  ) {
    subjects.register('proposal', this);
  }

  async prepare(
    em: EntityManager,
    { forumId, id, actorId }: { forumId: string; id: string; actorId: string | null },
  ): Promise<{ question: Localized; textHashes: Readonly<Record<string, string>> }> {
    const proposal = await this.move(em, id, 'prepare', actorId, forumId);
    const texts = await em.find(ProposalTextRow, { where: { proposalId: id }, order: { lang: 'ASC' } });
    return {
      question: questionOf(proposal, texts),
      textHashes: Object.fromEntries(texts.map((text) => [text.lang, hashText(text)])),
    };
  }

  async decided(
    em: EntityManager,
    { id, adopted, actorId }: { id: string; adopted: boolean; actorId: string | null },
  ): Promise<void> {
    await this.move(em, id, adopted ? 'adopt' : 'reject', actorId);
  }

  async released(em: EntityManager, { id, actorId }: { id: string; actorId: string | null }): Promise<void> {
    await this.move(em, id, 'release', actorId);
  }

  private async move(
    em: EntityManager,
    id: string,
    move: VoteMove,
    actorId: string | null,
    forumId?: string,
  ): Promise<Proposal> {
    const proposal = await em.findOne(Proposal, {
      where: { id, ...(forumId && { forumId }) },
      lock: { mode: 'pessimistic_write' },
    });
    // A draft is not there for the chair either.
    if (!proposal || proposal.state === 'draft') throw refuse(KERNEL_ERRORS, 'object.missing');
    const { to, event } = VOTE_MOVES[move];
    if (!canMove(proposal.state, VOTE_MOVES[move])) throw refuse(PROPOSAL_ERRORS, 'proposal.state');
    await em.update(Proposal, { id }, { state: to, version: proposal.version + 1 });
    await this.events.append(em, {
      forumId: proposal.forumId,
      type: event,
      subject: { kind: 'proposal', id },
      actorId,
    });
    return proposal;
  }
}

/** SHA-256 over the canonical JSON of title and body: what the voters had before them. */
export function hashText({ title, body }: Pick<ProposalTextRow, 'title' | 'body'>): string {
  return sha256(canonicalJson({ title, body }));
}

/** Each language asks with the title in that language where there is one, else with that of the source. */
function questionOf({ number, lang }: Proposal, texts: readonly ProposalTextRow[]): Localized {
  const title = (wished: string): string => titleOf(texts, wished, lang).title;
  return {
    ar: `هل تعتمدون المقترح ${number}: «${title('ar')}»؟`,
    fr: `Adoptez-vous la proposition ${number} : « ${title('fr')} » ?`,
    en: `Do you adopt proposal ${number}: “${title('en')}”?`,
  };
}
