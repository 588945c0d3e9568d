import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Me } from '../../../../src/identity/identity.contract.js';
import { post } from '../../lib/api.js';
import { useIdentityChanged } from '../../lib/me.js';
import { useToast } from '../../ui/toast.js';
import { pathAfter } from './path-after.js';

/** A way of signing in: sends what it is given to `path`; the answer says who one is now. */
export const useEnter = <Request>(path: string) => useEntering((request: Request) => post<Me>(path, request));

/** A way of signing in that takes more than one request. */
export function useEntering<Request>(enter: (request: Request) => Promise<Me>) {
  const { t } = useTranslation();
  const identityChanged = useIdentityChanged();
  const navigate = useNavigate();
  const toast = useToast();
  const [search] = useSearchParams();
  return useMutation({
    mutationFn: enter,
    onSuccess: (me) => {
      identityChanged(me);
      toast(t('sign-in.done'));
      void navigate(pathAfter(me, search.get('next')), { replace: true });
    },
  });
}
