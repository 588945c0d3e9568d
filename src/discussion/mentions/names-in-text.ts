import { keyOf, type Mention } from './marks.js';

/** Somebody who can be mentioned, and how they are called. */
export interface Called {
  readonly name: string;
  readonly mention: Mention;
}

/** An @ that begins a word; that of an address of mail does not. */
const AT = /(?<![\p{L}\p{N}\p{M}._@-])@/gu;
/** So many of them are looked at in one text, so that nobody's text costs more. */
const MOST = 1_000;
/** What makes another word of a name: `@Fez` stands neither in `@Fezzan` nor in `@Fez-Nord`. */
const GOES_ON = /^(?:[\p{L}\p{N}\p{M}_\u200c\u200d]|[-.][\p{L}\p{N}])/u;
/** UTF-16 units that `GOES_ON` looks at. */
const AHEAD = 3;

/** Of how many characters openings are. */
export const OPENING = 4;

/**
 * How names may begin that stand in a plain text: the characters behind each @, one to `OPENING`, each once. A name
 * that is found in the text has its first `OPENING` characters among them, or all where it has fewer.
 */
export function openingsIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const at of placesIn(text)) {
    const signs = [...text.slice(at, at + 2 * OPENING)].slice(0, OPENING);
    for (let length = 1; length <= signs.length; length++) found.add(signs.slice(0, length).join(''));
  }
  return [...found];
}

/**
 * Who is mentioned in a plain text by an @ and the exact name, each once, in the order of the text. The longest name
 * counts, and it has to end where its word does. A name that several bear mentions none of them.
 */
export function mentionedByName(text: string, people: readonly Called[]): readonly Mention[] {
  const byName = new Map<string, Mention | null>();
  for (const { name, mention } of people) {
    const known = byName.get(name);
    const another = known === null || (known && keyOf(known) !== keyOf(mention));
    byName.set(name, another ? null : mention);
  }
  const lengths = [...new Set([...byName.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  const window = (lengths[0] ?? 0) + AHEAD;
  const found = new Map<string, Mention>();
  for (const at of placesIn(text)) {
    const behind = text.slice(at, at + window);
    const length = lengths.find(
      (each) => byName.has(behind.slice(0, each)) && !GOES_ON.test(behind.slice(each)),
    );
    const mention = length && byName.get(behind.slice(0, length));
    if (mention) found.set(keyOf(mention), mention);
  }
  return [...found.values()];
}

/** Where each @ ends that may have a name behind it. */
function placesIn(text: string): readonly number[] {
  const places: number[] = [];
  for (const { index } of text.matchAll(AT)) {
    places.push(index + 1);
    if (places.length === MOST) break;
  }
  return places;
}
