import { trimmed } from '../../text/paragraphs.js';
import { afterBullet } from '../../text/sentences.js';
import { foldedWords, type Span, words } from '../../text/words.js';
import type { Reader } from './lexicon/lexicon.js';

const QUOTES: readonly (readonly [string, string])[] = [
  ['«', '»'],
  ['“', '”'],
  ['"', '"'],
];
const DROPS_AT_MOST = 4;

/**
 * The part of a sentence that can stand in a declaration: without list signs, enclosing quotes, greetings,
 * connectives and "I propose". Only whole words fall, only at the front.
 */
export function core(text: string, sentence: Span, reader: Reader | undefined): Span {
  let span = unquoted(text, afterBullet(text, sentence));
  for (let round = 0; reader && round < DROPS_AT_MOST; round++) {
    const spans = words(text.slice(span.start, span.end));
    const folded = spans.map(({ start, end }) =>
      foldedWords(text.slice(span.start + start, span.start + end)).join(''),
    );
    const dropped = reader.opens('drop', folded);
    const next = spans[dropped];
    if (!dropped || !next || reader.opens('voice', folded)) break;
    span = unquoted(text, { start: span.start + next.start, end: span.end });
  }
  return span;
}

function unquoted(text: string, span: Span): Span {
  for (const [open, close] of QUOTES) {
    if (text[span.start] !== open || text[span.end - 1] !== close) continue;
    const inner = text.slice(span.start + 1, span.end - 1);
    if (!inner.includes(open) && !inner.includes(close)) return trimmed(text, span.start + 1, span.end - 1);
  }
  return span;
}

/**
 * Makes a clause's text of words that somebody wrote: white space and spaces at punctuation set right, a
 * capital at the front, `end` at the end. No letter but the first changes, and that one only its case.
 */
export function polish(quote: string, end: string): string {
  const body = quote
    .replace(/\s+/g, ' ')
    .replace(/ +([,.)])/g, '$1')
    .replace(/([,;])(?=[A-Za-zÀ-ÿ])/g, '$1 ')
    .replace(/\( +/g, '(')
    .replace(/[\s.,;:!…،؛–-]+$/, '');
  const first = body[0] ?? '';
  return first.toUpperCase() + body.slice(1) + end;
}

/** What two texts share if one was made of the other by `polish`: their words, in order. */
export function sameWords(text: string): string {
  return foldedWords(text).join(' ');
}
