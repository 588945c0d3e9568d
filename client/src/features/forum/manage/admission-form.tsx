import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Admission, ForumView, UpdateForum } from '../../../../../src/forum/forum.contract.js';
import { patch } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { RadioGroup } from '../../../ui/choice.js';
import { TextField } from '../../../ui/field.js';
import { Form, useFieldProblems } from '../../../ui/form.js';
import { useToast } from '../../../ui/toast.js';

type By = 'moderators' | 'cities';

/** Who admits proposals: the moderators alone, or also the endorsements of cities. */
export function AdmissionForm({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [by, setBy] = useState<By>(forum.admission ? 'cities' : 'moderators');
  const [delegations, setDelegations] = useState(String(forum.admission?.delegations ?? 5));
  const [regions, setRegions] = useState(String(forum.admission?.regions ?? 1));
  const save = useWrite(
    (admission: Admission | null) =>
      patch<ForumView>(`/forums/${forum.slug}`, {
        admission,
        version: forum.version,
      } satisfies UpdateForum),
    ['forum'],
    () => toast(t('do.saved')),
  );
  const problem = useFieldProblems(save.error);
  const rule = { delegations: Number(delegations), regions: Number(regions) };
  const field = (name: keyof Admission, value: string, change: (value: string) => void) => (
    <TextField
      type="number"
      inputMode="numeric"
      label={t(`settings.admission-${name}`)}
      value={value}
      onChange={change}
      problem={problem(`admission.${name}`)}
    />
  );
  return (
    <Form
      submit={t('do.save')}
      isPending={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate(by === 'cities' ? rule : null)}
    >
      <RadioGroup<By>
        label={t('settings.admission-by')}
        value={by}
        onChange={setBy}
        options={(['moderators', 'cities'] as const).map((id) => ({
          id,
          label: t(`settings.admission-by-${id}`),
          hint: t(`settings.admission-by-${id}-hint`),
        }))}
      />
      {by === 'cities' && (
        <div className="fields-row">
          {field('delegations', delegations, setDelegations)}
          {field('regions', regions, setRegions)}
        </div>
      )}
    </Form>
  );
}
