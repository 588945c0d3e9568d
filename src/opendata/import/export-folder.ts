import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportFormat } from '../opendata.contract.js';
import { isHidden } from './cells.js';
import { type CsvFile, openCsv, readCsv } from './csv-file.js';
import { BadRow, BadSource, type ReadRow } from './items.js';
import { localeColumn } from './locales.js';
import { type ReadingContext, type Sheet, sheetOf } from './sheets.js';
import type { Source } from './source.js';

/** From how many rows of each file the language of an export is guessed. */
const SAMPLE_ROWS = 200;
const MADRID_LANG = 'es';

/**
 * A folder of CSV files, or one of them, as a platform exports them. The columns tell what a file is, not its
 * name; files of other kinds are named in `leftOut`. `lang` is asked for where no column tells it. Throws BadSource.
 */
export async function openExport(path: string, lang: string | null): Promise<Source> {
  const files = await Promise.all((await csvFilesAt(path)).map(openCsv));
  const known = files.flatMap((file) => {
    const sheet = sheetOf(file.columns);
    return sheet ? [{ file, sheet }] : [];
  });
  const format = formatOf(path, known);
  known.sort((a, b) => a.sheet.order - b.sheet.order || (a.file.name < b.file.name ? -1 : 1));
  const spoken = lang ?? (format === 'decide-madrid' ? MADRID_LANG : await languageOf(known));
  if (!spoken) throw new BadSource('no column tells the language of the export: say it with --lang.');
  const sizes = await Promise.all(known.map(async ({ file }) => (await stat(file.path)).size));
  return {
    format,
    lang: spoken,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    leftOut: files.filter((file) => !known.some((one) => one.file === file)).map(({ name }) => name),
    rows: (onBytes) => rowsOf(known, spoken, onBytes),
  };
}

interface KnownFile {
  readonly file: CsvFile;
  readonly sheet: Sheet;
}

async function csvFilesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new BadSource(`${path} is not there.`);
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => name.toLowerCase().endsWith('.csv')).sort();
  return names.map((name) => join(path, name));
}

function formatOf(path: string, known: readonly KnownFile[]): ImportFormat {
  const formats = new Set(known.map(({ sheet }) => sheet.format));
  const [format] = formats;
  if (!format) throw new BadSource(`${path} holds no file of an export that is known.`);
  if (formats.size > 1) throw new BadSource(`${path} holds files of several platforms.`);
  return format;
}

/** The locale in which most cells are filled. */
async function languageOf(known: readonly KnownFile[]): Promise<string | null> {
  const filled = new Map<string, number>();
  for (const { file } of known) {
    let rows = 0;
    for await (const { cells } of readCsv(file)) {
      for (const [column, text] of Object.entries(cells)) {
        const { locale } = localeColumn(column);
        if (locale && text.trim()) filled.set(locale, (filled.get(locale) ?? 0) + 1);
      }
      if (++rows === SAMPLE_ROWS) break;
    }
  }
  return [...filled].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

async function* rowsOf(
  known: readonly KnownFile[],
  lang: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<ReadRow> {
  const topics = new Map<string, string>();
  const context: ReadingContext = { lang, topicNamed: (name) => topics.get(folded(name)) ?? null };
  for (const { file, sheet } of known)
    for await (const { line, cells, bad } of readCsv(file, onBytes)) {
      const place = { file: file.name, line };
      if (bad !== null) yield { ...place, items: [], bad, hidden: false };
      else if (isHidden(cells)) yield { ...place, items: [], bad: null, hidden: true };
      else {
        const row = { ...place, hidden: false, ...itemsOf(sheet, cells, context) };
        for (const item of row.items)
          if (item.kind === 'topic')
            for (const name of Object.values(item.name)) topics.set(folded(name), item.key);
        yield row;
      }
    }
}

function itemsOf(
  sheet: Sheet,
  cells: Parameters<Sheet['read']>[0],
  context: ReadingContext,
): Pick<ReadRow, 'items' | 'bad'> {
  try {
    return { items: sheet.read(cells, context), bad: null };
  } catch (error) {
    if (error instanceof BadRow) return { items: [], bad: error.message };
    throw error;
  }
}

/** Names are the same whatever their case and apostrophes. */
function folded(name: string): string {
  return name.trim().toLowerCase().replace(/[’ʼ]/g, "'");
}
