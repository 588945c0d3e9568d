import { chooseApart, nearestToAll, type Rankable } from './text-rank.js';
import type { Vector } from './vectors.js';

/** A sentence with a term of its own and, where it is on the subject, one that all who are share. */
const sentence = (own: number, cityId: string, onSubject: boolean): Rankable => {
  const terms = onSubject ? [0, own] : [own];
  const weights = onSubject ? [50, 170] : [180];
  const vector: Vector = { terms, weights, length: onSubject ? 177 : 180 };
  return { from: `${cityId}${own}`, cityId, lang: 'fr', vector, terms: new Set(terms) };
};
const many = Array.from({ length: 300 }, (_, i) => sentence(i + 1, 'fez', true));
const alone = sentence(900, 'lahore', false);

describe('sentences that are ranked', () => {
  it('are of every city, though one has more of them than can be ranked, and nearer to the subject', () => {
    const kept = nearestToAll([...many, alone]);
    expect(kept).toContain(alone);
    expect(kept).toHaveLength(150);
  });

  it('are chosen by worth, of which whoever asks says what it is to be heard already', () => {
    const all = [...many.slice(0, 20), alone];
    const cities = (worth: (rank: number, heard: number) => number) =>
      chooseApart(all, 3, (_, rank, heard) => worth(rank, heard)).map(({ cityId }) => cityId);
    expect(cities((rank) => rank)).toEqual(['fez', 'fez', 'fez']);
    expect(cities((rank, heard) => rank - heard * 2 ** 40)).toEqual(['fez', 'fez', 'lahore']);
  });
});
