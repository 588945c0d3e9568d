import './identity.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import type { Me, PasswordSignIn } from '../../../../src/identity/identity.contract.js';
import type { PasskeyRequest, PasskeySignIn } from '../../../../src/identity/passkeys/passkeys.contract.js';
import { post } from '../../lib/api.js';
import { useMe } from '../../lib/me.js';
import { askPasskey, knowsPasskeys } from '../../lib/passkeys.js';
import { Button } from '../../ui/button.js';
import { Refusal } from '../../ui/feedback.js';
import { TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import { CodeSignIn, type EmailProps } from './code-sign-in.js';
import { useEnter, useEntering } from './entering.js';
import { pathAfter } from './path-after.js';

/** In with a mailed code or a password. The address is kept when one changes one's mind about the way. */
export default function SignInPage() {
  const { t } = useTranslation();
  const [way, setWay] = useState('code');
  const [email, setEmail] = useState('');
  const [search] = useSearchParams();
  const me = useMe().data;
  if (me?.account) return <Navigate to={pathAfter(me, search.get('next'))} replace />;
  return (
    <Page title={t('sign-in.title')}>
      {knowsPasskeys() && <ByPasskey />}
      <Tabs
        label={t('sign-in.ways')}
        selected={way}
        onSelect={setWay}
        tabs={[
          {
            id: 'code',
            label: t('sign-in.by-code'),
            children: <CodeSignIn email={email} onEmail={setEmail} />,
          },
          {
            id: 'password',
            label: t('sign-in.by-password'),
            children: <ByPassword email={email} onEmail={setEmail} />,
          },
        ]}
      />
      <p className="aside">
        {t('sign-in.with-invitation')} <Link to="/join">{t('join.title')}</Link>
      </p>
    </Page>
  );
}

/** No address is asked for: the device knows whose key it is. */
function ByPasskey() {
  const { t } = useTranslation();
  const enter = useEntering(async () => {
    const answer = await askPasskey(await post<PasskeyRequest>('/sign-in/passkey/begin'));
    return post<Me>('/sign-in/passkey', { answer } satisfies PasskeySignIn);
  });
  return (
    <div className="stack stack-tight">
      <Button look="primary" isPending={enter.isPending} onPress={() => enter.mutate(undefined)}>
        {t('sign-in.by-passkey')}
      </Button>
      <Refusal error={enter.error} />
    </div>
  );
}

function ByPassword({ email, onEmail }: EmailProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const enter = useEnter<PasswordSignIn>('/sign-in/password');
  const problem = useFieldProblems(enter.error);
  return (
    <Form
      narrow
      submit={t('sign-in.title')}
      isPending={enter.isPending}
      error={enter.error}
      isDisabled={!email.trim() || !password}
      onSubmit={() => enter.mutate({ email: email.trim(), password })}
    >
      <TextField
        label={t('sign-in.email')}
        type="email"
        inputMode="email"
        autoComplete="username"
        lang="en"
        value={email}
        onChange={onEmail}
        problem={problem('email')}
      />
      <TextField
        label={t('sign-in.password')}
        type="password"
        autoComplete="current-password"
        lang="en"
        value={password}
        onChange={setPassword}
        problem={problem('password')}
      />
    </Form>
  );
}
