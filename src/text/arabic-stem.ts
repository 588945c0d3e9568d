import { foldArabic } from './fold.js';

/** Longest first: and-the, with-the, like-the, so-the, for-the, the; then a bare "and". */
const PREFIXES = ['وبال', 'وال', 'بال', 'كال', 'فال', 'ولل', 'لل', 'ال'];
const SUFFIXES = ['هما', 'كما', 'هم', 'هن', 'نا', 'كم', 'ها', 'ات', 'ان', 'ون', 'ين', 'يه', 'ته', 'ه', 'ي'];

/**
 * A light stem of an Arabic word: article and particles off the front, the commonest endings off the back,
 * never to fewer than three letters. Works like the light stemmers of Larkey, Ballesteros and Connell (2002):
 * roots are not looked for, since a root joins words that a reader would keep apart.
 */
export function stemArabic(word: string): string {
  let stem = foldArabic(word);
  const prefix = PREFIXES.find((p) => stem.startsWith(p) && stem.length - p.length >= 3);
  if (prefix) stem = stem.slice(prefix.length);
  else if (stem.startsWith('و') && stem.length >= 5) stem = stem.slice(1);
  for (let round = 0; round < 2; round++) {
    const suffix = SUFFIXES.find((s) => stem.endsWith(s) && stem.length - s.length >= 3);
    if (!suffix) break;
    stem = stem.slice(0, -suffix.length);
  }
  return stem;
}
