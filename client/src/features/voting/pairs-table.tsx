import { useTranslation } from 'react-i18next';
import type { Exact } from '../../../../src/voting/counting/counting.contract.js';
import type { PollResult, PollTerms } from '../../../../src/voting/polls.contract.js';
import { Section } from '../../ui/page.js';
import { useOptionName } from './option-label.js';
import { sizeOf, useWeightText } from './weight.js';

/** A matrix beyond this is no picture any more; the record has all of it. */
const SHOWN = 16;

type Pairwise = NonNullable<PollResult['pairwise']>;

/** Every option against every other, in the order of the result; coloured, and marked, by who wins. */
export function PairsTable(props: {
  readonly terms: PollTerms;
  readonly result: PollResult;
  readonly pairwise: Pairwise;
}) {
  const { t } = useTranslation();
  const name = useOptionName(props.terms);
  const all = props.result.order.flat();
  const ids = all.slice(0, SHOWN);
  return (
    <Section title={t('result.pairs')}>
      <p className="hint">{t('result.pairs-text')}</p>
      {all.length > SHOWN && (
        <p className="hint">{t('result.pairs-part', { shown: SHOWN, all: all.length })}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="table-wrap" tabIndex={0} aria-label={t('result.pairs')}>
        <table className="table result-table pairs">
          <thead>
            <tr>
              <td />
              {ids.map((id) => (
                <th key={id} scope="col">
                  <bdi>{name(id)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ids.map((row) => (
              <tr key={row}>
                <th scope="row">
                  <bdi>{name(row)}</bdi>
                </th>
                {ids.map((column) => (
                  <Pair key={column} pairwise={props.pairwise} row={row} column={column} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}

function Pair({
  pairwise,
  row,
  column,
}: {
  readonly pairwise: Pairwise;
  readonly row: string;
  readonly column: string;
}) {
  const weightText = useWeightText();
  if (row === column) return <td className="pair-self" />;
  const forRow: Exact = pairwise[row]?.[column] ?? 0;
  const forColumn: Exact = pairwise[column]?.[row] ?? 0;
  const difference = sizeOf(forRow) - sizeOf(forColumn);
  return (
    <td className={`pair-${difference > 0 ? 'wins' : difference < 0 ? 'loses' : 'even'}`}>
      {weightText(forRow)}
      {difference > 0 && ' ✓'}
    </td>
  );
}
