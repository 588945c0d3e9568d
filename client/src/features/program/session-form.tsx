import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  SESSION_KINDS,
  type SessionKind,
  type SessionView,
  type UpdateSession,
  type WriteSession,
} from '../../../../src/program/program.contract.js';
import { LANGS } from '../../i18n/locale.js';
import { patch, post } from '../../lib/api.js';
import { OF } from '../../lib/query-client.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { useLanguageName } from '../../ui/lang-text.js';
import { Select } from '../../ui/select.js';
import { fromField, toField } from './day.js';

interface SessionFormProps {
  readonly slug: string;
  readonly session: SessionView | null;
  /** Where the dates of a new session begin. */
  readonly firstDay?: string;
  readonly done: () => void;
}

/** Planning a session, or changing one. Times are in the time zone of whoever writes them. */
export function SessionForm({ slug, session, firstDay = '', done }: SessionFormProps) {
  const { t } = useTranslation();
  const name = useLanguageName();
  const client = useQueryClient();
  const [form, setForm] = useState(() => formOf(session, firstDay));
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const save = useMutation({
    mutationFn: (request: WriteSession) =>
      session
        ? patch<SessionView>(`/sessions/${session.id}`, {
            ...request,
            version: session.version,
          } satisfies UpdateSession)
        : post<SessionView>(`/forums/${slug}/sessions`, request),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['session', OF, slug] });
      done();
    },
  });
  const problem = useFieldProblems(save.error);
  const [startsAt, endsAt] = [fromField(form.startsAt), fromField(form.endsAt)];
  const complete = startsAt && endsAt && LANGS.every((lang) => form.title[lang].trim());
  return (
    <Form
      submit={t('do.save')}
      isPending={save.isPending}
      error={save.error}
      isDisabled={!complete}
      onSubmit={() => complete && save.mutate({ ...form, startsAt, endsAt })}
      actions={
        <Button look="quiet" onPress={done}>
          {t('do.cancel')}
        </Button>
      }
    >
      <Select<SessionKind>
        label={t('session.kind')}
        value={form.kind}
        onChange={(kind) => set({ kind })}
        options={SESSION_KINDS.map((id) => ({ id, label: t(`session.kind.${id}`) }))}
      />
      {LANGS.map((lang) => (
        <TextField
          key={lang}
          label={t('session.title-in', { language: name(lang) })}
          lang={lang}
          value={form.title[lang]}
          onChange={(text) => set({ title: { ...form.title, [lang]: text } })}
          problem={problem(`title.${lang}`) ?? problem('title')}
        />
      ))}
      <TextField
        label={t('session.place')}
        value={form.place}
        onChange={(place) => set({ place })}
        problem={problem('place')}
      />
      <div className="fields-row">
        <TextField
          label={t('session.starts')}
          type="datetime-local"
          value={form.startsAt}
          onChange={(startsAt) => set({ startsAt })}
          problem={problem('startsAt')}
        />
        <TextField
          label={t('session.ends')}
          type="datetime-local"
          value={form.endsAt}
          onChange={(endsAt) => set({ endsAt })}
          problem={problem('endsAt')}
        />
      </div>
    </Form>
  );
}

function formOf(session: SessionView | null, firstDay: string) {
  if (session)
    return {
      kind: session.kind,
      title: session.title,
      place: session.place,
      startsAt: toField(session.startsAt),
      endsAt: toField(session.endsAt),
    };
  return {
    kind: 'plenary' as SessionKind,
    title: { ar: '', fr: '', en: '' },
    place: '',
    startsAt: firstDay && `${firstDay}T09:00`,
    endsAt: firstDay && `${firstDay}T12:00`,
  };
}
