import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AppealView,
  type DecideFates,
  FATES,
  type Fate,
  type FateView,
} from '../../../../src/appeal/appeal.contract.js';
import { post } from '../../lib/api.js';
import { TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { Select } from '../../ui/select.js';
import { useEdit } from './queries.js';

/** Decides the fates of several contributions at once: as proposed, or one fate with one reason for all. */
export function DecideForm(props: {
  readonly appeal: AppealView;
  readonly items: readonly FateView[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const { appeal, items } = props;
  const [fate, setFate] = useState<Fate | ''>('');
  const [reason, setReason] = useState('');
  const decide = useEdit(
    appeal.id,
    (body: DecideFates) => post<AppealView>(`/appeals/${appeal.id}/fates`, body),
    props.onDone,
  );
  const submit = () =>
    decide.mutate({
      items: items.map((item) => ({
        contribution: item.contribution,
        fate: fate || item.fate,
        reason: fate ? reason.trim() : item.reason,
      })),
    });
  return (
    <div className="card decide">
      <Form
        submit={t('fates.confirm-count', { count: items.length })}
        isPending={decide.isPending}
        isDisabled={fate !== '' && !reason.trim()}
        error={decide.error}
        onSubmit={submit}
      >
        <div className="fields-row">
          <Select
            label={t('fates.decide-as')}
            value={fate}
            onChange={setFate}
            options={[
              { id: '', label: t('fates.as-proposed') },
              ...FATES.map((id) => ({ id, label: t(`fate.${id}`) })),
            ]}
          />
          {fate && (
            <TextField
              label={t('fates.reason')}
              hint={t('fates.reason-hint')}
              value={reason}
              onChange={setReason}
              isRequired
            />
          )}
        </div>
      </Form>
    </div>
  );
}
