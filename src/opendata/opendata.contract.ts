/** One event for each batch of an import, however many objects it brought: `import_item` names them. */
export const OPENDATA_EVENTS = {
  'import.batch-added': 'import',
} as const;

export const IMPORT_FORMATS = ['decidim', 'decide-madrid', 'bundle'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** Why a row stayed out (`bad`), or what had to be changed for it to come in (`notice`). */
export interface Finding {
  readonly severity: 'bad' | 'notice';
  readonly file: string;
  /** The line on which the row begins, from 1; null where the file has no rows. */
  readonly line: number | null;
  readonly reason: string;
}

/** What an import did. `read` = `added` + `known` + `hidden` + `bad`, except where `strict` let nothing in. */
export interface ImportReport {
  readonly run: string;
  readonly format: ImportFormat;
  readonly forum: string;
  /** `refused`: rows were bad and the import was strict, so that nothing went in. */
  readonly outcome: 'done' | 'refused';
  readonly read: number;
  readonly added: number;
  /** Rows that an earlier import had brought: they stay as they are. */
  readonly known: number;
  /** Rows that the export itself marks as hidden. */
  readonly hidden: number;
  readonly bad: number;
  readonly notices: number;
  readonly objects: Readonly<Record<'topic' | 'proposal' | 'thread' | 'post', number>>;
  /** The language that texts were taken to be in where the export does not say. */
  readonly lang: string;
}
