import { cosine, type Vector } from './vectors.js';

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
    const products = new Map<number, number>();
    for (const i of heaviest(vector)) {
      const weight = vector.weights[i] as number;
      for (const posting of this.postings.get(vector.terms[i] as number) ?? [])
        products.set(posting.leader, (products.get(posting.leader) ?? 0) + posting.weight * weight);
    }
    let best: { leader: number; likeness: number } | null = null;
    for (const [leader, product] of products) {
      const likeness = cosine(product, vector, this.vectors[leader] as Vector);
      if (likeness < threshold || !allowed(leader)) continue;
      const better =
        !best || likeness > best.likeness || (likeness === best.likeness && leader < best.leader);
      if (better) best = { leader, likeness };
    }
    return best;
  }
}

function heaviest({ weights }: Vector): number[] {
  return Array.from(weights.keys())
    .sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b)
    .slice(0, TERMS_ASKED);
}
