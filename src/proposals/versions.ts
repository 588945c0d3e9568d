import type { EntityManager } from 'typeorm';
import { Proposal } from './proposal.entity.js';
import { ProposalVersion, ProposalVersionText, type StoredTrace } from './proposal-version.entity.js';
import type { VersionCause } from './proposals.contract.js';
import { textsOf } from './texts.js';

interface Making {
  readonly cause: VersionCause;
  readonly participantId: string | null;
  readonly at: Date;
  readonly traces?: readonly StoredTrace[];
}

/** Keeps the text as it stands, in all its languages, as the next version. The proposal's row is held. Answers its number. */
export async function keepVersion(
  em: EntityManager,
  proposal: Proposal,
  { cause, participantId, at, traces = [] }: Making,
): Promise<number> {
  const number = proposal.versions + 1;
  const proposalId = proposal.id;
  const texts = await textsOf(em, proposalId);
  await em.insert(ProposalVersion, {
    proposalId,
    number,
    cause,
    participantId,
    traces: traces as object[],
    madeAt: at,
  });
  await em.insert(
    ProposalVersionText,
    texts.map(({ lang, title, summary, paragraphs }) => ({
      proposalId,
      number,
      lang,
      title,
      summary,
      paragraphs: [...paragraphs],
    })),
  );
  await em.update(Proposal, { id: proposalId }, { versions: number });
  proposal.versions = number;
  return number;
}
