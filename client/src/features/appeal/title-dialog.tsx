import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealView } from '../../../../src/appeal/appeal.contract.js';
import { patch } from '../../lib/api.js';
import { Dialog } from '../../ui/dialog.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { LocalizedFields } from '../../ui/localized-fields.js';
import { useEdit } from './queries.js';

export function TitleDialog({
  appeal,
  onClose,
}: {
  readonly appeal: AppealView;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(appeal.title);
  const save = useEdit(
    appeal.id,
    () => patch<AppealView>(`/appeals/${appeal.id}`, { title, version: appeal.version }),
    onClose,
  );
  return (
    <Dialog title={t('appeal.edit-title')} isOpen onClose={onClose}>
      <Form
        submit={t('do.save')}
        isPending={save.isPending}
        error={save.error}
        onSubmit={() => save.mutate()}
      >
        <LocalizedFields
          label={t('appeal.title')}
          name="title"
          value={title}
          onChange={setTitle}
          problem={useFieldProblems(save.error)}
        />
      </Form>
    </Dialog>
  );
}
