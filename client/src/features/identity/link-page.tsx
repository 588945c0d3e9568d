import { useTranslation } from 'react-i18next';
import type { LinkSignIn } from '../../../../src/identity/identity.contract.js';
import { ClickToConfirm } from './click-to-confirm.js';
import { useEnter } from './entering.js';
import { useFragment } from './fragment.js';

/** Behind a one-time or trial link: `/sign-in/link#<token>`. */
export default function LinkPage() {
  const { t } = useTranslation();
  const token = useFragment();
  const enter = useEnter<LinkSignIn>('/sign-in/link');
  return (
    <ClickToConfirm
      title={t('sign-in.confirm-title')}
      submit={t('sign-in.title')}
      found={token !== null}
      act={enter}
      onConfirm={() => token && enter.mutate({ token })}
    >
      {t('sign-in.confirm-link')}
    </ClickToConfirm>
  );
}
