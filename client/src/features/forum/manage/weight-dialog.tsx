import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DelegationView } from '../../../../../src/forum/forum.contract.js';
import { patch } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/field.js';
import { Form, useFieldProblems } from '../../../ui/form.js';
import { usePick } from '../../../ui/lang-text.js';
import { useToast } from '../../../ui/toast.js';

/** How much a delegation weighs in a vote: an exact number, `3` or `3/2`. */
export function WeightDialog(props: {
  readonly slug: string;
  readonly delegation: DelegationView;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const pick = usePick();
  const toast = useToast();
  const { slug, delegation, onClose } = props;
  const [weight, setWeight] = useState(delegation.weight);
  const save = useWrite(
    () => patch(`/forums/${slug}/delegations/${delegation.id}`, { weight: weight.trim() }),
    ['delegation'],
    () => {
      toast(t('do.saved'));
      onClose();
    },
  );
  const problem = useFieldProblems(save.error);
  return (
    <Dialog
      title={t('delegations.weight-title', { name: pick(delegation.city.name) })}
      isOpen
      onClose={onClose}
    >
      <Form
        submit={t('do.save')}
        isPending={save.isPending}
        error={save.error}
        onSubmit={() => save.mutate()}
      >
        <WeightField value={weight} onChange={setWeight} problem={problem('weight')} />
      </Form>
    </Dialog>
  );
}

export function WeightField(props: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: string | null;
}) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('delegations.weight')}
      hint={t('delegations.weight-hint')}
      value={props.value}
      onChange={props.onChange}
      problem={props.problem}
      lang="en"
      isRequired
    />
  );
}
