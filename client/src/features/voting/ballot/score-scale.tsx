import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../../i18n/i18n.js';
import { usePick } from '../../../ui/lang-text.js';
import { ClearScore, ScoredName, type ScoreProps } from './score-row.js';

/** A few scores beside each other, all in sight; arrow keys go from one to the next. */
export function ScoreScale({ option, range: [lowest, highest], score, onChange }: ScoreProps) {
  const { t } = useTranslation();
  const { locale } = useLang();
  const pick = usePick();
  const name = useId();
  const number = new Intl.NumberFormat(locale);
  const steps = Array.from({ length: highest - lowest + 1 }, (_, n) => lowest + n);
  return (
    <fieldset className="score-row">
      <legend className="visually-hidden">{pick(option.text)}</legend>
      <ScoredName option={option} />
      <div className="score-scale">
        {steps.map((step) => (
          <label key={step} className="score-step">
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={score === step}
              onChange={() => onChange(step)}
            />
            <span>{number.format(step)}</span>
          </label>
        ))}
      </div>
      <ClearScore option={option} score={score} onChange={onChange} label={t('ballot.no-score')} />
    </fieldset>
  );
}
