import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangePassword } from '../../../../src/identity/identity.contract.js';
import { put } from '../../lib/api.js';
import { TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { Section } from '../../ui/page.js';
import { useToast } from '../../ui/toast.js';
import type { Account } from './show-me.js';

/** Choosing a password, or changing it by the present one. */
export function PasswordSection({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toast = useToast();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const save = useMutation({
    mutationFn: (request: ChangePassword) => put<void>('/me/password', request),
    onSuccess: () => {
      setCurrent('');
      setPassword('');
      toast(t('account.password-changed'));
      void client.invalidateQueries({ queryKey: ['me'] });
      void client.invalidateQueries({ queryKey: ['sign-in'] });
    },
  });
  const problem = useFieldProblems(save.error);
  const { hasPassword } = account;
  return (
    <Section title={t('account.password')}>
      {!hasPassword && <p>{t('account.password-none')}</p>}
      <Form
        narrow
        submit={t(hasPassword ? 'account.password-change' : 'account.password-set')}
        isPending={save.isPending}
        error={save.error}
        isDisabled={!password || (hasPassword && !current)}
        onSubmit={() => save.mutate({ ...(hasPassword && { current }), password })}
      >
        {hasPassword && (
          <TextField
            label={t('account.password-current')}
            type="password"
            autoComplete="current-password"
            lang="en"
            value={current}
            onChange={setCurrent}
            problem={problem('current')}
          />
        )}
        <TextField
          label={t('account.password-new')}
          hint={t('account.password-hint')}
          type="password"
          autoComplete="new-password"
          lang="en"
          value={password}
          onChange={setPassword}
          problem={problem('password')}
        />
      </Form>
    </Section>
  );
}
