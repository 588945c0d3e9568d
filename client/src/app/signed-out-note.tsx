import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../lib/me.js';
import { useToast } from '../ui/toast.js';

/** Says so when whoever was signed in here is not any more: by a press here, or because another device ended it. */
export function SignedOutNote() {
  const { t } = useTranslation();
  const toast = useToast();
  const account = useMe().data?.account;
  const signedIn = useRef(false);
  useEffect(() => {
    // While it is asked anew who this is, nothing is known.
    if (account === undefined) return;
    if (signedIn.current && !account) toast(t('app.signed-out'));
    signedIn.current = Boolean(account);
  }, [account, toast, t]);
  return null;
}
