import { cosine, type Vector } from '../../text/vectors.js';

/** Heaviest terms asked for, and leaders looked at for each: they bound the work of one question. */
const TERMS_ASKED = 12;
const LEADERS_PER_TERM = 400;

/**
 * Finds, among vectors added so far, the one most like another, by an inverted index over terms. Each question
 * costs the same however many vectors there are: only the first LEADERS_PER_TERM added for a term are seen,
 * and leaders are added in the order of their rank.
 */
export class LeaderIndex {
  private readonly postings = new Map<number, { readonly leader: number; readonly weight: number }[]>();
  private readonly vectors: Vector[] = [];
  /** Whole numbers below 2^53, by leader. */
  private products = new Float64Array(0);

  add(vector: Vector): void {
    const leader = this.vectors.push(vector) - 1;
    for (const [i, term] of vector.terms.entries()) {
      const list = this.postings.get(term) ?? [];
      if (list.length < LEADERS_PER_TERM) list.push({ leader, weight: vector.weights[i] as number });
      this.postings.set(term, list);
    }
  }

  /** The leader with the highest likeness of at least `threshold` that `allowed` lets pass; the first of equals. */
  nearest(
    vector: Vector,
    threshold: number,
    allowed: (leader: number) => boolean,
  ): { leader: number; likeness: number } | null {
    const met = this.multiply(vector);
    let best: { leader: number; likeness: number } | null = null;
    for (const leader of met) {
      const likeness = cosine(this.products[leader] as number, vector, this.vectors[leader] as Vector);
      this.products[leader] = 0;
      if (likeness < threshold || (best && !isBetter({ leader, likeness }, best)) || !allowed(leader))
        continue;
      best = { leader, likeness };
    }
    return best;
  }

  /** The leaders that share a term, with their products in `products`, which is all zeros between two questions. */
  private multiply(vector: Vector): number[] {
    if (this.products.length < this.vectors.length) this.products = new Float64Array(2 * this.vectors.length);
    const { products } = this;
    const met: number[] = [];
    for (const i of heaviest(vector)) {
      const weight = vector.weights[i] as number;
      for (const posting of this.postings.get(vector.terms[i] as number) ?? []) {
        if (products[posting.leader] === 0) met.push(posting.leader);
        products[posting.leader] = (products[posting.leader] as number) + posting.weight * weight;
      }
    }
    return met;
  }
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
