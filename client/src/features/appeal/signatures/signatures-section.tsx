import './signatures.css';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty, Loaded, Loading } from '../../../ui/feedback.js';
import { lazily } from '../../../ui/lazily.js';
import { Section } from '../../../ui/page.js';
import type { WorkshopPart } from '../workshop.js';
import { CityRows } from './city-rows.js';
import { useSignatures } from './queries.js';

const OwnCity = lazily(() => import('./own-city.js'), 'identity', 'forms');

/** The cities under an adopted text. Its head of delegation signs for a city here. */
export default function SignaturesSection({ forum, appeal }: WorkshopPart) {
  const { t } = useTranslation();
  return (
    <Section
      title={t('signing.title')}
      link={<Link to={`/f/${forum.slug}/appeal/wall`}>{t('signing.open-wall')}</Link>}
    >
      <Loaded query={useSignatures(appeal.id)}>
        {({ cities, own, textHash }) => {
          const done = cities.filter(({ act }) => act !== null).length;
          if (cities.length === 0) return <Empty title={t('signing.none')} />;
          return (
            <>
              {own && (
                <Suspense fallback={<Loading lines={4} />}>
                  <OwnCity appeal={appeal} cities={cities} own={own} textHash={textHash} />
                </Suspense>
              )}
              <p role="status">
                {t('signing.count', { count: done, total: t('number', { value: cities.length }) })}
              </p>
              <CityRows appeal={appeal} cities={cities} />
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
