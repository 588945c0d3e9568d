import { useTranslation } from 'react-i18next';
import type { ConfirmCode } from '../../../../src/identity/identity.contract.js';
import { isolated } from '../../../../src/kernel/localized.js';
import { ClickToConfirm } from './click-to-confirm.js';
import { useEnter } from './entering.js';
import { useMailedCode } from './fragment.js';

/** Behind the link of the mail that carries a code: `/sign-in/code#email=…&code=…`. */
export default function CodePage() {
  const { t } = useTranslation();
  const mailed = useMailedCode();
  const enter = useEnter<ConfirmCode>('/sign-in/code/confirm');
  return (
    <ClickToConfirm
      title={t('sign-in.confirm-title')}
      submit={t('sign-in.title')}
      found={mailed !== null}
      act={enter}
      onConfirm={() => mailed && enter.mutate(mailed)}
    >
      {t('sign-in.confirm-code', { email: isolated(mailed?.email ?? '') })}
    </ClickToConfirm>
  );
}
