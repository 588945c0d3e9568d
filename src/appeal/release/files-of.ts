import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGS } from '../../kernel/localized.js';
import type { PollRecord } from '../../voting/records.contract.js';
import type { Documents } from './document.js';
import { renderAppeal } from './html.js';
import { jsonBytes } from './json-bytes.js';
import { renderPdfs } from './pdf.js';
import { byId } from './reading.js';
import { BUNDLE, CONTRIBUTIONS_FORMAT, DRAFT, type FileSet } from './release.format.js';
import { fatesCsv, sourcesCsv } from './tables.js';

/** Every file of a release but its seal. */
export async function filesOf(documents: Documents, records: readonly PollRecord[]): Promise<FileSet> {
  const { appeal, contributions, bundle, draft } = documents;
  const files = new Map<string, Uint8Array>([
    ['appeal.json', jsonBytes(appeal)],
    ['contributions.json', jsonBytes({ format: CONTRIBUTIONS_FORMAT, contributions })],
    [BUNDLE, jsonBytes(bundle)],
    [DRAFT, jsonBytes(draft)],
    ['contributions.csv', Buffer.from(sourcesCsv(appeal, byId(contributions)))],
    ['fates.csv', Buffer.from(fatesCsv(appeal))],
    ['appeal.css', await style()],
  ]);
  for (const record of records) files.set(`polls/${record.definition.roundId}.json`, jsonBytes(record));
  for (const lang of LANGS) {
    const places = {
      style: 'appeal.css',
      language: (each: string) => `appeal.${each}.html`,
      file: (path: string) => path,
      zip: null,
      forum: null,
      contribution: null,
      fingerprint: null,
    };
    files.set(`appeal.${lang}.html`, Buffer.from(renderAppeal(documents, lang, places)));
  }
  for (const [lang, pdf] of await renderPdfs(documents)) files.set(`appeal.${lang}.pdf`, pdf);
  return files;
}

/** The stylesheet of published pages. */
export function style(): Promise<Buffer> {
  return readFile(join(import.meta.dirname, 'appeal.css'));
}
