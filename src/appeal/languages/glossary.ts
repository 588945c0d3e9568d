import { LANGS, type Lang, type Localized } from '../../kernel/localized.js';
import { foldedWords } from '../../text/words.js';
import type { Departure } from './languages.contract.js';

/** What Arabic writes in front of a word as one with it: and, so, with, as, for, the. */
const PROCLITICS = /^[وف]?(?:[بك]?ال|لل|[بكل])?/;
/** Endings of number, gender and case go on at most so far. */
const ENDING_MAX = 3;
/** Shorter words end in what is another word: no ending is looked for. */
const STEM_MIN = 4;

/**
 * Whether a term stands in a text: all its words in a row, whatever their endings, without accents, and in Arabic
 * behind what is written as one with them.
 */
export function holdsTerm(text: string, term: string, lang: Lang): boolean {
  const wanted = foldedWords(term);
  const found = foldedWords(text);
  if (wanted.length === 0) return false;
  return found.some((_, at) => wanted.every((word, n) => isForm(found[at + n], word, lang)));
}

/** Terms of the source that are not in the translation as the glossary fixes them. */
export function departures(
  source: { readonly text: string; readonly lang: Lang },
  translation: { readonly text: string; readonly lang: Lang },
  glossary: readonly Localized[],
): Departure[] {
  if (source.lang === translation.lang) return [];
  return glossary.flatMap((words) => {
    const term = words[source.lang];
    const expected = words[translation.lang];
    const departs =
      holdsTerm(source.text, term, source.lang) && !holdsTerm(translation.text, expected, translation.lang);
    return departs ? [{ term, expected }] : [];
  });
}

/** Whether two entries of a glossary contradict each other: one wording, rendered in two ways. */
export const contradicts = (one: Localized, other: Localized): boolean =>
  LANGS.some((lang) => same(one[lang], other[lang])) && !LANGS.every((lang) => same(one[lang], other[lang]));

const same = (one: string, other: string): boolean =>
  foldedWords(one).join(' ') === foldedWords(other).join(' ');

function isForm(found: string | undefined, word: string, lang: Lang): boolean {
  if (found === undefined) return false;
  if (begins(found, word)) return true;
  if (lang !== 'ar') return false;
  const bare = withoutProclitics(found);
  return begins(bare, word) || begins(bare, withoutProclitics(word));
}

function withoutProclitics(word: string): string {
  const bare = word.replace(PROCLITICS, '');
  return bare.length >= 2 ? bare : word;
}

const begins = (found: string, word: string): boolean =>
  found === word ||
  (word.length >= STEM_MIN && found.startsWith(word) && found.length - word.length <= ENDING_MAX);
