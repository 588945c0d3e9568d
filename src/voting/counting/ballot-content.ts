import type { BallotContent } from '../ballots.contract.js';
import type { PollTerms } from '../polls.contract.js';
import { BadPoll, object } from './poll-input.js';
import { readPoll } from './read-poll.js';
import { isMotion } from './terms.js';

/** What a ballot may say, by the terms frozen at the opening. */
export type BallotTerms = Pick<PollTerms, 'method' | 'options' | 'choicesMax' | 'scoreRange'>;

/**
 * Checks one ballot against the terms and gives it in the one form in which it is stored: nothing that the method
 * does not ask for, empty groups left out. Throws BadPoll with a sentence.
 */
export function readContent(terms: BallotTerms, input: unknown): BallotContent {
  const ballot = object(input, 'the ballot');
  if (ballot.invalid !== undefined) throw new BadPoll('a ballot is blank or says something');
  const content = bare(terms, ballot);
  const { method, choicesMax, scoreRange } = terms;
  const options = terms.options.map(({ id }) => id);
  readPoll({ method, choicesMax, scoreRange, ballots: [content], ...(!isMotion(method) && { options }) });
  return content;
}

function bare({ method }: BallotTerms, ballot: Record<string, unknown>): BallotContent {
  if (ballot.blank !== undefined) {
    if (ballot.blank !== true || isMotion(method)) throw new BadPoll('this ballot cannot be blank');
    return { blank: true };
  }
  const { choice, choices, approved, scores, ranking } = ballot as BallotContent;
  if (isMotion(method)) return { choice: choice as string };
  if (method === 'plurality') return { choices: choices as string[] };
  if (method === 'approval') return { approved: approved as string[] };
  if (method === 'score') return { scores: { ...(scores as Record<string, number>) } };
  if (!Array.isArray(ranking)) throw new BadPoll('the ballot has no ranking');
  return { ranking: ranking.filter((group) => !Array.isArray(group) || group.length > 0) };
}
