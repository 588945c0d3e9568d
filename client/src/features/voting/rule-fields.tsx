import { useTranslation } from 'react-i18next';
import { BASES, type Base, type Majority, type Rule } from '../../../../src/voting/voting.contract.js';
import { RadioGroup } from '../../ui/choice.js';
import { TextField } from '../../ui/field.js';
import { Select } from '../../ui/select.js';

const MAJORITIES = ['simple', 'absolute', 'two-thirds', 'other'] as const;
const QUORUMS = { none: null, third: [1, 3], half: [1, 2], 'two-thirds': [2, 3] } as const;

/** The form's state: what is chosen, and the two numbers of another share as typed. */
export interface Ruled {
  readonly majority: (typeof MAJORITIES)[number];
  readonly num: string;
  readonly den: string;
  readonly base: Base;
  readonly quorum: keyof typeof QUORUMS;
}

export const BEGINNING: Ruled = { majority: 'simple', num: '3', den: '5', base: 'votes', quorum: 'none' };

/** The rule as it travels; null while the share that was typed is none. */
export function ruleOf({ majority, num, den, base, quorum }: Ruled): Rule | null {
  const share = majority === 'other' ? shareOf(num, den) : majority;
  if (!share) return null;
  const wanted = QUORUMS[quorum];
  return {
    majority: share,
    // More yes than no: there is nothing that it would be a share of.
    base: majority === 'simple' ? 'votes' : base,
    ...(wanted && { quorum: { num: wanted[0], den: wanted[1] } }),
  };
}

function shareOf(num: string, den: string): Majority | null {
  const [above, below] = [Number(num), Number(den)];
  const whole = [above, below].every((n) => Number.isInteger(n) && n >= 1 && n <= 1000);
  return whole && above <= below ? { num: above, den: below } : null;
}

/** By which majority a poll is won, of what, and how many must take part. */
export function RuleFields({
  value,
  onChange,
}: {
  readonly value: Ruled;
  readonly onChange: (value: Ruled) => void;
}) {
  const { t } = useTranslation();
  const change = (part: Partial<Ruled>) => onChange({ ...value, ...part });
  return (
    <>
      <RadioGroup
        label={t('polls.majority')}
        value={value.majority}
        onChange={(majority) => change({ majority })}
        options={MAJORITIES.map((id) => ({
          id,
          label: t(`polls.majority.${id}`),
          hint: t(`polls.majority-hint.${id}`),
        }))}
      />
      {value.majority === 'other' && (
        <div className="fields-row">
          {(['num', 'den'] as const).map((part) => (
            <TextField
              key={part}
              label={t(`polls.${part}`)}
              inputMode="numeric"
              value={value[part]}
              onChange={(typed) => change({ [part]: typed })}
              problem={ruleOf(value) ? null : t('polls.share-problem')}
            />
          ))}
        </div>
      )}
      {value.majority !== 'simple' && (
        <Select
          label={t('polls.base')}
          value={value.base}
          onChange={(base) => change({ base })}
          options={BASES.map((id) => ({ id, label: t(`base.${id}`) }))}
        />
      )}
      <Select
        label={t('polls.quorum')}
        hint={t('polls.quorum-hint')}
        value={value.quorum}
        onChange={(quorum) => change({ quorum })}
        options={(Object.keys(QUORUMS) as (keyof typeof QUORUMS)[]).map((id) => ({
          id,
          label: t(`polls.quorum.${id}`),
        }))}
      />
    </>
  );
}
