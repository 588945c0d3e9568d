import type { Paragraph } from './changes.js';
import { naturally } from './natural-order.js';
import type { PlainText } from './plain-text.js';

/**
 * The blank lines of a merged text. They are as in the original, or as one amendment changed them; where several
 * changed the same ones in different ways, they stay: blank lines are no collision.
 */
export class Spacing {
  readonly #original: PlainText;
  /** By paragraph of the original, the last one left out: what amendments want behind it instead. */
  readonly #changed = new Map<string, Set<string>>();
  /** By paragraph: what stands behind, or before, it where the original says nothing. */
  readonly #behind = new Map<string, { readonly by: string; readonly gap: string }>();
  readonly #before = new Map<string, string>();
  readonly #leads = new Set<string>();
  readonly #ends = new Set<string>();

  /** The paragraphs of the original are known by their numbers, from 1. */
  constructor(original: PlainText) {
    this.#original = original;
  }

  /** Notes the blank lines of an amended text; `paragraphs` are its pieces with the ids they got. */
  add(by: string, { lead, pieces }: PlainText, paragraphs: readonly Paragraph[]): void {
    this.#leads.add(lead);
    this.#ends.add(pieces.at(-1)?.gap ?? '');
    for (const [at, { id }] of paragraphs.slice(0, -1).entries()) {
      const gap = pieces[at]?.gap as string;
      const own = this.#gapOf(id);
      if (own === undefined) {
        const known = this.#behind.get(id);
        if (!known || naturally(by, known.by) < 0) this.#behind.set(id, { by, gap });
      } else if (own !== gap) this.#changed.set(id, (this.#changed.get(id) ?? new Set()).add(gap));
      const next = paragraphs[at + 1]?.id as string;
      if (!this.#isOriginal(next)) this.#before.set(next, gap);
    }
  }

  between(id: string, next: string): string {
    const own = this.#gapOf(id);
    if (own !== undefined) return chosen(own, this.#changed.get(id) ?? new Set());
    const before = this.#isOriginal(next)
      ? this.#original.pieces[Number(next) - 2]?.gap
      : this.#before.get(next);
    return this.#behind.get(id)?.gap ?? before ?? this.#gapOf('1') ?? '\n\n';
  }

  lead(): string {
    return chosen(this.#original.lead, this.#leads);
  }

  end(): string {
    return chosen(this.#original.pieces.at(-1)?.gap ?? '', this.#ends);
  }

  #isOriginal(id: string): boolean {
    return !id.includes(' ');
  }

  #gapOf(id: string): string | undefined {
    const number = this.#isOriginal(id) ? Number(id) : 0;
    return number < this.#original.pieces.length ? this.#original.pieces[number - 1]?.gap : undefined;
  }
}

function chosen(original: string, others: ReadonlySet<string>): string {
  const [other, ...more] = [...others].filter((gap) => gap !== original);
  return other === undefined || more.length > 0 ? original : other;
}
