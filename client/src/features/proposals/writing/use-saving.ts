import { useRef } from 'react';
import type {
  CreateProposal,
  ProposalView,
  UpdateProposal,
} from '../../../../../src/proposals/proposals.contract.js';
import { patch, post } from '../../../lib/api.js';
import { ApiError } from '../../../lib/api-error.js';
import { keepDraft, keptDraft } from '../../../lib/drafts.js';
import { newKey } from '../../../lib/key.js';
import { forWire } from '../../../ui/editor/local-ids.js';
import { isSame, line, type Written } from './written.js';

/** Where a proposal's own text goes when it is saved, and by which name this browser keeps what is not. */
export interface Saving {
  readonly name: () => string;
  /** The proposal's page; before there is one, the list's. */
  readonly page: () => string;
  readonly send: (value: Written, version: number) => Promise<ProposalView>;
}

export function savingOf(slug: string, { id, lang }: Pick<ProposalView, 'id' | 'lang'>): Saving {
  return {
    name: () => `proposal.${id}.${lang}`,
    page: () => `/f/${slug}/proposals/${id}`,
    send: (value, version) =>
      patch<ProposalView>(`/proposals/${id}`, { ...textOf(value), topicId: value.topicId || null, version }),
  };
}

/** What was sent to begin a proposal, for as long as nobody knows whether it did. */
interface Sent {
  readonly key: string;
  readonly lang: string;
  readonly value: Written;
}

/**
 * Begins a proposal with what is sent first. Where that is not answered it is sent again as it was, under its key, so
 * that there is one proposal; what was typed since follows it. `onBegun` is told once.
 */
export function useBeginning(slug: string, lang: string, onBegun: (proposal: ProposalView) => void): Saving {
  const name = `proposal.new.${slug}`;
  const begun = useRef<ProposalView>(null);
  const begin = async (value: Written): Promise<ProposalView> => {
    const kept = keptDraft<Sent>(`${name}.sent`) as Sent | null;
    const sent = kept ?? { key: newKey(), lang, value };
    keepDraft(`${name}.sent`, sent);
    try {
      const proposal = await post<ProposalView>(`/forums/${slug}/proposals`, requestOf(sent), sent.key);
      for (const each of [name, `${name}.sent`]) keepDraft(each, null);
      begun.current = proposal;
      onBegun(proposal);
      return isSame(sent.value, value) ? proposal : savingOf(slug, proposal).send(value, proposal.version);
    } catch (error) {
      if (!(error instanceof ApiError && error.unknownOutcome)) keepDraft(`${name}.sent`, null);
      throw error;
    }
  };
  const own = () => (begun.current ? savingOf(slug, begun.current) : null);
  return {
    name: () => own()?.name() ?? name,
    page: () => own()?.page() ?? `/f/${slug}/proposals`,
    send: (value, version) =>
      own()?.send(value, Math.max(version, begun.current?.version ?? 0)) ?? begin(value),
  };
}

const textOf = (value: Written): Pick<UpdateProposal, 'title' | 'summary' | 'paragraphs' | 'cityIds'> => ({
  title: line(value.title),
  summary: line(value.summary),
  paragraphs: forWire(value.paragraphs),
  cityIds: value.cityIds,
});

const requestOf = ({ lang, value }: Sent): CreateProposal => ({
  lang,
  ...textOf(value),
  ...(value.topicId && { topicId: value.topicId }),
});
