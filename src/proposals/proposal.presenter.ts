import type { AuthorView } from '../forum/forum.contract.js';
import type { Standing } from '../forum/forum-access.js';
import type { Proposal } from './proposal.entity.js';
import type { ProposalTextRow } from './proposal-text.entity.js';
import {
  mayEditProposal,
  mayEndorse,
  mayMoveProposal,
  mayPutToVote,
  mayTranslate,
} from './proposals.abilities.js';
import type { ProposalSummary, ProposalView } from './proposals.contract.js';

type Names = ReadonlyMap<string, AuthorView>;
type Titled = Pick<ProposalTextRow, 'lang' | 'title'>;

/** The title in the wished language where there is one, else in the language it was written in. */
export function titleOf(texts: readonly Titled[], wished: string | undefined, source: string): Titled {
  const found = [wished, source].map((lang) => texts.find((text) => text.lang === lang)).find(Boolean);
  return found ?? texts[0] ?? { lang: source, title: '' };
}

export function presentProposal(
  proposal: Proposal,
  { texts, authors, lang }: { texts: readonly Titled[]; authors: Names; lang?: string | undefined },
): ProposalSummary {
  const title = titleOf(texts, lang, proposal.lang);
  return {
    id: proposal.id,
    number: proposal.number,
    state: proposal.state,
    title: title.title,
    titleLang: title.lang,
    topicId: proposal.topicId,
    author: proposal.authorId ? (authors.get(proposal.authorId) ?? null) : null,
    endorsements: proposal.endorsements,
    importedSupport: proposal.importedSupport,
    imported: proposal.imported,
    createdAt: proposal.createdAt.toISOString(),
  };
}

export interface ProposalFactsShown {
  readonly texts: readonly ProposalTextRow[];
  readonly authors: Names;
  readonly endorserIds: readonly string[];
  readonly endorsed: boolean;
}

export function presentProposalView(
  proposal: Proposal,
  standing: Standing,
  { texts, authors, endorserIds, endorsed }: ProposalFactsShown,
): ProposalView {
  return {
    ...presentProposal(proposal, { texts, authors }),
    lang: proposal.lang,
    texts: texts.map(({ lang, title, body }) => ({ lang, title, body })),
    reason: proposal.reason,
    version: proposal.version,
    endorsed,
    endorsers: endorserIds.map((id) => authors.get(id)).filter((author) => author !== undefined),
    abilities: {
      edit: mayEditProposal(standing, proposal),
      translate: mayTranslate(standing, proposal),
      submit: mayMoveProposal(standing, proposal, 'submit'),
      admit: mayMoveProposal(standing, proposal, 'admit'),
      return: mayMoveProposal(standing, proposal, 'return'),
      withdraw: mayMoveProposal(standing, proposal, 'withdraw'),
      endorse: mayEndorse(standing, proposal),
      putToVote: mayPutToVote(standing, proposal),
    },
  };
}
