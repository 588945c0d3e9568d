import './chairing.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ParticipantView } from '../../../../src/forum/forum.contract.js';
import { isolated } from '../../../../src/kernel/localized.js';
import { type OfferProxy, PROXIES_MAX, type ProxyView } from '../../../../src/voting/proxies.contract.js';
import { post } from '../../lib/api.js';
import { useSeat } from '../../lib/me.js';
import { useWrite } from '../../lib/use-write.js';
import { Confirm } from '../../ui/confirm.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { Page, Section } from '../../ui/page.js';
import { PersonSearch } from './person-search.js';
import { useProxies } from './proxies.js';
import { ProxyRow } from './proxy-row.js';

/** Who votes for whom: the own proxy, those that one is asked to hold, and for those who chair the others too. */
export default function ProxiesPage() {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const seat = useSeat(slug);
  const proxies = useProxies(slug, seat !== null);
  return (
    <Page title={t('proxies.title')}>
      {seat ? (
        <>
          <p className="muted">{t('proxies.what', { max: PROXIES_MAX })}</p>
          <Loaded query={proxies}>
            {(all) => (
              <Proxies slug={slug} all={all} me={seat.participantId} votes={seat.role === 'delegate'} />
            )}
          </Loaded>
        </>
      ) : (
        <Empty title={t('proxies.not-seated')} />
      )}
    </Page>
  );
}

function Proxies(props: {
  readonly slug: string;
  readonly all: readonly ProxyView[];
  readonly me: string;
  readonly votes: boolean;
}) {
  const { t } = useTranslation();
  const { all, me } = props;
  const given = all.filter(({ principal }) => principal.id === me);
  const held = all.filter(({ holder }) => holder.id === me);
  const others = all.filter(({ principal, holder }) => principal.id !== me && holder.id !== me);
  const standing = given.some(({ state }) => state === 'offered' || state === 'accepted');
  return (
    <>
      {props.votes && (
        <>
          <Section title={t('proxies.given')}>
            {given.length === 0 && <p>{t('proxies.none-given')}</p>}
            <ProxyRows proxies={given} seenBy="principal" />
            {!standing && <GiveProxy slug={props.slug} me={me} />}
          </Section>
          <Section title={t('proxies.held')}>
            {held.length === 0 && <p>{t('proxies.none-held')}</p>}
            <ProxyRows proxies={held} seenBy="holder" />
          </Section>
        </>
      )}
      {(others.length > 0 || !props.votes) && (
        <Section title={t('proxies.all')}>
          {others.length === 0 && <p>{t('proxies.none')}</p>}
          <ProxyRows proxies={others} seenBy="others" />
        </Section>
      )}
    </>
  );
}

function ProxyRows(props: {
  readonly proxies: readonly ProxyView[];
  readonly seenBy: 'principal' | 'holder' | 'others';
}) {
  return (
    <ul className="rows cards">
      {props.proxies.map((proxy) => (
        <ProxyRow key={proxy.id} proxy={proxy} seenBy={props.seenBy} />
      ))}
    </ul>
  );
}

/** Chooses a delegate, and asks before the proxy is offered. */
function GiveProxy({ slug, me }: { readonly slug: string; readonly me: string }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ParticipantView | null>(null);
  const give = useWrite(
    (body: OfferProxy) => post<ProxyView>(`/forums/${slug}/proxies`, body),
    ['proxy'],
    () => setChosen(null),
  );
  const name = isolated(chosen?.name ?? '');
  return (
    <>
      <h3>{t('proxies.give')}</h3>
      <PersonSearch
        slug={slug}
        label={t('proxies.search')}
        fits={({ id, role, suspended }) => id !== me && role === 'delegate' && !suspended}
        action={(who) => t('proxies.give-to', { name: who })}
        onPick={(person) => {
          give.reset();
          setChosen(person);
        }}
      />
      <Confirm
        title={t('proxies.give-title', { name })}
        isOpen={chosen !== null}
        onClose={() => setChosen(null)}
        onConfirm={() => chosen && give.mutate({ holderId: chosen.id })}
        action={t('proxies.give')}
        isPending={give.isPending}
        error={give.error}
      >
        <p>{t('proxies.give-text', { name })}</p>
      </Confirm>
    </>
  );
}
