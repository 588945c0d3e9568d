import { Fraction } from '../../kernel/fraction.js';
import { sha256 } from '../../kernel/hash-chain.js';
import type { Exact } from './counting.contract.js';
import type { ReadPoll } from './poll.js';

/** Options by index. Groups stand best first; who is in one group is equal. */
export type Order = readonly (readonly number[])[];

/** Which options a rule prefers among equals: a smaller place is preferred, no place is no preference. */
export type Preference = ReadonlyMap<number, number>;

/** The tie-break that the poll stated beforehand. A seed orders options by SHA-256 of seed, line feed and option. */
export function preferenceOf({ tieBreak, options }: ReadPoll): Preference {
  if (tieBreak === 'none') return new Map();
  const names = 'seed' in tieBreak ? lot(tieBreak.seed, options) : tieBreak;
  return new Map(names.map((name, place) => [options.indexOf(name), place]));
}

function lot(seed: string, options: readonly string[]): readonly string[] {
  const drawn = options.map((option) => ({
    option,
    hash: sha256(`${seed}\n${option}`),
  }));
  return drawn.sort((a, b) => (a.hash < b.hash ? -1 : 1)).map(({ option }) => option);
}

/** The equals one after the other, the preferred first; null where the rule does not say. */
export function broken(equals: readonly number[], preference: Preference): readonly number[] | null {
  if (equals.filter((option) => !preference.has(option)).length > 1) return null;
  const place = (option: number): number => preference.get(option) ?? Number.MAX_SAFE_INTEGER;
  return [...equals].sort((a, b) => place(a) - place(b));
}

/** Groups of options with the same value, the greatest first. */
export function ordered(options: readonly number[], amountOf: (option: number) => bigint): number[][] {
  const groups = new Map<bigint, number[]>();
  for (const option of options) {
    const value = amountOf(option);
    groups.set(value, [...(groups.get(value) ?? []), option]);
  }
  return [...groups].sort(([a], [b]) => (a > b ? -1 : 1)).map(([, group]) => group);
}

export interface Filled {
  readonly winners: readonly number[];
  /** The equals of whom some would be in and some out. */
  readonly tied: readonly number[] | null;
  /** The equals whom only the stated tie-break told apart. */
  readonly brokenBy: readonly number[] | null;
}

/** Fills the seats from the best on. A group that does not fit whole is a tie, unless the rule breaks it. */
export function fill(order: Order, seats: number, preference: Preference): Filled {
  const winners: number[] = [];
  for (const group of order) {
    const free = seats - winners.length;
    if (free === 0) break;
    if (group.length <= free) {
      winners.push(...group);
      continue;
    }
    const apart = broken(group, preference);
    if (!apart) return { winners, tied: group, brokenBy: null };
    return { winners: [...winners, ...apart.slice(0, free)], tied: null, brokenBy: group };
  }
  return { winners, tied: null, brokenBy: null };
}

/** `value / scale` as JSON can hold it without loss. */
export function exactly(value: bigint, scale: bigint): Exact {
  const { num, den } = Fraction.of(value, scale);
  if (den !== 1n) return `${num}/${den}`;
  const number = Number(num);
  return Number.isSafeInteger(number) ? number : String(num);
}

export const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
