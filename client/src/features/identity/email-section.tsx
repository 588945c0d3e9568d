import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestEmail } from '../../../../src/identity/identity.contract.js';
import { isolated } from '../../../../src/kernel/localized.js';
import { post } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/feedback.js';
import { TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { Section } from '../../ui/page.js';
import { useConfirmEmail } from './email-page.js';
import type { Account } from './show-me.js';

/** The own address. A new one counts from the moment its code is confirmed. */
export function EmailSection({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <Section title={t('account.email')}>
      <p>
        {account.email ? t('account.email-now', { email: isolated(account.email) }) : t('account.email-none')}
      </p>
      {sentTo ? (
        <Confirm key={sentTo} email={sentTo} done={() => setSentTo(null)} />
      ) : (
        <Ask onSent={setSentTo} />
      )}
    </Section>
  );
}

function Ask({ onSent }: { readonly onSent: (email: string) => void }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: (request: RequestEmail) => post<void>('/me/email', request),
    onSuccess: (_, request) => onSent(request.email),
  });
  const problem = useFieldProblems(ask.error);
  return (
    <Form
      narrow
      submit={t('account.email-send')}
      isPending={ask.isPending}
      error={ask.error}
      isDisabled={!email.trim()}
      onSubmit={() => ask.mutate({ email: email.trim() })}
    >
      <TextField
        label={t('account.email-new')}
        type="email"
        inputMode="email"
        autoComplete="email"
        lang="en"
        value={email}
        onChange={setEmail}
        problem={problem('email')}
      />
    </Form>
  );
}

function Confirm({ email, done }: { readonly email: string; readonly done: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const confirm = useConfirmEmail();
  const problem = useFieldProblems(confirm.error);
  return (
    <Form
      narrow
      submit={t('account.email-confirm')}
      isPending={confirm.isPending}
      error={confirm.error}
      isDisabled={!code.trim()}
      onSubmit={() => confirm.mutate({ email, code: code.trim() }, { onSuccess: done })}
      actions={
        <Button look="quiet" onPress={done}>
          {t('sign-in.other-email')}
        </Button>
      }
    >
      <div role="status">
        <Notice>{t('account.email-sent', { email: isolated(email) })}</Notice>
      </div>
      <TextField
        code
        autoFocus
        label={t('sign-in.code')}
        hint={t('sign-in.code-hint')}
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        problem={problem('code')}
      />
    </Form>
  );
}
