import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { InvitationPreview, JoinForum } from '../../../../src/forum/forum.contract.js';
import type { Me } from '../../../../src/identity/identity.contract.js';
import { isolated } from '../../../../src/kernel/localized.js';
import { setLang, useLang } from '../../i18n/i18n.js';
import { AUTONYM, LANGS, type Lang, rememberLang } from '../../i18n/locale.js';
import { post } from '../../lib/api.js';
import { codeOf } from '../../lib/api-error.js';
import { useIdentityChanged, useMe } from '../../lib/me.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { RadioGroup } from '../../ui/choice.js';
import { Notice } from '../../ui/feedback.js';
import { TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { LangText } from '../../ui/lang-text.js';
import { useToast } from '../../ui/toast.js';

interface JoinFormProps {
  readonly code: string;
  readonly preview: InvitationPreview;
  readonly back: () => void;
}

/** What one was invited to, the own name and language, and the step in. */
export function JoinForm({ code, preview, back }: JoinFormProps) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const account = useMe().data?.account ?? null;
  const [name, setName] = useState(preview.name ?? '');
  const join = useJoin();
  const problem = useFieldProblems(join.error);
  const speak = (wished: Lang) => {
    rememberLang(wished);
    void setLang(wished);
  };
  return (
    <Form
      narrow
      submit={t('join.submit')}
      isPending={join.isPending}
      error={join.error}
      isDisabled={!account && !name.trim()}
      onSubmit={() => join.mutate({ code, name: account?.name ?? name.trim(), locale: lang })}
      actions={
        codeOf(join.error) === 'invitation.used' ? (
          <ButtonLink to="/sign-in">{t('app.sign-in')}</ButtonLink>
        ) : (
          <Button look="quiet" onPress={back}>
            {t('join.other-code')}
          </Button>
        )
      }
    >
      <Invitation preview={preview} />
      {account ? (
        <Notice>{t('join.signed-in', { name: isolated(account.name) })}</Notice>
      ) : (
        <TextField
          label={t('join.name')}
          value={name}
          onChange={setName}
          problem={problem('name')}
          autoComplete="name"
          maxLength={120}
        />
      )}
      <RadioGroup<Lang>
        label={t('join.language')}
        value={lang}
        onChange={speak}
        options={LANGS.map((id) => ({ id, label: <bdi lang={id}>{AUTONYM[id]}</bdi> }))}
      />
    </Form>
  );
}

function Invitation({ preview }: { readonly preview: InvitationPreview }) {
  const { t } = useTranslation();
  return (
    <div className="invitation stage-pattern">
      {preview.forum.emblem && <img className="emblem" src={preview.forum.emblem} alt="" />}
      <p>{t('join.invited-to')}</p>
      <h2 className="invitation-forum">
        <LangText text={preview.forum.title} />
      </h2>
      <p className="muted">
        <LangText text={preview.forum.theme} />
      </p>
      <dl className="invitation-facts">
        <dt>{t('join.as')}</dt>
        <dd>{t(`role.${preview.role}`)}</dd>
        {preview.cityName && (
          <>
            <dt>{t('join.for-city')}</dt>
            <dd>
              <LangText text={preview.cityName} mark={false} />
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}

function useJoin() {
  const { t } = useTranslation();
  const identityChanged = useIdentityChanged();
  const navigate = useNavigate();
  const toast = useToast();
  return useMutation({
    mutationFn: (request: JoinForum) => post<{ me: Me; slug: string }>('/join', request),
    onSuccess: ({ me, slug }) => {
      identityChanged(me);
      toast(t('join.done'));
      void navigate(`/f/${slug}`, { replace: true });
    },
  });
}
