import { useTranslation } from 'react-i18next';
import { FATES, type LangCoverage } from '../../../../src/appeal/appeal.contract.js';

export interface CoverageRow extends Omit<LangCoverage, 'lang'> {
  readonly id: string;
  readonly name: string;
  /** Clauses that rest on it, where they are counted. */
  readonly clauses?: number;
}

/**
 * How the contributions of each city or language fared. On a phone each row is a card of its own, every number with
 * its name beside it; the roles are named because an element that is not laid out as a table is none to some readers.
 */
export function CoverageTable(props: {
  readonly caption: string;
  /** Heading of the first column. */
  readonly what: string;
  readonly rows: readonly CoverageRow[];
}) {
  const { t } = useTranslation();
  const { caption, what, rows } = props;
  const counted = rows.some(({ clauses }) => clauses !== undefined);
  const columns: readonly (readonly [string, (row: CoverageRow) => number])[] = [
    [t('coverage.total'), (row) => row.total],
    ...FATES.map((fate) => [t(`fate.${fate}`), (row: CoverageRow) => row.byFate[fate]] as const),
    [t('coverage.undecided'), (row) => row.undecided],
    ...(counted ? [[t('coverage.clauses'), (row: CoverageRow) => row.clauses ?? 0] as const] : []),
  ];
  return (
    // biome-ignore lint/a11y/noRedundantRoles: laid out as cards it would not be a table to all readers
    <table className="table coverage-table" role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          {columns.map(([name]) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          // biome-ignore lint/a11y/noRedundantRoles: as above
          <tr key={row.id} role="row">
            {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
            <th scope="row" role="rowheader">
              <bdi>{row.name}</bdi>
            </th>
            {columns.map(([name, value]) => (
              // biome-ignore lint/a11y/noRedundantRoles: as above
              <td key={name} role="cell" className="number" data-name={name}>
                {t('number', { value: value(row) })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
