import './identity.css';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me, UpdateMe } from '../../../../src/identity/identity.contract.js';
import { setLang } from '../../i18n/i18n.js';
import { AUTONYM, LANGS, type Lang, rememberLang } from '../../i18n/locale.js';
import { patch } from '../../lib/api.js';
import { useMe } from '../../lib/me.js';
import { ButtonLink } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { Page, Section } from '../../ui/page.js';
import { Select } from '../../ui/select.js';
import { useToast } from '../../ui/toast.js';
import { EmailSection } from './email-section.js';
import { PasskeysSection } from './passkeys-section.js';
import { PasswordSection } from './password-section.js';
import { type Account, useShowMe } from './show-me.js';
import { SignInsSection } from './sign-ins-section.js';
import { TokensSection } from './tokens-section.js';

/** The own account: name and language, the ways in, the devices that are in, the programs that may act for one. */
export default function AccountPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('account.title')}>
      <Loaded query={useMe()}>
        {({ account }) =>
          account ? (
            <>
              <NameSection account={account} />
              <EmailSection account={account} />
              <PasskeysSection />
              <PasswordSection account={account} />
              <SignInsSection />
              <TokensSection />
            </>
          ) : (
            <Empty
              title={t('account.needs-sign-in')}
              action={
                <ButtonLink look="primary" to="/sign-in?next=/account">
                  {t('app.sign-in')}
                </ButtonLink>
              }
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function NameSection({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const toast = useToast();
  const showMe = useShowMe();
  const [name, setName] = useState(account.name);
  const [locale, setLocale] = useState<Lang>(account.locale);
  const save = useMutation({
    mutationFn: (request: UpdateMe) => patch<Me>('/me', request),
    onSuccess: (me) => {
      showMe(me);
      rememberLang(locale);
      void setLang(locale);
      toast(t('do.saved'));
    },
  });
  const problem = useFieldProblems(save.error);
  return (
    <Section title={t('account.me')}>
      <Form
        narrow
        submit={t('do.save')}
        isPending={save.isPending}
        error={save.error}
        isDisabled={!name.trim() || (name.trim() === account.name && locale === account.locale)}
        onSubmit={() => save.mutate({ name: name.trim(), locale })}
      >
        <TextField
          label={t('account.name')}
          autoComplete="name"
          value={name}
          onChange={setName}
          problem={problem('name')}
          maxLength={120}
        />
        <Select<Lang>
          label={t('app.language')}
          value={locale}
          onChange={setLocale}
          options={LANGS.map((id) => ({ id, label: AUTONYM[id] }))}
        />
      </Form>
    </Section>
  );
}
