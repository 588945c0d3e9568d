import type { BallotContent } from '../../../../../src/voting/ballots.contract.js';
import type { PollTerms } from '../../../../../src/voting/polls.contract.js';

/** What a form edits: a ballot on which nothing needs to be chosen yet. */
export type Draft = BallotContent;
export type FormTerms = Pick<PollTerms, 'method' | 'options' | 'choicesMax' | 'scoreRange' | 'unranked'>;

export interface FormProps {
  readonly terms: FormTerms;
  readonly value: Draft;
  readonly onChange: (value: Draft) => void;
}

export const BLANK: BallotContent = { blank: true };

/** These take one option after the other; equal ranks would leave them without a next one. */
const STRICT = ['irv', 'stv'];
export const allowsTies = ({ method }: Pick<PollTerms, 'method'>) => !STRICT.includes(method);

/** A yes-no-abstain poll has its abstention. */
export const allowsBlank = ({ method }: Pick<PollTerms, 'method'>) => method !== 'yes-no-abstain';

/** Whether enough is chosen for a ballot, and not too much. A blank one is not a form's, but a button's. */
export function isBallot({ choicesMax }: Pick<PollTerms, 'choicesMax'>, draft: Draft): boolean {
  if (draft.choices) return draft.choices.length > 0 && draft.choices.length <= choicesMax;
  return Boolean(
    draft.choice ||
      draft.approved?.length ||
      draft.ranking?.length ||
      (draft.scores && Object.keys(draft.scores).length > 0),
  );
}

/** Chosen options in the order of the poll: the same choice is the same ballot, in whatever order it was tapped. */
export function inOrder({ options }: Pick<PollTerms, 'options'>, chosen: readonly string[]): string[] {
  return options.map(({ id }) => id).filter((id) => chosen.includes(id));
}

export function toggled(chosen: readonly string[], id: string): string[] {
  return chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
}
