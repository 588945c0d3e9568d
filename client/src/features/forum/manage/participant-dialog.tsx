import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  PARTICIPANT_ROLES,
  type ParticipantView,
  type UpdateParticipant,
} from '../../../../../src/forum/forum.contract.js';
import { patch } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { RadioGroup } from '../../../ui/choice.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form, useFieldProblems } from '../../../ui/form.js';
import { useToast } from '../../../ui/toast.js';
import { DelegationSelect } from './delegation-select.js';

/** What a participant is in this forum. Only what was changed is sent. */
export function ParticipantDialog(props: {
  readonly slug: string;
  readonly person: ParticipantView;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const toast = useToast();
  const { slug, person, onClose } = props;
  const [role, setRole] = useState(person.role);
  const [delegationId, setDelegationId] = useState(person.delegationId ?? '');
  const [head, setHead] = useState(person.head);
  const [deputy, setDeputy] = useState(person.deputy);
  const [suspended, setSuspended] = useState(person.suspended);
  const save = useWrite(
    (body: UpdateParticipant) => patch(`/forums/${slug}/participants/${person.id}`, body),
    ['participant', 'delegation', 'forum', 'me'],
    () => {
      toast(t('do.saved'));
      onClose();
    },
  );
  const problem = useFieldProblems(save.error);
  const heads = role === 'delegate' && head;
  const acts = role === 'delegate' && deputy;
  const submit = () =>
    save.mutate({
      ...(role !== person.role && { role }),
      ...(role === 'delegate' && delegationId && delegationId !== person.delegationId && { delegationId }),
      ...(heads !== person.head && { head: heads }),
      ...(acts !== person.deputy && { deputy: acts }),
      ...(suspended !== person.suspended && { suspended }),
    });
  return (
    <Dialog title={person.name} isOpen onClose={onClose}>
      <Form
        submit={t('do.save')}
        isPending={save.isPending}
        error={save.error}
        isDisabled={role === 'delegate' && !delegationId}
        onSubmit={submit}
      >
        <RadioGroup
          label={t('people.role')}
          value={role}
          onChange={setRole}
          problem={problem('role')}
          options={PARTICIPANT_ROLES.map((id) => ({
            id,
            label: t(`role.${id}`),
            hint: t(`people.role-hint.${id}`),
          }))}
        />
        {role === 'delegate' && (
          <>
            <DelegationSelect
              slug={slug}
              value={delegationId}
              onChange={setDelegationId}
              problem={problem('delegationId')}
            />
            <Checkbox isSelected={head} onChange={setHead}>
              {t('people.is-head')}
            </Checkbox>
            <Checkbox isSelected={deputy} onChange={setDeputy}>
              {t('people.is-deputy')}
            </Checkbox>
          </>
        )}
        <Checkbox isSelected={suspended} onChange={setSuspended}>
          {t('people.suspend')}
        </Checkbox>
      </Form>
    </Dialog>
  );
}
