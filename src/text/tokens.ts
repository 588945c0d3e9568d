/**
 * A text cut into words, white space and signs. The cuts are those of Unicode's annex 29, a little coarser
 * (`l'eau`, `3,5` and `aujourd'hui` are one word; marks, joiners and direction signs stay with what they follow),
 * from the classes that any engine's expressions know: `Intl.Segmenter` cuts otherwise from version to version,
 * needs time that grows with the square of the length, and what is merged must not depend on it.
 */

const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
/** Stays with what is before it: combining marks, joiners, direction signs, tags, tones of skin. */
const MARK = 4;
/** Joins two letters or two digits. */
const LINK = 5;
/** Joins two digits. */
const COMMA = 6;
const PICTURE = 7;
/** Half of a flag. */
const FLAG = 8;
const SIGN = 9;

const CLASSES: readonly (readonly [number, RegExp])[] = [
  [DIGIT, /[\u0600-\u0605\u06dd]/],
  [MARK, /[\p{M}\p{Cf}]|[\u{1f3fb}-\u{1f3ff}]/u],
  [SPACE, /\s/],
  [DIGIT, /\p{Nd}/u],
  [LETTER, /[\p{L}\p{N}_]/u],
  [LINK, /['’.:·\u2027]/],
  [COMMA, /[,;،٬]/],
  [FLAG, /[\u{1f1e6}-\u{1f1ff}]/u],
  [PICTURE, /\p{Extended_Pictographic}/u],
];
const JOINER = 0x200d;
const known = new Uint8Array(0x10000);

/** The tokens of a text, in order: joined they are the text, to the code unit. Takes time linear in its length. */
export function tokens(text: string): string[] {
  const found: string[] = [];
  for (let from = 0; from < text.length; ) {
    const to = endOfToken(text, from);
    found.push(text.slice(from, to));
    from = to;
  }
  return found;
}

/** Whether a token is white space. */
export function isSpace(token: string): boolean {
  return classOf(token.codePointAt(0) as number) === SPACE;
}

/** Whether a token is a word or a number. */
export function isWord(token: string): boolean {
  const kind = classOf(token.codePointAt(0) as number);
  return kind === LETTER || kind === DIGIT || kind === MARK;
}

function endOfToken(text: string, from: number): number {
  const first = text.codePointAt(from) as number;
  const next = from + lengthOf(first);
  switch (classOf(first)) {
    case SPACE:
      return pass(text, next, SPACE);
    case LETTER:
    case DIGIT:
    case MARK:
      return endOfWord(text, from);
    case PICTURE:
      return endOfPicture(text, next);
    case FLAG:
      return marks(text, classAt(text, next) === FLAG ? next + 2 : next);
    default:
      return marks(text, endOfRepeat(text, next, first));
  }
}

function endOfWord(text: string, from: number): number {
  let last = MARK;
  for (let at = from; ; ) {
    const point = text.codePointAt(at);
    const kind = point === undefined ? 0 : classOf(point);
    if (kind === LETTER || kind === DIGIT) last = kind;
    else if (kind === LINK || kind === COMMA) {
      const joins = last === DIGIT || (last === LETTER && kind === LINK);
      if (!joins || classAt(text, at + 1) !== last) return at;
    } else if (kind !== MARK) return at;
    at += lengthOf(point as number);
    const after = text.codePointAt(at);
    if (isPrefix(point as number) && after !== undefined && !isPrefix(after)) at += lengthOf(after);
  }
}

/** The Arabic signs for numbers, years and verses stand before what they are written over, and never alone. */
const isPrefix = (point: number): boolean => (point >= 0x600 && point <= 0x605) || point === 0x6dd;

function endOfPicture(text: string, from: number): number {
  for (let at = from; ; ) {
    const end = marks(text, at);
    if (end === at || text.charCodeAt(end - 1) !== JOINER || classAt(text, end) !== PICTURE) return end;
    at = end + lengthOf(text.codePointAt(end) as number);
  }
}

/** `...` and `!!!` are one sign. */
function endOfRepeat(text: string, from: number, sign: number): number {
  let at = from;
  while (text.codePointAt(at) === sign) at += lengthOf(sign);
  return at;
}

const marks = (text: string, from: number): number => pass(text, from, MARK);

function pass(text: string, from: number, kind: number): number {
  for (let at = from; ; ) {
    const found = classAt(text, at);
    if (found !== kind && found !== MARK) return at;
    at += lengthOf(text.codePointAt(at) as number);
  }
}

const lengthOf = (point: number): number => (point > 0xffff ? 2 : 1);

function classAt(text: string, at: number): number {
  const point = text.codePointAt(at);
  return point === undefined ? 0 : classOf(point);
}

function classOf(point: number): number {
  if (point > 0xffff) return classify(point);
  known[point] ||= classify(point);
  return known[point] as number;
}

function classify(point: number): number {
  const sign = String.fromCodePoint(point);
  return CLASSES.find(([, members]) => members.test(sign))?.[0] ?? SIGN;
}
