import { useTranslation } from 'react-i18next';
import type { Exact, Round } from '../../../../src/voting/counting/counting.contract.js';
import { EXHAUSTED } from './transfer-flow.js';
import { useWeightText } from './weight.js';

/** Each option's votes at each stage, and when it was elected or went out. */
export function StagesTable(props: {
  readonly rounds: readonly Round[];
  readonly name: (id: string) => string;
}) {
  const { t } = useTranslation();
  const weightText = useWeightText();
  const { rounds, name } = props;
  const ids = Object.keys(rounds[0]?.tally ?? {});
  const exhausts = rounds.some(({ exhausted }) => exhausted !== 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="table-wrap" tabIndex={0} aria-label={t('result.stages')}>
      <table className="table result-table">
        <thead>
          <tr>
            <th scope="col">{t('result.option')}</th>
            {rounds.map((_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a stage is its number
              <th key={at} scope="col" className="number">
                {t('result.stage', { number: at + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...ids, ...(exhausts ? [EXHAUSTED] : [])].map((id) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name(id)}</bdi>
              </th>
              {rounds.map((round, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a stage is its number
                <td key={at} className="number">
                  <Votes votes={id === EXHAUSTED ? round.exhausted : round.tally[id]} text={weightText} />
                  {round.elected.includes(id) && (
                    <span className="badge badge-good">{t('result.is-elected')}</span>
                  )}
                  {round.eliminated.includes(id) && (
                    <span className="badge badge-bad">{t('result.is-out')}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Votes(props: {
  readonly votes: Exact | undefined;
  readonly text: (votes: Exact, decimal: boolean) => string;
}) {
  return <>{props.votes === undefined ? null : <span>{props.text(props.votes, true)} </span>}</>;
}
