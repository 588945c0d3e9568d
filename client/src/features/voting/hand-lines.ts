import type { BallotContent, HandLine } from '../../../../src/voting/ballots.contract.js';
import { CHOICES } from '../../../../src/voting/counting/counting.contract.js';
import type { PollTerms } from '../../../../src/voting/polls.contract.js';
import { wholeOf } from './poll-form.js';

/** What a paper can say: an option or side by id, a whole ballot, or nothing valid. */
export interface HandRow {
  readonly id: string;
  readonly kind: 'side' | 'option' | 'ballot' | 'blank' | 'invalid';
  readonly ballot: HandLine['ballot'];
}

type Terms = Pick<PollTerms, 'method' | 'options' | 'choicesMax'>;

/** Whether a paper names one thing: then everything that one can say has its row from the start. */
export const namesOne = ({ method, choicesMax }: Omit<Terms, 'options'>): boolean =>
  method === 'yes-no-abstain' || (method === 'plurality' && choicesMax === 1);

/** One row for each thing that papers say, in the order of the ballot; `ballots` are those that were added. */
export function handRows(terms: Terms, ballots: readonly BallotContent[] = []): readonly HandRow[] {
  const invalid: HandRow = { id: 'invalid', kind: 'invalid', ballot: { invalid: true } };
  // Who is neither for nor against abstains: such a paper cannot be blank.
  if (terms.method === 'yes-no-abstain')
    return [...CHOICES.map((id): HandRow => ({ id, kind: 'side', ballot: { choice: id } })), invalid];
  const named = namesOne(terms)
    ? terms.options.map(({ id }): HandRow => ({ id, kind: 'option', ballot: { choices: [id] } }))
    : ballots.map((ballot): HandRow => ({ id: idOf(ballot), kind: 'ballot', ballot }));
  return [...named, { id: 'blank', kind: 'blank', ballot: { blank: true } }, invalid];
}

/** The same ballot is the same row, however often it is added. */
export const idOf = (ballot: BallotContent): string => JSON.stringify(ballot);

const MOST = 1_000_000;

/** The rows with the numbers typed beside them, those without votes left out; null while one is no number. */
export function handLines(
  rows: readonly HandRow[],
  typed: Readonly<Record<string, string>>,
): readonly HandLine[] | null {
  const counts = rows.map(({ id }) => (typed[id]?.trim() ? wholeOf(typed[id], 0, MOST) : 0));
  if (counts.includes(null)) return null;
  return rows.flatMap(({ ballot }, at) => (counts[at] ? [{ ballot, votes: counts[at] }] : []));
}
