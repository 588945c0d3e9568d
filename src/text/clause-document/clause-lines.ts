import * as Y from 'yjs';
import { linesOf, newParagraph } from './clause-nodes.js';

/** Brings a clause's paragraphs to these lines; of a line that changed only what differs is written. */
export function writeLines(element: Y.XmlElement, lines: readonly string[]): void {
  const now = linesOf(element);
  const { start, removed, put } = difference(now, lines);
  const inPlace = Math.min(removed, put.length);
  for (let i = 0; i < inPlace; i++)
    writeLine(element.get(start + i) as Y.XmlElement, now[start + i] as string, put[i] as string);
  if (removed > inPlace) element.delete(start + inPlace, removed - inPlace);
  if (put.length > inPlace) element.insert(start + inPlace, put.slice(inPlace).map(newParagraph));
}

function writeLine(paragraph: Y.XmlElement, before: string, line: string): void {
  const { start, removed, put } = difference([...before], [...line]);
  const at = [...before].slice(0, start).join('').length;
  const gone = [...before].slice(start, start + removed).join('').length;
  deleteFrom(paragraph, at, gone);
  if (put.length > 0) insertInto(paragraph, at, put.join(''));
}

function textsOf(paragraph: Y.XmlElement): Y.XmlText[] {
  return paragraph.toArray().filter((each): each is Y.XmlText => each instanceof Y.XmlText);
}

function deleteFrom(paragraph: Y.XmlElement, at: number, length: number): void {
  let [skip, left] = [at, length];
  for (const text of textsOf(paragraph)) {
    const count = Math.min(left, text.length - skip);
    const here = text.length;
    if (count > 0) text.delete(skip, count);
    if (count > 0) left -= count;
    skip = Math.max(0, skip - here);
  }
}

function insertInto(paragraph: Y.XmlElement, at: number, words: string): void {
  let skip = at;
  for (const text of textsOf(paragraph)) {
    if (skip <= text.length) {
      text.insert(skip, words);
      return;
    }
    skip -= text.length;
  }
  paragraph.insert(paragraph.length, [new Y.XmlText(words)]);
}

/** Where two lists begin to differ, how much of the first goes there, and what of the second comes. */
function difference<T>(
  before: readonly T[],
  after: readonly T[],
): { start: number; removed: number; put: readonly T[] } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, removed: before.length - start - end, put: after.slice(start, after.length - end) };
}
