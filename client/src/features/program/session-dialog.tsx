import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  SESSION_KINDS,
  type SessionView,
  type WriteSession,
} from '../../../../src/program/program.contract.js';
import { patch, post } from '../../lib/api.js';
import { useWrite } from '../../lib/use-write.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { BLANK, LocalizedFields } from '../../ui/localized-fields.js';
import { Select } from '../../ui/select.js';
import { useToast } from '../../ui/toast.js';
import { isoOf, localOf, zoneName } from './local-time.js';

/** Plans a session, or changes one that has not ended. */
export function SessionDialog(props: {
  readonly slug: string;
  readonly session: SessionView | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const toast = useToast();
  const { slug, session, onClose } = props;
  const [facts, setFacts] = useState(() => beginning(session));
  const change = (part: Partial<typeof facts>) => setFacts((before) => ({ ...before, ...part }));
  const save = useWrite(
    (body: WriteSession) =>
      session
        ? patch(`/sessions/${session.id}`, { ...body, version: session.version })
        : post(`/forums/${slug}/sessions`, body),
    ['session'],
    () => {
      toast(t('do.saved'));
      onClose();
    },
  );
  const problem = useFieldProblems(save.error);
  return (
    <Dialog title={t(session ? 'sessions.edit' : 'sessions.add')} isOpen onClose={onClose}>
      <Form
        submit={t('do.save')}
        isPending={save.isPending}
        error={save.error}
        onSubmit={() =>
          save.mutate({ ...facts, startsAt: isoOf(facts.startsAt), endsAt: isoOf(facts.endsAt) })
        }
      >
        <LocalizedFields
          label={t('sessions.title')}
          name="title"
          value={facts.title}
          onChange={(title) => change({ title })}
          problem={problem}
        />
        <div className="fields-row">
          <Select
            label={t('sessions.kind')}
            value={facts.kind}
            options={SESSION_KINDS.map((id) => ({ id, label: t(`session.kind.${id}`) }))}
            onChange={(kind) => change({ kind })}
          />
          <TextField
            label={t('sessions.place')}
            value={facts.place}
            onChange={(place) => change({ place })}
            problem={problem('place')}
            isRequired={false}
          />
        </div>
        <div className="fields-row">
          {(['startsAt', 'endsAt'] as const).map((name) => (
            <TextField
              key={name}
              type="datetime-local"
              label={t(`sessions.${name}`)}
              value={facts[name]}
              onChange={(value) => change({ [name]: value })}
              problem={problem(name)}
              isRequired
            />
          ))}
        </div>
        <p className="hint">{t('sessions.zone', { zone: zoneName() })}</p>
      </Form>
    </Dialog>
  );
}

function beginning(session: SessionView | null): WriteSession {
  if (!session) return { kind: 'plenary', title: BLANK, place: '', startsAt: '', endsAt: '' };
  const { kind, title, place } = session;
  return { kind, title, place, startsAt: localOf(session.startsAt), endsAt: localOf(session.endsAt) };
}
