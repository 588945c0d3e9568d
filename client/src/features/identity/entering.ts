import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Me } from '../../../../src/identity/identity.contract.js';
import { post } from '../../lib/api.js';
import { useIdentityChanged } from '../../lib/me.js';
import { useToast } from '../../ui/toast.js';

/** Only addresses of this site: `//elsewhere` and `https:…` would lead whoever signs in away. */
export function isOwnPath(path: string | null): path is string {
  return path !== null && /^\/(?![/\\])/.test(path);
}

/** Where one goes after signing in: back to where one was sent from, else to the only forum, else to all. */
export function pathAfter(me: Me, next: string | null): string {
  if (isOwnPath(next)) return next;
  return me.seats.length === 1 ? `/f/${me.seats[0]?.forumSlug}` : '/';
}

/** A way of signing in: sends what it is given to `path`; the answer says who one is now. */
export function useEnter<Request>(path: string) {
  const { t } = useTranslation();
  const identityChanged = useIdentityChanged();
  const navigate = useNavigate();
  const toast = useToast();
  const [search] = useSearchParams();
  return useMutation({
    mutationFn: (request: Request) => post<Me>(path, request),
    onSuccess: (me) => {
      identityChanged(me);
      toast(t('sign-in.done'));
      void navigate(pathAfter(me, search.get('next')), { replace: true });
    },
  });
}
