import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { CHOICES } from '../../../../../src/voting/counting/counting.contract.js';
import { Icon } from '../../../ui/icon.js';
import type { FormProps } from './content.js';

/** Yes, no or abstain: three large cards, all in sight. */
export function MotionForm({ value, onChange }: FormProps) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      className="choices"
      value={value.choice ?? null}
      onChange={(choice) => onChange({ choice })}
      orientation="vertical"
    >
      <Label className="visually-hidden">{t('poll.your-vote')}</Label>
      <div className="choices-row">
        {CHOICES.map((each) => (
          <Radio key={each} value={each} className={`choice-card choice-card-${each}`}>
            <Icon name={each} />
            <span>{t(`choice.${each}`)}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
