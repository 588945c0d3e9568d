import { terms } from '../../text/terms.js';
import { Weights } from '../../text/vectors.js';
import { foldedWords } from '../../text/words.js';
import type { Contribution } from './contributions.js';

/** What is known of the words of all contributions, language by language. */
export class Corpus {
  private readonly weights = new Map<string, Weights>();
  private readonly users = new Map<string, number>();

  /** Takes a contribution in; all are taken in before the first is weighed. */
  add({ texts }: Contribution): void {
    for (const { lang, title, text } of texts) {
      this.weightsOf(lang).count(terms(`${title}\n${text}`, lang));
      for (const word of new Set(foldedWords(text))) this.users.set(word, (this.users.get(word) ?? 0) + 1);
    }
  }

  weightsOf(lang: string): Weights {
    const known = this.weights.get(lang);
    if (known) return known;
    const made = new Weights();
    this.weights.set(lang, made);
    return made;
  }

  /** How many longer words of a text occur in one contribution only. */
  rareWords(text: string): number {
    return foldedWords(text).filter((word) => word.length >= 4 && (this.users.get(word) ?? 0) <= 1).length;
  }
}
