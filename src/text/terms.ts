import { newStemmer } from 'snowball-stemmers';
import { ara, eng, fra, spa } from 'stopword';
import { stemArabic } from './arabic-stem.js';
import { clean, fold } from './fold.js';
import { words } from './words.js';

const STOP_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({ ar: ara, fr: fra, en: eng, es: spa }).map(([lang, list]) => [
    lang,
    new Set(list.flatMap((word) => fold(word).split(/[^\w\u0620-\u064a]+/))),
  ]),
);
const SNOWBALL = new Map(
  Object.entries({ fr: 'french', en: 'english', es: 'spanish' }).map(([lang, name]) => [
    lang,
    newStemmer(name),
  ]),
);
const CACHE_LIMIT = 50_000;
const cache = new Map<string, string>();

/** The stem of one word, folded. A language without a stemmer keeps its words whole. */
export function stem(word: string, lang: string): string {
  const key = `${lang} ${word}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const lower = word.toLowerCase();
  const found = lang === 'ar' ? stemArabic(lower) : fold(SNOWBALL.get(lang)?.stem(lower) ?? lower);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(key, found);
  return found;
}

export function isStopWord(word: string, lang: string): boolean {
  return STOP_WORDS.get(lang)?.has(fold(word)) ?? false;
}

/** The terms that carry a text's meaning, in order: stems of its words without stop words and lone signs. */
export function terms(text: string, lang: string): string[] {
  const source = clean(text);
  const found: string[] = [];
  for (const { start, end } of words(source)) {
    const word = source.slice(start, end);
    if (word.length < 2 || word.length > 40 || isStopWord(word, lang)) continue;
    found.push(stem(word, lang));
  }
  return found;
}
