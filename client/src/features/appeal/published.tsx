import { useTranslation } from 'react-i18next';
import type { AppealView } from '../../../../src/appeal/appeal.contract.js';
import { AUTONYM, LANGS } from '../../i18n/locale.js';
import { CopyButton } from '../../ui/copy-button.js';
import { Section } from '../../ui/page.js';
import { Time } from '../../ui/time.js';

/** The published appeal: its pages, its files, and how anybody can check them. These addresses are the server's own. */
export function Published({ appeal }: { readonly appeal: AppealView }) {
  const { t } = useTranslation();
  if (!appeal.page) return null;
  const page = appeal.page;
  const check = `npx nidaa verify ${window.location.origin}${page}/release.zip`;
  const files = [
    ...LANGS.map((lang) => ({ path: `release/appeal.${lang}.pdf`, label: `PDF · ${AUTONYM[lang]}` })),
    { path: 'release/appeal.json', label: 'JSON' },
    { path: 'release.zip', label: t('published.zip') },
  ];
  return (
    <div className="card published">
      <p>
        {appeal.publishedAt && (
          <>
            {t('published.on')} <Time at={appeal.publishedAt} show="date" />
          </>
        )}
      </p>
      <Section title={t('published.read')}>
        <ul className="rows link-list">
          {LANGS.map((lang) => (
            <li key={lang}>
              <a className="button button-primary" href={`${page}?lang=${lang}`} hrefLang={lang} lang={lang}>
                {AUTONYM[lang]}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('published.files')}>
        <ul className="rows link-list">
          {files.map(({ path, label }) => (
            <li key={path}>
              <a className="button button-secondary" href={`${page}/${path}`}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('published.verify')}>
        <p className="muted">{t('published.verify-text')}</p>
        <p className="code" dir="ltr">
          {check}
        </p>
        <div className="actions">
          <CopyButton text={check} label={t('published.copy')} />
        </div>
      </Section>
    </div>
  );
}
