import type { Localized } from '../../../../src/kernel/localized.js';
import type { CreatePoll } from '../../../../src/voting/polls.contract.js';
import { type PollForm, termsOf } from './poll-form.js';

/** What a poll is about, as the form holds it. */
export interface Subject {
  readonly sessionId: string;
  readonly about: 'proposal' | 'question';
  readonly proposalId: string;
  readonly question: Localized;
}
export type NewForm = PollForm & Subject;

/** As it travels; null while something is missing. */
export function createPollOf(form: NewForm): CreatePoll | null {
  const { sessionId, question, proposalId } = form;
  const onProposal = form.about === 'proposal';
  const terms = termsOf(onProposal ? { ...form, method: 'yes-no-abstain' } : form);
  const asked = onProposal ? proposalId : Object.values(question).every((text) => text.trim());
  if (!terms || !asked || !sessionId) return null;
  return onProposal
    ? { sessionId, subject: { kind: 'proposal', id: proposalId }, terms }
    : { sessionId, question, terms };
}
