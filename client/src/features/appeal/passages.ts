import type { Passage } from './passage-finder.js';

/**
 * The passages of a contribution's HTML, one a paragraph or item, as plain text: what a quote is taken from.
 * A quote must stand in the contribution to the letter, so this reads it as the server does (`plainOf`): line
 * breaks stay, runs of spaces are one, and a no-break space, as French has before its colons, is left alone.
 */
export function passagesOf(html: string): readonly string[] {
  const parted = html.replace(/<br\s*\/?>/g, '\n').replace(/<\/(p|li|blockquote)>/g, '\n\n$&');
  const { body } = new DOMParser().parseFromString(parted, 'text/html');
  const text = (body.textContent ?? '').replace(/[ \t]+/g, ' ').replace(/ ?\n ?/g, '\n');
  const passages = text.split(/\n{2,}/).map((passage) => passage.trim());
  return [...new Set(passages.filter(Boolean))];
}

/** How a passage travels when it is dragged onto a clause. */
const DRAGGED = 'application/x-nidaa-passage';

export function dragPassage(data: DataTransfer, passage: Passage): void {
  data.setData(DRAGGED, JSON.stringify(passage));
  data.setData('text/plain', passage.text);
  data.effectAllowed = 'link';
}

/** The passage that is dropped; while it is still dragged over something a browser tells no more than that it is one. */
export function draggedPassage(data: DataTransfer, when: 'over' | 'dropped'): Passage | true | null {
  if (!data.types.includes(DRAGGED)) return null;
  if (when === 'over') return true;
  try {
    return JSON.parse(data.getData(DRAGGED)) as Passage;
  } catch {
    return null;
  }
}
