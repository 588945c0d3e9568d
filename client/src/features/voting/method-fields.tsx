import { useTranslation } from 'react-i18next';
import { METHODS, UNRANKED } from '../../../../src/voting/counting/counting.contract.js';
import { POLL_LIMITS, TIE_BREAKS } from '../../../../src/voting/polls.contract.js';
import { RadioGroup } from '../../ui/choice.js';
import { TextField } from '../../ui/field.js';
import { Select } from '../../ui/select.js';
import { OptionsFields } from './options-fields.js';
import { type PollForm, rangeOf, wholeOf } from './poll-form.js';
import { fits } from './poll-shape.js';

interface FieldsProps {
  readonly form: PollForm;
  readonly change: (part: Partial<PollForm>) => void;
  readonly problem: (field: string) => string | null;
}

/** How it is voted and counted. Only what the chosen method asks for is shown. */
export function MethodFields({ form, change, problem }: FieldsProps) {
  const { t } = useTranslation();
  const fit = fits(form);
  return (
    <>
      <Select
        label={t('prepare.method')}
        hint={t(`method-hint.${form.method}`)}
        value={form.method}
        onChange={(method) => change({ method })}
        options={METHODS.map((id) => ({ id, label: t(`method.${id}`) }))}
      />
      {fit.options && (
        <OptionsFields options={form.options} onChange={(options) => change({ options })} problem={problem} />
      )}
      <Numbers form={form} change={change} />
      {fit.unranked && (
        <Select
          label={t('prepare.unranked')}
          value={form.unranked}
          onChange={(unranked) => change({ unranked })}
          options={UNRANKED.map((id) => ({ id, label: t(`prepare.unranked.${id}`) }))}
        />
      )}
      {fit.tieBreak && (
        <RadioGroup
          label={t('prepare.tieBreak')}
          value={form.tieBreak}
          onChange={(tieBreak) => change({ tieBreak })}
          options={TIE_BREAKS.map((id) => ({
            id,
            label: t(`tieBreak.${id}`),
            hint: t(`tieBreak-hint.${id}`),
          }))}
        />
      )}
    </>
  );
}

function Numbers({ form, change }: Omit<FieldsProps, 'problem'>) {
  const { t } = useTranslation();
  const fit = fits(form);
  const wrong = (typed: string) =>
    wholeOf(typed, 1, form.options.length) === null
      ? t('prepare.number-problem', { max: form.options.length })
      : null;
  const wrongRange = rangeOf(form) ? null : t('prepare.range-problem', { max: POLL_LIMITS.score });
  if (!fit.seats && !fit.choicesMax && !fit.scores) return null;
  return (
    <div className="fields-row">
      {fit.seats && (
        <TextField
          label={t('prepare.seats')}
          hint={t('prepare.seats-hint')}
          inputMode="numeric"
          value={form.seats}
          onChange={(seats) => change({ seats })}
          problem={wrong(form.seats)}
        />
      )}
      {fit.choicesMax && (
        <TextField
          label={t('prepare.choicesMax')}
          inputMode="numeric"
          value={form.choicesMax}
          onChange={(choicesMax) => change({ choicesMax })}
          problem={wrong(form.choicesMax)}
        />
      )}
      {fit.scores &&
        (['low', 'high'] as const).map((end) => (
          <TextField
            key={end}
            label={t(`prepare.${end}`)}
            inputMode="numeric"
            value={form[end]}
            onChange={(typed) => change({ [end]: typed })}
            problem={wrongRange}
          />
        ))}
    </div>
  );
}
