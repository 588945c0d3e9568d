import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignInView } from '../../../../src/identity/identity.contract.js';
import { isolated } from '../../../../src/kernel/localized.js';
import { del, get } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { Loaded, Refusal } from '../../ui/feedback.js';
import { Section } from '../../ui/page.js';
import { useTimeText } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';

/** Every device that is signed in, each with the way to sign it out. */
export function SignInsSection() {
  const { t } = useTranslation();
  const signIns = useQuery({
    queryKey: ['sign-in'],
    queryFn: async ({ signal }) =>
      (await get<{ items: SignInView[] }>('/me/sign-ins', undefined, signal)).items,
  });
  return (
    <Section title={t('account.sign-ins')}>
      <p className="muted">{t('account.sign-ins-hint')}</p>
      <Loaded query={signIns} lines={2}>
        {(items) => (
          <ul className="rows device-list">
            {items.map((signIn) => (
              <SignInRow key={signIn.id} signIn={signIn} />
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

function SignInRow({ signIn }: { readonly signIn: SignInView }) {
  const { t } = useTranslation();
  const timeText = useTimeText();
  const client = useQueryClient();
  const toast = useToast();
  const revoke = useMutation({
    mutationFn: () => del(`/me/sign-ins/${signIn.id}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['sign-in'] });
      toast(t('account.sign-in-ended'));
    },
  });
  // The server knows a device by the families of its browser and system, or writes a question mark.
  const device = signIn.device === '?' ? t('account.sign-in-unknown') : signIn.device;
  return (
    <li className="card">
      <div className="split">
        <div className="stack stack-tight">
          <p>
            <strong>
              <bdi>{device}</bdi>
            </strong>{' '}
            {signIn.current && <span className="badge badge-info">{t('account.sign-in-this')}</span>}
          </p>
          <p className="meta">
            <span>{t('account.sign-in-since', { date: timeText(signIn.createdAt, 'date') })}</span>
            <span>{t('account.sign-in-seen', { when: timeText(signIn.seenAt, 'ago') })}</span>
          </p>
        </div>
        {!signIn.current && (
          <Button
            isPending={revoke.isPending}
            onPress={() => revoke.mutate()}
            aria-label={`${t('account.sign-in-end')}: ${isolated(device)}`}
          >
            {t('account.sign-in-end')}
          </Button>
        )}
      </div>
      <Refusal error={revoke.error} />
    </li>
  );
}
