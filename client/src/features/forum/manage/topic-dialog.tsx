import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TopicView, WriteTopic } from '../../../../../src/forum/forum.contract.js';
import { patch, post } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form, useFieldProblems } from '../../../ui/form.js';
import { BLANK, LocalizedFields } from '../../../ui/localized-fields.js';
import { useToast } from '../../../ui/toast.js';

/** Adds a topic, or changes the names of one. */
export function TopicDialog(props: {
  readonly slug: string;
  readonly topic: TopicView | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { slug, topic, onClose } = props;
  const [name, setName] = useState(topic?.name ?? BLANK);
  const toast = useToast();
  const save = useWrite(
    (body: WriteTopic) =>
      topic ? patch(`/forums/${slug}/topics/${topic.id}`, body) : post(`/forums/${slug}/topics`, body),
    ['forum'],
    () => {
      toast(t('do.saved'));
      onClose();
    },
  );
  const problem = useFieldProblems(save.error);
  return (
    <Dialog title={t(topic ? 'topics.edit' : 'topics.add')} isOpen onClose={onClose}>
      <Form
        submit={t('do.save')}
        isPending={save.isPending}
        error={save.error}
        onSubmit={() => save.mutate({ name })}
      >
        <LocalizedFields
          label={t('topics.name')}
          name="name"
          value={name}
          onChange={setName}
          problem={problem}
        />
      </Form>
    </Dialog>
  );
}
