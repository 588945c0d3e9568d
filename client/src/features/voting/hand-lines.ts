import type { HandLine } from '../../../../src/voting/ballots.contract.js';
import { CHOICES } from '../../../../src/voting/counting/counting.contract.js';
import type { PollTerms } from '../../../../src/voting/polls.contract.js';
import { wholeOf } from './poll-form.js';

/** What a paper can say: an option or side by id, or nothing valid. */
export interface HandRow {
  readonly id: string;
  readonly kind: 'side' | 'option' | 'blank' | 'invalid';
  readonly ballot: HandLine['ballot'];
}

type Terms = Pick<PollTerms, 'method' | 'options'>;

/** One row for each thing that a paper can say, in the order of the ballot. */
export function handRows({ method, options }: Terms): readonly HandRow[] {
  const named: readonly HandRow[] =
    method === 'yes-no-abstain'
      ? CHOICES.map((id) => ({ id, kind: 'side', ballot: { choice: id } }))
      : options.map(({ id }) => ({
          id,
          kind: 'option',
          ballot: method === 'approval' ? { approved: [id] } : { choices: [id] },
        }));
  return [
    ...named,
    // Who is neither for nor against abstains: such a paper cannot be blank.
    ...(method === 'yes-no-abstain'
      ? []
      : [{ id: 'blank', kind: 'blank', ballot: { blank: true } } as const]),
    { id: 'invalid', kind: 'invalid', ballot: { invalid: true } },
  ];
}

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
