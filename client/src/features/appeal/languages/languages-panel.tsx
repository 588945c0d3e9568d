import './languages.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseLanguages } from '../../../../../src/appeal/languages/languages.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import { AUTONYM, LANGS } from '../../../i18n/locale.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { Empty, Loaded } from '../../../ui/feedback.js';
import { Section } from '../../../ui/page.js';
import { numbersOf } from '../sections.js';
import type { WorkshopPart } from '../workshop.js';
import { ClauseLanguagesCard } from './clause-languages.js';
import { GlossarySection } from './glossary-section.js';
import { useLanguages } from './queries.js';

/** The three texts side by side, clause by clause: who stands for which words, what is missing, what has moved on. */
export default function LanguagesPanel({ forum, appeal }: WorkshopPart) {
  const { t } = useTranslation();
  const [waiting, setWaiting] = useState(false);
  const numbers = numbersOf(appeal);
  return (
    <>
      <Section title={t('languages.title')}>
        <p className="muted">{t('languages.what')}</p>
        <Loaded query={useLanguages(appeal.id)}>
          {({ clauses, abilities }) => {
            const shown = waiting ? clauses.filter((clause) => !isApproved(clause)) : clauses;
            return (
              <>
                <Progress clauses={clauses} />
                <Checkbox isSelected={waiting} onChange={setWaiting}>
                  {t('languages.only-waiting')}
                </Checkbox>
                {shown.length === 0 ? (
                  <Empty title={t('languages.none-waiting')} />
                ) : (
                  <ol className="rows cards language-clauses">
                    {shown.map((clause) => (
                      <ClauseLanguagesCard
                        key={clause.clauseId}
                        appealId={appeal.id}
                        clause={clause}
                        abilities={abilities}
                        number={numbers.get(clause.clauseId) ?? null}
                      />
                    ))}
                  </ol>
                )}
              </>
            );
          }}
        </Loaded>
      </Section>
      <GlossarySection slug={forum.slug} />
    </>
  );
}

const isApproved = ({ languages }: ClauseLanguages): boolean =>
  LANGS.every((lang) => languages[lang].state === 'approved');

/** How far each language has come, in words; the bar repeats it. */
function Progress({ clauses }: { readonly clauses: readonly ClauseLanguages[] }) {
  const { t } = useTranslation();
  const { lang: page } = useLang();
  const languages = [page, ...LANGS.filter((lang) => lang !== page)];
  return (
    <ul className="language-progress">
      {languages.map((lang) => {
        const done = clauses.filter(({ languages }) => languages[lang].state === 'approved').length;
        return (
          <li key={lang}>
            <span lang={lang}>{AUTONYM[lang]}</span>
            <span>{t('languages.approved-of', { count: done, total: clauses.length })}</span>
            <progress value={done} max={Math.max(1, clauses.length)} aria-hidden="true" />
          </li>
        );
      })}
    </ul>
  );
}
