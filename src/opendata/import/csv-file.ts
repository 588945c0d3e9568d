import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { type CsvError, type Info, parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import type { Cells } from './cells.js';

const HEAD_BYTES = 65_536;
/** More than any text that people write; a quote that is never closed must not fill the memory. */
const MAX_ROW_CHARACTERS = 1_000_000;

export interface CsvFile {
  readonly path: string;
  readonly name: string;
  readonly delimiter: string;
  readonly columns: readonly string[];
}

/** One row, with the line on which it begins; `bad` says why it could not be read. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Cells;
  readonly bad: string | null;
}

/** Reads a file's first line: which sign parts its columns, and what they are called. */
export async function openCsv(path: string): Promise<CsvFile> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.subarray(0, bytesRead).toString('utf8');
    const line = head.split(/\r?\n/, 1)[0] ?? '';
    const delimiter = [';', ',', '\t'].reduce((best, sign) =>
      line.split(sign).length > line.split(best).length ? sign : best,
    );
    const rows = parseNow(line, { delimiter, bom: true, relax_quotes: true }) as string[][];
    return { path, name: basename(path), delimiter, columns: (rows[0] ?? []).map((name) => name.trim()) };
  } finally {
    await file.close();
  }
}

/** Streams the rows after the first line. A row that breaks the format comes as `bad`; the rest goes on. */
export async function* readCsv(
  file: CsvFile,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<CsvRow> {
  const skipped: CsvError[] = [];
  const parser = parse({
    delimiter: file.delimiter,
    bom: true,
    info: true,
    from_line: 2,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_ROW_CHARACTERS,
    on_skip: (error) => void (error && skipped.push(error)),
  });
  const source = createReadStream(file.path).on('data', (chunk) => onBytes(chunk.length));
  pipeline(source, parser, () => undefined);
  let line = 2;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
    for (const error of skipped.splice(0)) {
      yield unreadable(line, error);
      line = (error.lines as number) + 1;
    }
    yield rowOf(file, line, record);
    line = info.lines + 1;
  }
  for (const error of skipped) yield unreadable(line, error);
}

function rowOf({ columns }: CsvFile, line: number, record: readonly string[]): CsvRow {
  if (record.length !== columns.length)
    return { line, cells: {}, bad: `the row has ${record.length} cells instead of ${columns.length}` };
  return { line, cells: Object.fromEntries(columns.map((name, at) => [name, record[at] ?? ''])), bad: null };
}

function unreadable(line: number, error: CsvError): CsvRow {
  const reason =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quote that begins here never ends, so that nothing after it could be read'
      : error.code === 'CSV_MAX_RECORD_SIZE'
        ? `the row has more than ${MAX_ROW_CHARACTERS} characters`
        : 'the quotes of the row do not fit';
  return { line, cells: {}, bad: reason };
}
