import { Fraction } from '../../kernel/fraction.js';
import type { Method } from './counting.contract.js';
import type { ReadBallot, ReadPoll } from './poll.js';
import { BadPoll, exact, list, object, text } from './poll-input.js';

interface About {
  readonly method: Method;
  readonly options: readonly string[];
  readonly grouped: boolean;
  readonly choicesMax: number;
  readonly scoreRange: readonly [Fraction, Fraction] | null;
}

type Says = ReadBallot['says'];
type Scores = readonly (Fraction | null)[];
interface Draft {
  readonly weight: Fraction;
  readonly group: string | null;
  readonly says: Exclude<Says, { kind: 'scores' }> | { readonly kind: 'scores'; readonly scores: Scores };
}

const RANKED: readonly Method[] = ['borda', 'irv', 'stv', 'schulze', 'ranked-pairs'];
/** One preference after the other: equals would leave open where the vote is now. */
const STRICT: readonly Method[] = ['irv', 'stv'];
/** A common denominator of more digits than this is no weight of a delegation any more. */
const LARGEST_SCALE = 10n ** 60n;

/** Reads all ballots and brings weights, and scores, to one denominator each. */
export function readBallots(
  input: readonly unknown[],
  about: About,
): Pick<ReadPoll, 'ballots' | 'scale' | 'scoreScale'> {
  const indexOf = new Map(about.options.map((option, index) => [option, index]));
  const drafts = input.map((ballot, at) =>
    readBallot(object(ballot, `ballots[${at}]`), `ballots[${at}]`, about, indexOf),
  );
  const scale = commonDenominator(drafts.map(({ weight }) => weight));
  const scores = drafts.flatMap(({ says }) => (says.kind === 'scores' ? says.scores : []));
  const scoreScale = commonDenominator(scores.filter((score) => score !== null));
  return {
    scale,
    scoreScale,
    ballots: drafts.map(({ weight, group, says }) => ({
      weight: units(weight, scale),
      group,
      says:
        says.kind === 'scores'
          ? { kind: 'scores', scores: says.scores.map((score) => score && units(score, scoreScale)) }
          : says,
    })),
  };
}

const units = ({ num, den }: Fraction, scale: bigint): bigint => num * (scale / den);

function commonDenominator(numbers: readonly Fraction[]): bigint {
  let scale = 1n;
  for (const { den } of numbers) {
    if (scale % den === 0n) continue;
    scale *= Fraction.of(den, scale).num;
    if (scale > LARGEST_SCALE) throw new BadPoll('the weights have no common denominator of a bearable size');
  }
  return scale;
}

function readBallot(
  ballot: Record<string, unknown>,
  where: string,
  about: About,
  indexOf: ReadonlyMap<string, number>,
): Draft {
  const weight = ballot.weight === undefined ? Fraction.of(1) : exact(ballot.weight, `${where}.weight`);
  if (weight.compare(Fraction.ZERO) <= 0) throw new BadPoll(`${where}.weight is not above nothing`);
  const group =
    ballot.group === undefined || ballot.group === null ? null : text(ballot.group, `${where}.group`);
  if (about.grouped && group === null) throw new BadPoll(`${where} names no group, which the rule needs`);
  return { weight, group, says: readSays(ballot, where, about, indexOf) };
}

function readSays(
  ballot: Record<string, unknown>,
  where: string,
  about: About,
  indexOf: ReadonlyMap<string, number>,
): Draft['says'] {
  if (ballot.blank === true) return { kind: 'blank' };
  if (ballot.invalid === true) return { kind: 'invalid' };
  const named = (names: readonly unknown[]): number[] => {
    const found = names.map((name) => {
      const index = indexOf.get(text(name, where));
      if (index === undefined)
        throw new BadPoll(`${where} names ${JSON.stringify(name)}, which is no option`);
      return index;
    });
    if (new Set(found).size < found.length) throw new BadPoll(`${where} names an option twice`);
    return found;
  };
  const { method } = about;
  if (method === 'score') return { kind: 'scores', scores: readScores(ballot, where, about, named) };
  if (method === 'approval')
    return { kind: 'choices', choices: named(list(ballot.approved, `${where}.approved`)) };
  if (RANKED.includes(method)) return { kind: 'ranking', ranking: readRanking(ballot, where, method, named) };
  const choices = named(
    ballot.choice === undefined ? list(ballot.choices, `${where}.choices`) : [ballot.choice],
  );
  const most = method === 'plurality' ? about.choicesMax : 1;
  if (choices.length === 0 || choices.length > most)
    throw new BadPoll(`${where} chooses ${choices.length} options, and 1 to ${most} may be chosen`);
  return { kind: 'choices', choices };
}

function readRanking(
  ballot: Record<string, unknown>,
  where: string,
  method: Method,
  named: (names: readonly unknown[]) => number[],
): readonly (readonly number[])[] {
  const groups = list(ballot.ranking, `${where}.ranking`).map((group) =>
    Array.isArray(group) ? group : [group],
  );
  named(groups.flat());
  if (STRICT.includes(method) && groups.some(({ length }) => length > 1))
    throw new BadPoll(`${where} ranks options equally, which ${method} does not bear`);
  return groups.filter(({ length }) => length > 0).map(named);
}

function readScores(
  ballot: Record<string, unknown>,
  where: string,
  { options, scoreRange }: About,
  named: (names: readonly unknown[]) => number[],
): Scores {
  const entries = Object.entries(object(ballot.scores, `${where}.scores`));
  const scores: (Fraction | null)[] = options.map(() => null);
  for (const [at, index] of named(entries.map(([name]) => name)).entries()) {
    const [name, value] = entries[at] as [string, unknown];
    const score = exact(value, `${where}.scores of ${JSON.stringify(name)}`);
    if (scoreRange && (score.compare(scoreRange[0]) < 0 || score.compare(scoreRange[1]) > 0))
      throw new BadPoll(`${where} gives ${JSON.stringify(name)} a score out of the range`);
    scores[index] = score;
  }
  return scores;
}
