import { LANGS } from '../../kernel/localized.js';
import type { PollRecord } from '../../voting/records.contract.js';
import { akomaNtosoFiles } from './akoma-ntoso.js';
import { cityMap } from './city-map.js';
import { paperFiles } from './data-card.js';
import type { Documents } from './document.js';
import { renderAppeal } from './html.js';
import { jsonBytes } from './json-bytes.js';
import { jsonLd } from './json-ld.js';
import { pdfFiles } from './pdf.js';
import { byId } from './reading.js';
import { BUNDLE, CONTRIBUTIONS_FORMAT, DRAFT, type FileSet } from './release.format.js';
import { RELEASE_SCHEMA } from './schema.js';
import { style } from './style.js';
import { fatesCsv, sourcesCsv } from './tables.js';
import { wordFiles } from './word-file.js';

/** Every file of a release but its seal. */
export async function filesOf(documents: Documents, records: readonly PollRecord[]): Promise<FileSet> {
  const { appeal, contributions, bundle, draft } = documents;
  const files = new Map<string, Uint8Array>([
    ['appeal.json', jsonBytes(appeal)],
    ['contributions.json', jsonBytes({ format: CONTRIBUTIONS_FORMAT, contributions })],
    [BUNDLE, jsonBytes(bundle)],
    [DRAFT, jsonBytes(draft)],
    ['appeal.jsonld', jsonBytes(jsonLd(appeal))],
    ['schema.json', jsonBytes(RELEASE_SCHEMA)],
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
      map: cityMap,
      site: null,
    };
    files.set(`appeal.${lang}.html`, Buffer.from(renderAppeal(documents, lang, places)));
  }
  return new Map([
    ...files,
    ...documents.superseded,
    ...paperFiles(documents),
    ...akomaNtosoFiles(documents),
    ...(await wordFiles(documents)),
    ...(await pdfFiles(documents)),
  ]);
}
