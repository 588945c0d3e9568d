import type { Span } from './words.js';

/** The paragraphs of a plain text: what blank lines part, without the white space around it. */
export function paragraphs(text: string): Span[] {
  return parts(text, /\n[^\S\n]*\n\s*/g);
}

/** The lines of a plain text that hold something, without the white space around them. */
export function lines(text: string): Span[] {
  return parts(text, /\n/g);
}

function parts(text: string, separator: RegExp): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    spans.push(trimmed(text, from, match.index));
    from = match.index + match[0].length;
  }
  spans.push(trimmed(text, from, text.length));
  return spans.filter(({ start, end }) => end > start);
}

/** The stretch from `start` to `end` without the white space at its ends. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

function isSpace(unit: number): boolean {
  return (
    (unit >= 9 && unit <= 13) ||
    unit === 32 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}
