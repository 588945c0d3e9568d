import { useTranslation } from 'react-i18next';
import type { PollResult, PollTerms } from '../../../../src/voting/polls.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { directionOf } from '../../i18n/locale.js';
import { Section } from '../../ui/page.js';
import { useOptionName } from './option-label.js';
import { StagesTable } from './stages-table.js';
import { flowOf } from './transfer-flow.js';
import { TransferPicture } from './transfer-picture.js';
import { useWeightText } from './weight.js';

/** How votes passed on from stage to stage: drawn where that can be read, and as a table always. */
export function Transfers({ terms, result }: { readonly terms: PollTerms; readonly result: PollResult }) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const weightText = useWeightText();
  const name = useOptionName(terms);
  const { rounds, quota } = result;
  const flow = flowOf({ rounds, quota, rtl: directionOf(lang) === 'rtl' });
  return (
    <Section title={t('result.flow')}>
      {flow && (
        <>
          <TransferPicture flow={flow} name={name} />
          <p className="hint">
            {quota === null
              ? t('result.flow-half')
              : t('result.flow-quota', { quota: weightText(quota, true) })}
          </p>
          {flow.first > 1 && (
            <p className="hint">
              {t('result.flow-part', { shown: rounds.length - flow.first + 1, all: rounds.length })}
            </p>
          )}
        </>
      )}
      <details className="disclosure" open={!flow}>
        <summary>{t('result.stages')}</summary>
        <StagesTable rounds={rounds} name={name} />
      </details>
    </Section>
  );
}
