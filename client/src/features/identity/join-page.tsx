import './identity.css';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InvitationPreview } from '../../../../src/forum/forum.contract.js';
import { post } from '../../lib/api.js';
import { codeOf } from '../../lib/api-error.js';
import { Loading } from '../../ui/feedback.js';
import { TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { useFragment } from './fragment.js';
import { JoinForm } from './join-form.js';

/** From a code, typed or scanned (`/join#CODE`), to a seat in a forum. */
export default function JoinPage() {
  const { t } = useTranslation();
  const scanned = useFragment();
  const [code, setCode] = useState(scanned ?? '');
  const preview = useMutation({
    mutationFn: (wanted: string) => post<InvitationPreview>('/join/preview', { code: wanted.trim() }),
  });
  const look = preview.mutate;
  useEffect(() => {
    if (!scanned) return;
    setCode(scanned);
    look(scanned);
  }, [scanned, look]);

  return (
    <Page title={t('join.title')}>
      {preview.data ? (
        <JoinForm code={code.trim()} preview={preview.data} back={preview.reset} />
      ) : preview.isPending && scanned === code ? (
        <div className="stack">
          <p className="muted">{t('join.checking')}</p>
          <Loading lines={2} />
        </div>
      ) : (
        <CodeForm code={code} onCode={setCode} look={preview} />
      )}
    </Page>
  );
}

interface CodeFormProps {
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly look: { readonly isPending: boolean; readonly error: unknown; mutate(code: string): void };
}

function CodeForm({ code, onCode, look }: CodeFormProps) {
  const { t } = useTranslation();
  const problem = useFieldProblems(look.error);
  return (
    <Form
      narrow
      submit={t('join.continue')}
      isPending={look.isPending}
      error={look.error}
      isDisabled={!code.trim()}
      onSubmit={() => look.mutate(code)}
    >
      <TextField
        label={t('join.code')}
        hint={t('join.code-hint')}
        value={code}
        onChange={onCode}
        problem={problem('code')}
        autoComplete="off"
        code
      />
      {codeOf(look.error) === 'invitation.used' && (
        <p className="aside">
          <Link to="/sign-in">{t('join.sign-in-instead')}</Link>
        </p>
      )}
    </Form>
  );
}
