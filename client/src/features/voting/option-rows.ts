import type { Localized } from '../../../../src/kernel/localized.js';
import { POLL_LIMITS } from '../../../../src/voting/polls.contract.js';
import { BLANK } from '../../ui/localized-fields.js';
import type { FormOption } from './poll-form.js';

type Rows = readonly FormOption[];

export function addOption(rows: Rows): Rows {
  return [...rows, { key: freshKey(rows), text: BLANK }];
}

export function removeOption(rows: Rows, key: string): Rows {
  return rows.filter((row) => row.key !== key);
}

export function moveOption(rows: Rows, key: string, by: -1 | 1): Rows {
  const from = rows.findIndex((row) => row.key === key);
  const moved = [...rows];
  const [row] = moved.splice(from, 1);
  if (row) moved.splice(from + by, 0, row);
  return moved;
}

export function writeOption(rows: Rows, key: string, text: Localized): Rows {
  return rows.map((row) => (row.key === key ? { key, text } : row));
}

/**
 * A list of lines as options: one a line, its languages (Arabic, French, English) parted by tabs or `|`. A line in
 * one language stands for all three until it is translated: a name often is the same. Empty rows make room first.
 */
export function pasteOptions(rows: Rows, pasted: string): Rows {
  const filled = rows.filter(({ text }) => Object.values(text).some((each) => each.trim()));
  const added = pasted
    .split(/\r?\n/)
    .map((line) => line.split(/[\t|]/).map((part) => part.trim()))
    .filter((parts) => parts.some(Boolean));
  const next = Number(freshKey(filled));
  const all = [...filled, ...added.map((parts, at) => ({ key: String(next + at), text: inThree(parts) }))];
  return all.slice(0, POLL_LIMITS.options);
}

function inThree(parts: readonly string[]): Localized {
  const [first = ''] = parts.filter(Boolean);
  const at = (place: number) => (parts[place] || first).slice(0, POLL_LIMITS.optionText);
  return { ar: at(0), fr: at(1), en: at(2) };
}

function freshKey(rows: Rows): string {
  return String(1 + Math.max(0, ...rows.map(({ key }) => Number(key))));
}
