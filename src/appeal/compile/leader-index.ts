import { ALIKE, cosine, type Vector } from '../../text/vectors.js';

/** Heaviest terms asked for, and leaders looked at for each: they bound the work of one question. */
const TERMS_ASKED = 12;
const LEADERS_PER_TERM = 400;

/**
 * Finds, among vectors added so far, the one most like another, by an inverted index over terms. Each question
 * costs the same however many vectors there are: only the first LEADERS_PER_TERM added for a term are seen,
 * and leaders are added in the order of their rank.
 */
export class LeaderIndex {
  private readonly postings = new Map<number, Postings>();
  private readonly vectors: Vector[] = [];
  /** Whole numbers below 2^53, by leader; all zeros between two questions. */
  private products = new Float64Array(0);

  add(vector: Vector): void {
    const leader = this.vectors.push(vector) - 1;
    for (const [i, term] of vector.terms.entries()) {
      const list = this.postings.get(term) ?? { leaders: [], weights: [] };
      if (list.leaders.length < LEADERS_PER_TERM) {
        list.leaders.push(leader);
        list.weights.push(vector.weights[i] as number);
      }
      this.postings.set(term, list);
    }
  }

  /** The leader with the highest likeness of at least `threshold` that `allowed` lets pass; the first of equals. */
  nearest(
    vector: Vector,
    threshold: number,
    allowed: (leader: number) => boolean,
  ): { leader: number; likeness: number } | null {
    let best: { leader: number; likeness: number } | null = null;
    for (const leader of this.multiply(vector)) {
      const product = this.products[leader] as number;
      this.products[leader] = 0;
      const other = this.vectors[leader] as Vector;
      // Most share a common word and no more: they are passed over before anything is divided.
      if (product * ALIKE < threshold * vector.length * other.length) continue;
      const candidate = { leader, likeness: cosine(product, vector, other) };
      if (candidate.likeness < threshold || (best && !isBetter(candidate, best)) || !allowed(leader))
        continue;
      best = candidate;
    }
    return best;
  }

  /** The leaders that share a term, their products in `products`. */
  private multiply(vector: Vector): number[] {
    if (this.products.length < this.vectors.length) this.products = new Float64Array(2 * this.vectors.length);
    const { products } = this;
    const met: number[] = [];
    for (const i of heaviest(vector)) {
      const weight = vector.weights[i] as number;
      const list = this.postings.get(vector.terms[i] as number);
      if (!list) continue;
      const { leaders, weights } = list;
      for (let at = 0; at < leaders.length; at++) {
        const leader = leaders[at] as number;
        const before = products[leader] as number;
        if (before === 0) met.push(leader);
        products[leader] = before + (weights[at] as number) * weight;
      }
    }
    return met;
  }
}

/** Parallel lists: which leaders have a term, and how heavily. */
interface Postings {
  readonly leaders: number[];
  readonly weights: number[];
}

interface Candidate {
  readonly leader: number;
  readonly likeness: number;
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return a.likeness > b.likeness || (a.likeness === b.likeness && a.leader < b.leader);
}

function heaviest({ weights }: Vector): number[] {
  return Array.from(weights.keys())
    .sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b)
    .slice(0, TERMS_ASKED);
}
