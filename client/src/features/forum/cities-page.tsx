import './manage/manage.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { DelegationView, ForumView } from '../../../../src/forum/forum.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { countryName } from '../../lib/countries.js';
import { ButtonLink } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { LangText } from '../../ui/lang-text.js';
import { Page, Section } from '../../ui/page.js';
import { useDelegations } from './manage/queries.js';
import { useForum } from './queries.js';
import { TwinningList } from './twinning-list.js';

/** The cities around the table, and the agreements that bind them. For everybody who reads. */
export default function CitiesPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const forum = useForum(slug);
  return (
    <Page
      title={t('nav.cities')}
      width="wide"
      actions={
        forum.data?.abilities.manage && (
          <ButtonLink to={`/f/${slug}/manage/delegations`}>{t('cities.manage')}</ButtonLink>
        )
      }
    >
      <Loaded query={forum}>{(found) => <Cities forum={found} />}</Loaded>
    </Page>
  );
}

function Cities({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const delegations = useDelegations(forum.slug);
  return (
    <Loaded query={delegations}>
      {(items) => {
        const cities = items.map(({ city }) => city);
        const host = forum.hostCity;
        const all = host && !cities.some(({ id }) => id === host.id) ? [...cities, host] : cities;
        return (
          <>
            <Section title={t('delegations.count', { count: items.length })}>
              {items.length > 0 ? (
                <ul className="rows city-cards">
                  {items.map((delegation) => (
                    <CityCard
                      key={delegation.id}
                      delegation={delegation}
                      isHost={delegation.city.id === host?.id}
                    />
                  ))}
                </ul>
              ) : (
                <Empty title={t('delegations.empty')}>{t('cities.empty-text')}</Empty>
              )}
            </Section>
            <Section title={t('twinnings.title')}>
              <TwinningList cities={all} />
            </Section>
          </>
        );
      }}
    </Loaded>
  );
}

function CityCard({ delegation, isHost }: { readonly delegation: DelegationView; readonly isHost: boolean }) {
  const { t } = useTranslation();
  const { locale } = useLang();
  const { city, head, participants, weight } = delegation;
  return (
    <li className="card">
      <h3>
        <LangText text={city.name} />
      </h3>
      <p className="meta">
        {isHost && <span className="badge badge-info">{t('cities.host')}</span>}
        {city.country && <span>{countryName(city.country, locale)}</span>}
      </p>
      <p className="meta">
        <span>{t('delegations.members', { count: participants })}</span>
        {weight !== '1' && <span>{t('delegations.weight-of', { weight })}</span>}
      </p>
      {head && (
        <p>
          {t('delegations.head')} <bdi>{head}</bdi>
        </p>
      )}
    </li>
  );
}
