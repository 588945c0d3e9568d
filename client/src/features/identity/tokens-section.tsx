import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiTokenView, NewApiToken } from '../../../../src/identity/identity.contract.js';
import { isolated } from '../../../../src/kernel/localized.js';
import { get } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Loaded, Notice } from '../../ui/feedback.js';
import { Section } from '../../ui/page.js';
import { useTimeText } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import { Removal } from './removal.js';
import { TokenForm } from './token-form.js';

const KEY = ['api-token'];

/** The tokens by which programs act for this account. A new one is shown once, until the page is left. */
export function TokensSection() {
  const { t } = useTranslation();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<NewApiToken | null>(null);
  const tokens = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) =>
      (await get<{ items: ApiTokenView[] }>('/me/api-tokens', undefined, signal)).items,
  });
  return (
    <Section
      title={t('account.tokens')}
      link={
        <Button look="quiet" onPress={() => setMaking(true)}>
          {t('account.token-new')}
        </Button>
      }
    >
      <p className="muted">{t('account.tokens-hint')}</p>
      <div role="status">{made && <Made token={made} />}</div>
      <Loaded query={tokens} lines={1}>
        {(items) =>
          items.length > 0 ? (
            <ul className="rows device-list">
              {items.map((token) => (
                <TokenRow key={token.id} token={token} />
              ))}
            </ul>
          ) : (
            <p>{t('account.tokens-empty')}</p>
          )
        }
      </Loaded>
      <Dialog title={t('account.token-new')} isOpen={making} onClose={() => setMaking(false)}>
        <TokenForm
          onMade={(token) => {
            setMade(token);
            setMaking(false);
          }}
        />
      </Dialog>
    </Section>
  );
}

function Made({ token }: { readonly token: NewApiToken }) {
  const { t } = useTranslation();
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard?.writeText(token.token);
    toast(t('do.copied'));
  };
  return (
    <Notice tone="good">
      <span>{t('account.token-made', { name: isolated(token.name) })}</span>
      <code className="code" dir="ltr">
        {token.token}
      </code>
      {'clipboard' in navigator && (
        <div className="actions">
          <Button onPress={() => void copy()}>{t('do.copy')}</Button>
        </div>
      )}
    </Notice>
  );
}

function TokenRow({ token }: { readonly token: ApiTokenView }) {
  const { t } = useTranslation();
  const timeText = useTimeText();
  const [asked, setAsked] = useState(false);
  return (
    <li className="card">
      <div className="split">
        <div className="stack stack-tight">
          <p>
            <strong>
              <bdi>{token.name}</bdi>
            </strong>
          </p>
          <p className="meta">
            <span>{token.scopes.map((scope) => t(`scope.${scope}`)).join(' · ')}</span>
            <span>{t('account.token-until', { date: timeText(token.expiresAt, 'date') })}</span>
            <span>
              {token.usedAt
                ? t('account.token-used', { when: timeText(token.usedAt, 'ago') })
                : t('account.token-unused')}
            </span>
          </p>
        </div>
        <Button
          look="danger"
          aria-label={`${t('account.token-revoke')}: ${isolated(token.name)}`}
          onPress={() => setAsked(true)}
        >
          {t('account.token-revoke')}
        </Button>
      </div>
      <Removal
        path={`/me/api-tokens/${token.id}`}
        list={KEY}
        texts={{
          title: t('account.token-revoke-title'),
          text: t('account.token-revoke-text', { name: isolated(token.name) }),
          button: t('account.token-revoke'),
          done: t('account.token-revoked'),
        }}
        isOpen={asked}
        onClose={() => setAsked(false)}
      />
    </li>
  );
}
