import './wall.css';
import './signatures.css';
import { type CSSProperties, useEffect, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { AppealState, AppealSummary } from '../../../../../src/appeal/appeal.contract.js';
import type { CitySignature } from '../../../../../src/appeal/signatures/signatures.contract.js';
import { useWatch } from '../../../lib/realtime-context.js';
import { Empty, Loaded } from '../../../ui/feedback.js';
import { usePick } from '../../../ui/lang-text.js';
import { useAppeals } from '../queries.js';
import { ActMark } from './act-mark.js';
import { useSignatures } from './queries.js';

/** In these there is a text to sign, or that was signed. */
const SIGNED: readonly AppealState[] = ['adopted', 'publishing', 'published', 'superseded'];

/** The wall of cities for the hall's projector: without the frame of the other pages, and live. */
export default function WallPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  useWatch(slug);
  const appeals = useAppeals(slug);
  useDark();
  useEffect(() => {
    document.title = t('signing.wall');
  }, [t]);
  return (
    <main className="wall">
      <Loaded query={appeals}>
        {(items) => {
          const appeal = items.find(({ state }) => SIGNED.includes(state));
          return appeal ? <Wall appeal={appeal} /> : <NotYet />;
        }}
      </Loaded>
      <Link className="wall-back" to={`/f/${slug}/appeal?view=adoption`}>
        {t('do.back')}
      </Link>
    </main>
  );
}

/** A hall is dark: whatever the reader's own theme is, the wall is too. */
function useDark(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    const before = dataset.theme;
    dataset.theme = 'dark';
    return () => {
      if (before === undefined) delete dataset.theme;
      else dataset.theme = before;
    };
  }, []);
}

function NotYet() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('signing.wall')}</h1>
      <Empty title={t('signing.wall-none')} />
    </>
  );
}

function Wall({ appeal }: { readonly appeal: AppealSummary }) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <Loaded query={useSignatures(appeal.id)}>
      {({ cities }) => {
        const done = cities.filter(({ act }) => act !== null).length;
        return (
          <>
            <header className="wall-head">
              <h1>{pick(appeal.title)}</h1>
              <p role="status" className="wall-count">
                {t('signing.count', { count: done, total: t('number', { value: cities.length }) })}
              </p>
            </header>
            <ul className="wall-grid" style={{ '--columns': columnsFor(cities.length) } as CSSProperties}>
              {cities.map((city) => (
                <Tile key={city.cityId} city={city} />
              ))}
            </ul>
          </>
        );
      }}
    </Loaded>
  );
}

function Tile({ city }: { readonly city: CitySignature }) {
  const { t } = useTranslation();
  const name = usePick()(city.cityName);
  return (
    <li className={`wall-tile ${city.act ? `is-${city.act}` : ''}`} style={sizeFor(name)}>
      <span className="wall-name">
        <bdi>{name}</bdi>
      </span>
      <span className="wall-act">
        {city.act ? <ActMark act={city.act} short /> : t('signing.waited-for')}
      </span>
    </li>
  );
}

/** On a wide screen: tiles about twice as broad as they are high. */
const columnsFor = (count: number): number => Math.max(1, Math.ceil(Math.sqrt(count)));

/** By how many letters its name is as large as its tile allows: on one line, or on two where that is larger. */
function sizeFor(name: string): CSSProperties {
  const all = Math.max(4, [...name].length);
  const longest = Math.max(...name.split(/[\s-]+/).map((word) => [...word].length + 1));
  return { '--all': all, '--longest': Math.max(longest, Math.ceil(all * 0.6)) } as CSSProperties;
}
