import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfirmCode, RequestCode } from '../../../../src/identity/identity.contract.js';
import { isolated } from '../../../../src/kernel/localized.js';
import { useLang } from '../../i18n/i18n.js';
import { post } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/feedback.js';
import { TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { useToast } from '../../ui/toast.js';
import { useEnter } from './entering.js';

export interface EmailProps {
  readonly email: string;
  readonly onEmail: (email: string) => void;
}

/** First the address, then the code. The answer to the first is the same whether or not anybody has that address. */
export function CodeSignIn({ email, onEmail }: EmailProps) {
  const { t } = useTranslation();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const ask = useAskForCode(setSentTo);
  const problem = useFieldProblems(ask.error);
  if (sentTo) return <CodeForm email={sentTo} back={() => setSentTo(null)} />;
  return (
    <Form
      narrow
      submit={t('sign-in.send-code')}
      isPending={ask.isPending}
      error={ask.error}
      isDisabled={!email.trim()}
      onSubmit={() => ask.mutate(email.trim())}
    >
      <TextField
        label={t('sign-in.email')}
        type="email"
        inputMode="email"
        autoComplete="email"
        lang="en"
        value={email}
        onChange={onEmail}
        problem={problem('email')}
      />
    </Form>
  );
}

function CodeForm({ email, back }: { readonly email: string; readonly back: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [code, setCode] = useState('');
  const enter = useEnter<ConfirmCode>('/sign-in/code/confirm');
  const again = useAskForCode(() => toast(t('sign-in.sent-again')));
  const problem = useFieldProblems(enter.error);
  return (
    <Form
      narrow
      submit={t('sign-in.title')}
      isPending={enter.isPending}
      error={enter.error ?? again.error}
      isDisabled={!code.trim()}
      onSubmit={() => enter.mutate({ email, code: code.trim() })}
      actions={
        <>
          <Button look="quiet" isPending={again.isPending} onPress={() => again.mutate(email)}>
            {t('sign-in.again')}
          </Button>
          <Button look="quiet" onPress={back}>
            {t('sign-in.other-email')}
          </Button>
        </>
      }
    >
      <div role="status">
        <Notice>{t('sign-in.code-sent', { email: isolated(email) })}</Notice>
      </div>
      <TextField
        code
        // The reader asked for this field a moment ago and waits for it.
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

function useAskForCode(sent: (email: string) => void) {
  const { lang } = useLang();
  return useMutation({
    mutationFn: (email: string) => post<void>('/sign-in/code', { email, locale: lang } satisfies RequestCode),
    onSuccess: (_, email) => sent(email),
  });
}
