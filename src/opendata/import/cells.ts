import { cleanHtml, cleanLine, cleanText, plainOf } from '../../platform/http/clean-text.js';
import { BadRow, type RichText } from './items.js';

export type Cells = Readonly<Record<string, string>>;

const TAG = /<\/?[a-z][^<>]*>/i;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const LANGUAGE = /^[a-z]{2,3}$/;

/** Free text, as HTML where it has tags and else as lines; refuses what has no words. */
export function richCell(cells: Cells, ...columns: readonly string[]): RichText {
  const body = columns.map((column) => richBody(cells[column] ?? '')).join('');
  const plain = plainOf(body);
  if (!plain) throw new BadRow(`${columns.join(' and ')} ${columns.length > 1 ? 'are' : 'is'} empty`);
  return { body, plain };
}

/** HTML of the allowed subset from HTML or from plain text, whichever it is. */
export function richBody(text: string): string {
  return TAG.test(text) ? cleanHtml(text) : linesBody(text);
}

/** HTML from plain text: blank lines part paragraphs, other line ends become line breaks. */
export function linesBody(text: string): string {
  return cleanText(text)
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => `<p>${escaped(paragraph.trim()).replace(/\s*\n\s*/g, '<br />')}</p>`)
    .join('');
}

/** One line without markup; refuses an empty one. */
export function lineCell(cells: Cells, column: string): string {
  const line = cleanLine(plainOf(cleanHtml(cells[column] ?? '')));
  if (!line) throw new BadRow(`${column} is empty`);
  return line;
}

/** The number by which the platform knows a thing. */
export function idCell(cells: Cells, column: string): string {
  const id = (cells[column] ?? '').trim();
  if (!/^\d{1,18}$/.test(id)) throw new BadRow(`${column} is not a number: ${shown(id)}`);
  return id;
}

/** A count: empty is 0. */
export function countCell(cells: Cells, column: string): number {
  const text = (cells[column] ?? '').trim();
  if (!/^\d{0,9}$/.test(text)) throw new BadRow(`${column} is not a count: ${shown(text)}`);
  return Number(text);
}

/** An address without its scheme, query and anchor, which change between exports of the same thing. */
export function addressCell(cells: Cells, column: string): { readonly host: string; readonly key: string } {
  const text = (cells[column] ?? '').trim();
  if (!URL.canParse(text)) throw new BadRow(`${column} is not an address: ${shown(text)}`);
  const { host, pathname } = new URL(text);
  return { host, key: host + pathname.replace(/\/+$/, '') };
}

/** `YYYY-MM-DD hh:mm:ss` and a zone, as Postgres reads it; checked here, so that it cannot fail there. */
export function momentCell(cells: Cells, column: string): string {
  const text = (cells[column] ?? '').trim();
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)? ?(UTC|Z|[+-]\d{2}:?\d{2})$/.exec(text);
  if (!match) throw new BadRow(`${column} is not a moment with its zone: ${shown(text)}`);
  const [, day = '', time = '', zone = ''] = match;
  return `${checkedMoment(column, day, time)} ${zone}`;
}

/** Refuses days and times that no calendar has. */
export function checkedMoment(column: string, day: string, time: string): string {
  const moment = new Date(`${day}T${time}Z`);
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(`${day}T${time}`))
    throw new BadRow(`${column} is not a moment: ${shown(`${day} ${time}`)}`);
  return `${day} ${time}`;
}

/** The language that a cell names, else the one given. */
export function langCell(cells: Cells, column: string, otherwise: string): string {
  const lang = (cells[column] ?? '')
    .trim()
    .slice(0, 3)
    .replace(/[-_].*/, '')
    .toLowerCase();
  return LANGUAGE.test(lang) ? lang : otherwise;
}

/** Whether the export says that the thing is not to be seen. */
export function isHidden(cells: Cells): boolean {
  return HIDING.some((column) => !SHOWN.has((cells[column] ?? '').trim().toLowerCase()));
}

const HIDING = ['hidden', 'hidden_at', 'hidden?', 'moderated', 'deleted', 'deleted_at'];
const SHOWN = new Set(['', 'false', 'f', 'no', '0']);

/** A cell's own words in a message: cut, on one line. */
function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => ESCAPES[character] as string);
}
