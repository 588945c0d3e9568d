import { foldedWords, words as wordSpans } from '../../text/words.js';
import type { Reader } from './lexicon/lexicon.js';

/**
 * What a sentence is good for. `voice`: those who met speak and act; `norm`: something should be; `measure`:
 * names something to do; `preambular`: a recital by its opening; `statement`: holds something to be so.
 */
export const FORMS = ['preambular', 'voice', 'norm', 'measure', 'statement'] as const;
export type Form = (typeof FORMS)[number];

export interface Judgement {
  readonly form: Form;
  /** 1 to 100: how well it would stand in a declaration. */
  readonly quality: number;
}

const LIMITS = { minWords: 6, maxWords: 48, goodMin: 9, goodMax: 34, maxChars: 420 };
const NORM_WITHIN = 14;
const LEANING_WITHIN = 6;
const QUALITY: Readonly<Record<Form, number>> = {
  preambular: 100,
  voice: 100,
  measure: 96,
  norm: 90,
  statement: 80,
};
/** Signs of notes, addresses, smileys and arithmetic, not of prose. */
const NOT_PROSE =
  /[=+@#*_|<>~^\\{}[\]→⇒✓•]|https?:|www\.|\.(?:com|fr|org|net)\b|\/ | \/|\.\.\.\S|\?|؟|\d\/\d|:\)|;\)|[\u2600-\u27bf]|[\ud83c-\ud83e]/;

/**
 * Judges the core of a sentence; null where it cannot stand as a clause. `rare` is how many of its words
 * nobody else uses, which is where misspellings hide.
 */
export function judge(core: string, reader: Reader, rare: number): Judgement | null {
  const words = foldedWords(core);
  if (words.length < LIMITS.minWords || words.length > LIMITS.maxWords || core.length > LIMITS.maxChars)
    return null;
  if (NOT_PROSE.test(core) || startsAmiss(core) || shouts(core) || !balanced(core)) return null;
  if (reader.find('personal', words) >= 0) return null;
  const form = formOf(words, reader);
  if (!form) return null;
  return { form, quality: qualityOf(core, words, form, reader, rare) };
}

export function formOf(words: readonly string[], reader: Reader): Form | null {
  if (reader.opens('preambular', words)) return 'preambular';
  if (reader.opens('voice', words)) return 'voice';
  if (reader.find('leaning', words.slice(1), LEANING_WITHIN) >= 0) return null;
  if (reader.opens('normOpening', words)) return 'norm';
  const states = reader.has('verbs') && statesSomething(words, reader);
  if (reader.opens('measure', words) > 0 || reader.measureByEnding(words)) return states ? null : 'measure';
  if (reader.opens('dangling', words)) return null;
  if (reader.find('norm', words, NORM_WITHIN) > 0) return 'norm';
  const subject = reader.opens('subject', words);
  if (!subject) return null;
  if (states || !reader.has('verbs')) return 'statement';
  // "The creation of": a measure with its article.
  return reader.opens('measure', words, subject) ? 'measure' : null;
}

/** Whether a finite verb stands in the main clause: before any word that opens a subordinate one. */
function statesSomething(words: readonly string[], reader: Reader): boolean {
  const verb = reader.find('verbs', words.slice(1));
  const relative = reader.find('relative', words.slice(1));
  return verb >= 0 && (relative < 0 || verb < relative);
}

function qualityOf(core: string, words: readonly string[], form: Form, reader: Reader, rare: number): number {
  let quality = QUALITY[form];
  if (words.length < LIMITS.goodMin) quality -= 8 * (LIMITS.goodMin - words.length);
  if (words.length > LIMITS.goodMax) quality -= 2 * (words.length - LIMITS.goodMax);
  quality -= Math.min(rare, 5) * 5;
  if (reader.find('weak', words) >= 0) quality -= 30;
  if (/[()/]/.test(core)) quality -= 10;
  if (/[:;"“«]/.test(core)) quality -= 12;
  if (/!|…|\.\.\./.test(core)) quality -= 15;
  if (/\d/.test(core)) quality -= form === 'statement' ? 20 : 5;
  quality -= 8 * Math.max(0, namesIn(core) - 2);
  return Math.max(1, quality);
}

/** Words with a capital inside the sentence: more than a few make it a text about particulars. */
function namesIn(core: string): number {
  return (core.match(/[^.!?«"“(]\s+[A-ZÀ-Þ]/g) ?? []).length;
}

/** A sentence begins with a word, or with a quote's sign and a word. */
function startsAmiss(core: string): boolean {
  return (wordSpans(core)[0]?.start ?? 2) > 1 || /^[,;.:)-]/.test(core);
}

/** Capitals are for names and for acronyms of up to five letters. */
function shouts(core: string): boolean {
  return /[A-ZÀ-Þ]{6,}/.test(core) || (core.match(/\b[A-ZÀ-Þ]{3,}\b/g) ?? []).length > 2;
}

function balanced(core: string): boolean {
  const count = (sign: RegExp) => (core.match(sign) ?? []).length;
  return (
    count(/\(/g) === count(/\)/g) &&
    count(/«/g) === count(/»/g) &&
    count(/“/g) === count(/”/g) &&
    count(/"/g) % 2 === 0
  );
}
