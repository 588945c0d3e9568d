import type { AppealDocument, ContributionDocument } from './release.format.js';

/** contributions.csv: one row a source, clause by clause. */
export function sourcesCsv(
  { clauses }: AppealDocument,
  contributions: ReadonlyMap<string, ContributionDocument>,
): string {
  const rows = clauses.flatMap((clause) =>
    clause.sources.map(({ contribution, lang, use, quote }) => {
      const found = contributions.get(contribution.id);
      const { kind, id } = contribution;
      return [
        ...[clause.anchor, clause.number, clause.kind, kind, id, found?.number],
        ...[found?.cityName?.en, lang, use, found?.support, quote],
      ];
    }),
  );
  return csv([
    [
      ...['anchor', 'clause', 'clause_kind', 'contribution_kind', 'contribution_id', 'proposal_number'],
      ...['city', 'lang', 'use', 'support', 'quote'],
    ],
    ...rows,
  ]);
}

/** fates.csv: one row a contribution. */
export function fatesCsv({ fates }: AppealDocument): string {
  return csv([
    ['contribution_kind', 'contribution_id', 'fate', 'reason'],
    ...fates.map(({ contribution, fate, reason }) => [contribution.kind, contribution.id, fate, reason]),
  ]);
}

/**
 * RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe; the text to the
 * letter is in the JSON files.
 */
function csv(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null | undefined): string {
  const text = `${value ?? ''}`;
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
