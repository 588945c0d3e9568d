import { useTranslation } from 'react-i18next';
import type { Exact } from '../../../../src/voting/counting/counting.contract.js';
import type { PollResult, PollTerms } from '../../../../src/voting/polls.contract.js';
import { Section } from '../../ui/page.js';
import { useOptionName } from './option-label.js';
import { verdictKey } from './verdict.js';
import { shareOf, sizeOf, useWeightText } from './weight.js';

/** Methods whose amounts say by themselves who is ahead; where options are compared or votes pass on, they do not. */
const SUMMED = ['plurality', 'approval', 'score', 'borda'];

/** All options in the order of the result, with what each has, and a bar of it. */
export function Standings({ terms, result }: { readonly terms: PollTerms; readonly result: PollResult }) {
  const { t } = useTranslation();
  const name = useOptionName(terms);
  const weightText = useWeightText();
  const tally = result.tally as Readonly<Record<string, Exact>>;
  const summed = SUMMED.includes(terms.method);
  const most = Math.max(0, ...Object.values(tally).map((amount) => (summed ? sizeOf(amount) : 0)));
  const points = terms.method === 'score' || terms.method === 'borda';
  return (
    <Section title={t(summed ? 'result.standings' : 'result.order')}>
      <table className="table result-table">
        <thead>
          <tr>
            <th scope="col" className="result-place">
              {t('result.place')}
            </th>
            <th scope="col">{t('result.option')}</th>
            {summed && (
              <th scope="col" className="number">
                {t(points ? 'result.points' : 'result.votes')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {placed(result.order).map(({ id, place }) => (
            <tr key={id}>
              <td className="result-place">{t('number', { value: place })}</td>
              <th scope="row">
                <bdi>{name(id)}</bdi>
                {result.winners.includes(id) && (
                  <span className="badge badge-good">
                    {t(verdictKey(result) === 'result.chosen' ? 'result.chosen' : 'result.is-elected')}
                  </span>
                )}
                {summed && (
                  <AmountBar share={shareOf(tally[id] ?? 0, most)} won={result.winners.includes(id)} />
                )}
              </th>
              {summed && <td className="number">{weightText(tally[id] ?? 0)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** Equals share the place of the first of them. */
function placed(order: PollResult['order']): readonly { id: string; place: number }[] {
  const rows: { id: string; place: number }[] = [];
  for (const group of order) {
    const place = rows.length + 1;
    rows.push(...group.map((id) => ({ id, place })));
  }
  return rows;
}

function AmountBar({ share, won }: { readonly share: number; readonly won: boolean }) {
  return (
    <svg className="amount-bar" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="piece-absent" width="1000" height="8" />
      <rect className={won ? 'piece-won' : 'piece-option'} width={Math.max(0, share) * 1000} height="8" />
    </svg>
  );
}
