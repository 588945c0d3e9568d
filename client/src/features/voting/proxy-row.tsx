import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../../../src/kernel/localized.js';
import type { ProxyView } from '../../../../src/voting/proxies.contract.js';
import { post } from '../../lib/api.js';
import { useWrite } from '../../lib/use-write.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/confirm.js';
import { Refusal } from '../../ui/feedback.js';

const TONES = { offered: 'waiting', accepted: 'good', declined: 'bad', revoked: 'plain' } as const;

/** One proxy with its state and what the reader may do about it. */
export function ProxyRow(props: {
  readonly proxy: ProxyView;
  readonly seenBy: 'principal' | 'holder' | 'others';
}) {
  const { t } = useTranslation();
  const { proxy } = props;
  const [asked, setAsked] = useState(false);
  const move = useWrite(
    (verb: 'accept' | 'decline' | 'revoke') =>
      post<ProxyView>(`/proxies/${proxy.id}/${verb}`, { version: proxy.version }),
    ['proxy', 'poll'],
    () => setAsked(false),
  );
  const words = useProxyWords(props);
  const { abilities, state } = proxy;
  return (
    <li className="card managed-row">
      <div className="stack stack-tight">
        <p className="managed-name">{words}</p>
        <p className="meta">
          <span className={`badge badge-${TONES[state]}`}>{t(`proxy.state.${state}`)}</span>
        </p>
        {!asked && <Refusal error={move.error} />}
      </div>
      <div className="actions">
        {abilities.accept && (
          <Button look="primary" isPending={move.isPending} onPress={() => move.mutate('accept')}>
            {t('proxies.accept')}
          </Button>
        )}
        {abilities.decline && (
          <Button isPending={move.isPending} onPress={() => move.mutate('decline')}>
            {t('proxies.decline')}
          </Button>
        )}
        {abilities.revoke && (
          <Button look="danger" onPress={() => setAsked(true)}>
            {t('proxies.revoke')}
          </Button>
        )}
      </div>
      <Confirm
        title={t('proxies.revoke-title')}
        isOpen={asked}
        onClose={() => setAsked(false)}
        onConfirm={() => move.mutate('revoke')}
        action={t('proxies.revoke')}
        isPending={move.isPending}
        error={move.error}
      >
        <p>{t('proxies.revoke-text')}</p>
      </Confirm>
    </li>
  );
}

function useProxyWords({ proxy, seenBy }: Parameters<typeof ProxyRow>[0]): string {
  const { t } = useTranslation();
  const [principal, holder] = [isolated(proxy.principal.name), isolated(proxy.holder.name)];
  if (seenBy === 'holder') return t('proxies.principal', { name: principal });
  if (seenBy === 'others') return t('proxies.pair', { principal, holder });
  return t(proxy.state === 'accepted' ? 'proxies.holder' : 'proxies.asked', { name: holder });
}
