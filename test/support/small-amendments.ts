/**
 * All ways in which two people can change up to three of six words: small enough to try every one, and what must
 * come out can be said without comparing texts.
 */
const BASE_WORDS = ['alfa', 'beta', 'gama', 'dela', 'epsi', 'zeta'];
export const SMALL_BASE = BASE_WORDS.join(' ');

/** Places of words, e.g. [0, 2]: the first and the third are changed. */
export const choices: readonly (readonly number[])[] = Array.from(
  { length: 2 ** BASE_WORDS.length },
  (_, bits) => [...BASE_WORDS.keys()].filter((at) => (bits >> at) & 1),
).filter((places) => places.length <= 3);

/** The text with these words changed, each person in an own way. */
export function smallText(...people: readonly (readonly number[])[]): string {
  const owner = (at: number): number => people.findIndex((places) => places.includes(at));
  return BASE_WORDS.map((word, at) => (owner(at) < 0 ? word : `${'xyz'[owner(at)]}${at}00`)).join(' ');
}

/** Whether a word of one is a word of the other or stands next to one. */
export function neighbours(one: readonly number[], other: readonly number[]): boolean {
  return one.some((at) => other.some((place) => Math.abs(at - place) <= 1));
}
