import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForumView, UpdateForum } from '../../../../../src/forum/forum.contract.js';
import { patch } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { Form, useFieldProblems } from '../../../ui/form.js';
import { Section } from '../../../ui/page.js';
import { useToast } from '../../../ui/toast.js';
import { type ForumFacts, ForumFields, factsOf } from '../forum-fields.js';
import { AdmissionForm } from './admission-form.js';
import { EmblemForm } from './emblem-form.js';
import { HostCity } from './host-city.js';
import { ManagePage } from './manage-page.js';

/** What the forum is called, when and where it is held, who admits proposals, and its emblem. */
export default function SettingsPage() {
  const { t } = useTranslation();
  return (
    <ManagePage part="settings">
      {(forum) => (
        <>
          <Section title={t('settings.names')}>
            <NamesForm forum={forum} />
          </Section>
          <Section title={t('settings.host')}>
            <HostCity forum={forum} />
          </Section>
          <Section title={t('settings.admission')}>
            <AdmissionForm forum={forum} />
          </Section>
          <Section title={t('settings.emblem')}>
            <EmblemForm forum={forum} />
          </Section>
        </>
      )}
    </ManagePage>
  );
}

function NamesForm({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [facts, setFacts] = useState<ForumFacts>(() => factsOf(forum));
  const save = useWrite(
    (body: UpdateForum) => patch<ForumView>(`/forums/${forum.slug}`, body),
    ['forum'],
    () => toast(t('do.saved')),
  );
  return (
    <Form
      submit={t('do.save')}
      isPending={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate({ ...facts, version: forum.version })}
    >
      <ForumFields facts={facts} onChange={setFacts} problem={useFieldProblems(save.error)} />
    </Form>
  );
}
