import { useTranslation } from 'react-i18next';
import { type CityCoverage, type CoverageView, FATES } from '../../../../src/appeal/appeal.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { Notice } from '../../ui/feedback.js';
import { useLanguageName, usePick } from '../../ui/lang-text.js';
import { Section } from '../../ui/page.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { CoverageTable } from './coverage-table.js';

const TONES = { retained: 'green', merged: 'cobalt', deferred: 'muted', 'not-retained': 'clay' } as const;

/** How much of what was said is in the appeal: by fate, by city, by language. */
export function Coverage({ coverage }: { readonly coverage: CoverageView }) {
  const { t } = useTranslation();
  const pick = usePick();
  const languageName = useLanguageName();
  return (
    <div className="stack">
      <dl className="figures">
        {(['total', 'confirmed'] as const).map((what) => (
          <div key={what} className="figure">
            <dt>{t(`coverage.${what}`)}</dt>
            <dd>{t('number', { value: coverage[what] })}</dd>
          </div>
        ))}
      </dl>
      <LeftOut cities={coverage.byCity} />
      <Section title={t('coverage.by-fate')}>
        {FATES.map((fate) => (
          <ProgressBar
            key={fate}
            label={t(`fate.${fate}`)}
            value={coverage.byFate[fate]}
            max={coverage.total}
            tone={TONES[fate]}
            words={t('number', { value: coverage.byFate[fate] })}
          />
        ))}
      </Section>
      <Section title={t('coverage.by-city')}>
        <p className="hint">{t('coverage.hint')}</p>
        <CoverageTable
          caption={t('coverage.by-city')}
          what={t('coverage.city')}
          rows={coverage.byCity.map((city) => ({
            ...city,
            id: pick(city.cityName),
            name: pick(city.cityName) || t('coverage.no-city'),
          }))}
        />
      </Section>
      <Section title={t('coverage.by-language')}>
        <CoverageTable
          caption={t('coverage.by-language')}
          what={t('coverage.language')}
          rows={coverage.byLang.map((each) => ({ ...each, id: each.lang, name: languageName(each.lang) }))}
        />
      </Section>
    </div>
  );
}

/** Nobody is quietly left out: cities of which no clause says anything are named. */
function LeftOut({ cities }: { readonly cities: readonly CityCoverage[] }) {
  const { t } = useTranslation();
  const { locale } = useLang();
  const pick = usePick();
  const left = cities.filter(({ cityName, clauses }) => cityName && clauses === 0);
  if (left.length === 0) return null;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const names = list.format(left.map(({ cityName }) => pick(cityName)));
  return (
    <Notice tone="waiting">
      <p>{t('coverage.left-out', { count: left.length, names })}</p>
    </Notice>
  );
}
