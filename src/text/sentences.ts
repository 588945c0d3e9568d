import { ABBREVIATIONS } from './abbreviations.js';
import { fold } from './fold.js';
import { lines, trimmed } from './paragraphs.js';
import type { Span } from './words.js';

const END = /[.!?…؟۔]+(?:[)\]»"”’']|[ \u00a0\u202f]»)*/g;
const BULLET = /^(?:[-–—•*·▪‣◦►➢→&+>]|\(?\d{1,3}[.)°]|[a-z]\))\s*/i;
const LATIN_LOWER = /^[«"“(]?[a-zà-öø-ÿœ]/;

/**
 * The sentences of a plain text in any of the three languages, as exact spans. A line break ends a sentence
 * unless the next line goes on in lower case; a full stop does not after an abbreviation, an initial or a
 * digit with a digit behind it.
 */
export function sentences(text: string): Span[] {
  return joined(text, lines(text)).flatMap((block) => split(text, block));
}

/** Where the sentence begins once a list sign, an opening number or dashes are passed over. */
export function afterBullet(text: string, span: Span): Span {
  let { start } = span;
  for (let rest = text.slice(start, span.end); ; rest = text.slice(start, span.end)) {
    const bullet = BULLET.exec(rest);
    if (!bullet) return { start, end: span.end };
    start += bullet[0].length;
  }
}

function joined(text: string, all: readonly Span[]): Span[] {
  const blocks: Span[] = [];
  for (const line of all) {
    const last = blocks.at(-1);
    const blank = last && /\n[^\S\n]*\n/.test(text.slice(last.end, line.start));
    const goesOn = last && !blank && !/[.!?…:;؟]$/.test(text.slice(last.start, last.end));
    if (goesOn && LATIN_LOWER.test(text.slice(line.start, line.start + 2)))
      blocks[blocks.length - 1] = { start: last.start, end: line.end };
    else blocks.push(line);
  }
  return blocks;
}

function split(text: string, block: Span): Span[] {
  const spans: Span[] = [];
  let from = block.start;
  const body = text.slice(block.start, block.end);
  for (const match of body.matchAll(END)) {
    const end = block.start + match.index + match[0].length;
    if (end >= block.end || !endsSentence(text, block, from, block.start + match.index, end)) continue;
    spans.push(trimmed(text, from, end));
    from = end;
  }
  spans.push(trimmed(text, from, block.end));
  return spans.filter(({ start, end }) => end > start);
}

function endsSentence(text: string, block: Span, from: number, stop: number, end: number): boolean {
  const next = text.slice(end, Math.min(end + 12, block.end));
  const after = next.trimStart();
  if (after === next) return isGluedStop(text, stop, next);
  if (LATIN_LOWER.test(after)) return false;
  if (text[stop] !== '.' || text[stop + 1] === '.') return true;
  const word = /[^\s('"«]*$/.exec(text.slice(Math.max(from, stop - 12), stop))?.[0] ?? '';
  if (/^\d{1,3}$/.test(word) && stop - word.length === from) return false;
  return !ABBREVIATIONS.has(fold(word)) && !/^(?:[A-ZÀ-Þ]|[A-ZÀ-Þ](?:\.[A-ZÀ-Þ])+)$/.test(word);
}

/** People forget the space: `taxes.Les` is two sentences, `3.5` and `nidaa.example` are none. */
function isGluedStop(text: string, stop: number, next: string): boolean {
  return /[a-zà-ÿ]{3}$/.test(text.slice(Math.max(0, stop - 3), stop)) && /^[A-ZÀ-Þ][a-zà-ÿ]/.test(next);
}
