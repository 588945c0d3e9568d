import { useTranslation } from 'react-i18next';
import { BASES } from '../../../../src/voting/counting/counting.contract.js';
import { RadioGroup } from '../../ui/choice.js';
import { TextField } from '../../ui/field.js';
import { Select } from '../../ui/select.js';
import {
  type FormMajority,
  MAJORITIES,
  majorityOf,
  type PollForm,
  QUORUMS,
  quorumShare,
  type TypedShare,
} from './poll-form.js';
import { fits } from './poll-shape.js';

interface FieldsProps {
  readonly form: PollForm;
  readonly change: (part: Partial<PollForm>) => void;
}

/** By which majority a poll is won, of what; by which groups besides; and how many must take part. */
export function RuleFields({ form, change }: FieldsProps) {
  const { t } = useTranslation();
  const fit = fits(form);
  return (
    <>
      {fit.majority && (
        <MajorityFields
          label={t('prepare.majority')}
          value={form.majority}
          onChange={(majority) => change({ majority })}
        />
      )}
      {fit.base && (
        <Select
          label={t('prepare.base')}
          value={form.base}
          onChange={(base) => change({ base })}
          options={BASES.map((id) => ({ id, label: t(`base.${id}`) }))}
        />
      )}
      {fit.groups && <GroupFields form={form} change={change} />}
      <QuorumFields form={form} change={change} />
    </>
  );
}

function MajorityFields(props: {
  readonly label: string;
  readonly value: FormMajority;
  readonly onChange: (value: FormMajority) => void;
}) {
  const { t } = useTranslation();
  const { value, onChange } = props;
  return (
    <>
      <RadioGroup
        label={props.label}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
        options={MAJORITIES.map((id) => ({ id, label: t(`majority.${id}`), hint: t(`majority-hint.${id}`) }))}
      />
      {value.kind === 'other' && (
        <ShareFields
          value={value}
          wrong={!majorityOf(value)}
          onChange={(share) => onChange({ ...value, ...share })}
        />
      )}
    </>
  );
}

function GroupFields({ form, change }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('prepare.groups')}
        hint={t('prepare.groups-hint')}
        value={form.groups}
        onChange={(groups) => change({ groups })}
        options={(['none', 'cities', 'regions'] as const).map((id) => ({ id, label: t(`groups.${id}`) }))}
      />
      {form.groups !== 'none' && (
        <MajorityFields
          label={t('prepare.groupsMajority')}
          value={form.groupsMajority}
          onChange={(groupsMajority) => change({ groupsMajority })}
        />
      )}
    </>
  );
}

function QuorumFields({ form, change }: FieldsProps) {
  const { t } = useTranslation();
  const { quorum } = form;
  return (
    <>
      <div className="fields-row">
        <Select
          label={t('prepare.quorum')}
          hint={t('prepare.quorum-hint')}
          value={quorum.kind}
          onChange={(kind) => change({ quorum: { ...quorum, kind } })}
          options={QUORUMS.map((id) => ({ id, label: t(`quorum.${id}`) }))}
        />
        {quorum.kind !== 'none' && (
          <Select
            label={t('prepare.quorumOf')}
            value={quorum.of}
            onChange={(of) => change({ quorum: { ...quorum, of } })}
            options={(['entitled', 'present'] as const).map((id) => ({ id, label: t(`quorum.of.${id}`) }))}
          />
        )}
      </div>
      {quorum.kind === 'other' && (
        <ShareFields
          value={quorum}
          wrong={!quorumShare(quorum)}
          onChange={(share) => change({ quorum: { ...quorum, ...share } })}
        />
      )}
    </>
  );
}

function ShareFields(props: {
  readonly value: TypedShare;
  readonly wrong: boolean;
  readonly onChange: (value: Partial<TypedShare>) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="fields-row">
      {(['num', 'den'] as const).map((part) => (
        <TextField
          key={part}
          label={t(`prepare.${part}`)}
          inputMode="numeric"
          value={props.value[part]}
          onChange={(typed) => props.onChange({ [part]: typed })}
          problem={props.wrong ? t('prepare.share-problem') : null}
        />
      ))}
    </div>
  );
}
