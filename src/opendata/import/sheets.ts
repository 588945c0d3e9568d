import type { ImportFormat } from '../opendata.contract.js';
import type { Cells } from './cells.js';
import { DECIDE_MADRID_SHEETS } from './decide-madrid.js';
import { DECIDIM_SHEETS } from './decidim.js';
import type { Item } from './items.js';
import { localeColumn } from './locales.js';

/** What a row needs to know besides its cells. */
export interface ReadingContext {
  /** Of texts that say nothing of their language. */
  readonly lang: string;
  /** The key of a topic of this import, by its name in any language. */
  topicNamed(name: string): string | null;
}

/** One kind of file of a platform's export, known by its columns. */
export interface Sheet {
  readonly format: ImportFormat;
  /** What others refer to is read first. */
  readonly order: number;
  fits(has: (...names: string[]) => boolean): boolean;
  /** Throws BadRow. The item that stands for the row comes first but for its topic. */
  read(cells: Cells, context: ReadingContext): Item[];
}

/** The sheet of these columns; `title` is also there as `title/fr`. Null for a file of another kind. */
export function sheetOf(columns: readonly string[]): Sheet | null {
  const names = new Set(columns.flatMap((column) => [column, localeColumn(column).name]));
  const has = (...wanted: string[]) => wanted.every((name) => names.has(name));
  return [...DECIDE_MADRID_SHEETS, ...DECIDIM_SHEETS].find((sheet) => sheet.fits(has)) ?? null;
}
