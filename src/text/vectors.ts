import { log2, ONE, sqrt } from './fixed.js';

/** A text as weighed terms: parallel lists, terms as numbers in rising order, weights as whole numbers. */
export interface Vector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  /** Euclidean length of the weights, a whole number. */
  readonly length: number;
}

/** A likeness of 1000 is identity. */
export const ALIKE = 1000;
/** Terms kept of one sentence: the heaviest. It bounds the work for texts of any length. */
const TERMS_KEPT = 24;
const SCALE = 10_000;

/**
 * Weighs terms by TF-IDF: how often in the text (damped by a logarithm) times how rare among all texts
 * (Salton and Buckley 1988), in fixed point. Each language is weighed on its own.
 */
export class Weights {
  private readonly numbers = new Map<string, number>();
  private readonly frequency: number[] = [];
  private documents = 0;

  /** Counts the terms of one document; all are counted before the first is weighed. */
  count(terms: readonly string[]): void {
    this.documents += 1;
    for (const term of new Set(terms)) {
      const number = this.numbers.get(term) ?? this.frequency.push(0) - 1;
      this.numbers.set(term, number);
      this.frequency[number] = (this.frequency[number] as number) + 1;
    }
  }

  /** In how many documents a term occurs. */
  documentsWith(term: string): number {
    const number = this.numbers.get(term);
    return number === undefined ? 0 : (this.frequency[number] as number);
  }

  /** The vector of a text. Terms in `context` (a title) count once if the text itself lacks them. */
  vector(terms: readonly string[], context: readonly string[] = [], keep = TERMS_KEPT): Vector {
    const counts = new Map<number, number>();
    for (const term of terms) this.add(counts, term, 2);
    for (const term of context) {
      const number = this.numbers.get(term);
      if (number !== undefined && !counts.has(number)) counts.set(number, 1);
    }
    const weighed = Array.from(counts, ([number, count]) => [number, this.weight(number, count)] as const)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, keep)
      .sort((a, b) => a[0] - b[0]);
    const weights = weighed.map(([, weight]) => weight);
    return {
      terms: weighed.map(([number]) => number),
      weights,
      length: sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)),
    };
  }

  private add(counts: Map<number, number>, term: string, by: number): void {
    const number = this.numbers.get(term);
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + by);
  }

  /** `halves` counts occurrences twice, so that a title's term weighs half of one in the text. */
  private weight(number: number, halves: number): number {
    const tf = halves === 1 ? ONE / 2 : ONE + log2(Math.max(1, halves >> 1));
    const idf = log2(this.documents + 1) - log2(this.frequency[number] as number);
    return Math.max(1, Math.floor((tf * idf) / ONE));
  }
}

/** The sum of vectors, its weights scaled so that products stay exact. */
export function sumOf(vectors: readonly Vector[]): Vector {
  const sums = new Map<number, number>();
  for (const { terms, weights } of vectors)
    for (const [i, term] of terms.entries()) sums.set(term, (sums.get(term) ?? 0) + (weights[i] as number));
  let largest = 1;
  for (const sum of sums.values()) largest = Math.max(largest, sum);
  const terms = Array.from(sums.keys()).sort((a, b) => a - b);
  const weights = terms.map((term) => Math.floor(((sums.get(term) as number) * SCALE) / largest));
  return { terms, weights, length: sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) };
}

/** The cosine of two vectors in thousandths, rounded down. */
export function likeness(a: Vector, b: Vector): number {
  return cosine(dot(a, b), a, b);
}

export function cosine(product: number, a: Vector, b: Vector): number {
  const lengths = a.length * b.length;
  return lengths ? Math.min(ALIKE, Math.floor((product * ALIKE) / lengths)) : 0;
}

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const x = a.terms[i] as number;
    const y = b.terms[j] as number;
    if (x === y) sum += (a.weights[i++] as number) * (b.weights[j++] as number);
    else if (x < y) i++;
    else j++;
  }
  return sum;
}
