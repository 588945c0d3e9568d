import { useTranslation } from 'react-i18next';
import { type CoverageView, FATES } from '../../../../src/appeal/appeal.contract.js';
import { useLanguageName, usePick } from '../../ui/lang-text.js';
import { Section } from '../../ui/page.js';
import { ProgressBar } from '../../ui/progress-bar.js';

const TONES = { retained: 'green', merged: 'cobalt', deferred: 'muted', 'not-retained': 'clay' } as const;

/** How much of what was said is in the appeal: by fate, by city, by language. */
export function Coverage({ coverage }: { readonly coverage: CoverageView }) {
  const { t } = useTranslation();
  const pick = usePick();
  const languageName = useLanguageName();
  const share = ({ used, total }: { used: number; total: number }) => t('coverage.share', { used, total });
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
      <div className="columns">
        <Section title={t('coverage.by-city')}>
          <p className="hint">{t('coverage.hint')}</p>
          {coverage.byCity.map((city) => (
            <ProgressBar
              key={pick(city.cityName)}
              label={pick(city.cityName) || t('coverage.no-city')}
              value={city.used}
              max={city.total}
              words={share(city)}
            />
          ))}
        </Section>
        <Section title={t('coverage.by-language')}>
          <p className="hint">{t('coverage.hint')}</p>
          {coverage.byLang.map((each) => (
            <ProgressBar
              key={each.lang}
              label={languageName(each.lang)}
              value={each.used}
              max={each.total}
              words={share(each)}
            />
          ))}
        </Section>
      </div>
    </div>
  );
}
