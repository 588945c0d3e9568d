import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CHOICES } from '../../../../../src/voting/counting/counting.contract.js';
import { Icon } from '../../../ui/icon.js';
import type { FormProps } from './content.js';

/** Yes, no or abstain: three large cards, all in sight. */
export function MotionForm({ value, onChange }: FormProps) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <div role="radiogroup" aria-label={t('poll.your-vote')} className="choices-row">
      {CHOICES.map((each) => (
        <label key={each} className={`choice-card choice-card-${each}`}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={value.choice === each}
            onChange={() => onChange({ choice: each })}
          />
          <Icon name={each} />
          <span>{t(`choice.${each}`)}</span>
        </label>
      ))}
    </div>
  );
}
