/** Somebody who was picked from the list, as they stand in the text: `@` and this name. */
export interface Picked {
  readonly kind: 'participant' | 'delegation';
  readonly id: string;
  readonly name: string;
}

/** What is being looked for: from the @ up to the caret. */
export interface Asked {
  readonly from: number;
  readonly words: string;
}

/** An @ that begins a word, and up to thirty signs of a name behind it; an address of mail has none. */
const ASKED = /(?<![\p{L}\p{N}._@-])@([^@\n]{0,30})$/u;

export function askedAt(text: string, caret: number): Asked | null {
  const found = ASKED.exec(text.slice(0, caret));
  return found && { from: found.index, words: found[1] as string };
}

/** The text with a name in place of what was asked for, and where the caret is then: behind the blank after it. */
export function insertName(
  text: string,
  { from, words }: Asked,
  name: string,
): { readonly text: string; readonly caret: number } {
  const inserted = `@${name} `;
  const rest = text.slice(from + 1 + words.length).replace(/^ /, '');
  return { text: text.slice(0, from) + inserted + rest, caret: from + inserted.length };
}

/** Those who are picked, with one more; of two who are called the same, the later one is told apart by `more`. */
export function withPicked(
  all: readonly Picked[],
  one: Picked,
  more: string,
): { readonly picked: readonly Picked[]; readonly name: string } {
  const known = all.find(({ kind, id }) => kind === one.kind && id === one.id);
  if (known) return { picked: all, name: known.name };
  const taken = (name: string): boolean => all.some((each) => each.name === name);
  let name = taken(one.name) && more ? `${one.name} (${more})` : one.name;
  for (let number = 2; taken(name); number++) name = `${one.name} (${number})`;
  return { picked: [...all, { ...one, name }], name };
}

/** HTML of plain text, with what stands for those who are picked as mentions. The longest name counts. */
export function withMentions(html: string, picked: readonly Picked[]): string {
  if (picked.length === 0) return html;
  const byText = new Map(picked.map((each) => [escaped(`@${each.name}`), each]));
  const texts = [...byText.keys()]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(SPECIAL, '\\$&'));
  return html.replace(new RegExp(`(?:${texts.join('|')})(?![\\p{L}\\p{N}])`, 'gu'), (text) => {
    const { kind, id } = byText.get(text) as Picked;
    return `<span data-mention="${kind}:${id}">${text}</span>`;
  });
}

const SPECIAL = /[.*+?^${}()|[\]\\/-]/g;
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] as string);
