import { useTranslation } from 'react-i18next';
import type { AppealState } from '../../../../../src/appeal/appeal.contract.js';

const STEPS = ['drafting', 'reviewing', 'adopting', 'adopted', 'published'] as const;

/** How far the appeal has come on its way from a draft to a publication. */
export function Steps({ state }: { readonly state: AppealState }) {
  const { t } = useTranslation();
  const at = STEPS.indexOf((state === 'publishing' ? 'adopted' : state) as (typeof STEPS)[number]);
  return (
    <ol className="steps" aria-label={t('adoption.steps')}>
      {STEPS.map((step, i) => (
        <li key={step} aria-current={i === at ? 'step' : undefined} className={i < at ? 'is-done' : ''}>
          {t(`appeal.state.${step}` as 'appeal.state.published')}
        </li>
      ))}
    </ol>
  );
}
