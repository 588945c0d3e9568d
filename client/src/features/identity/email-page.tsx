import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ConfirmCode, Me } from '../../../../src/identity/identity.contract.js';
import { isolated } from '../../../../src/kernel/localized.js';
import { post } from '../../lib/api.js';
import { useIdentityChanged } from '../../lib/me.js';
import { useToast } from '../../ui/toast.js';
import { ClickToConfirm } from './click-to-confirm.js';
import { useMailedCode } from './fragment.js';

/** Behind the link of the mail that confirms an address: `/account/email#email=…&code=…`. */
export default function EmailPage() {
  const { t } = useTranslation();
  const mailed = useMailedCode();
  const confirm = useConfirmEmail();
  return (
    <ClickToConfirm
      title={t('account.email-confirm')}
      submit={t('account.email-confirm')}
      found={mailed !== null}
      act={confirm}
      onConfirm={() => mailed && confirm.mutate(mailed)}
    >
      {t('account.email-confirm-text', { email: isolated(mailed?.email ?? '') })}
    </ClickToConfirm>
  );
}

/** Confirms an address with its code, then shows the account. */
export function useConfirmEmail() {
  const { t } = useTranslation();
  const identityChanged = useIdentityChanged();
  const navigate = useNavigate();
  const toast = useToast();
  return useMutation({
    mutationFn: (request: ConfirmCode) => post<Me>('/me/email/confirm', request),
    onSuccess: (me) => {
      identityChanged(me);
      toast(t('account.email-changed'));
      void navigate('/account', { replace: true });
    },
  });
}
