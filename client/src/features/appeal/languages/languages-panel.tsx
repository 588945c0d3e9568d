import './languages.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type {
  ClauseLanguages,
  LanguagesView,
} from '../../../../../src/appeal/languages/languages.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import { AUTONYM, LANGS, type Lang } from '../../../i18n/locale.js';
import { put } from '../../../lib/api.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { Confirm } from '../../../ui/confirm.js';
import { Empty, Loaded } from '../../../ui/feedback.js';
import { Section } from '../../../ui/page.js';
import { numbersOf } from '../sections.js';
import type { WorkshopPart } from '../workshop.js';
import { ClauseLanguagesCard } from './clause-languages.js';
import { GlossarySection } from './glossary-section.js';
import { useLanguageEdit, useLanguages } from './queries.js';

/** The three texts side by side, clause by clause: who stands for which words, what is missing, what has moved on. */
export default function LanguagesPanel({ forum, appeal }: WorkshopPart) {
  const { t } = useTranslation();
  const [waiting, setWaiting] = useState(false);
  const asked = useSearchParams()[0].get('clause');
  const numbers = numbersOf(appeal);
  return (
    <>
      <Section title={t('languages.title')}>
        <p className="muted">{t('languages.what')}</p>
        <Loaded query={useLanguages(appeal.id)}>
          {({ clauses, abilities, version }) => {
            const shown = waiting ? clauses.filter((clause) => !isApproved(clause)) : clauses;
            return (
              <>
                <Progress clauses={clauses} />
                {abilities.approve && <ApproveAll appealId={appeal.id} clauses={clauses} version={version} />}
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
                        isAsked={asked === clause.clauseId}
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

/** Whoever has read a language through stands for all of it at once. */
function ApproveAll(props: {
  readonly appealId: string;
  readonly clauses: readonly ClauseLanguages[];
  readonly version: number;
}) {
  const { t } = useTranslation();
  const { appealId, clauses, version } = props;
  const [asking, setAsking] = useState<Lang | null>(null);
  const approve = useLanguageEdit(appealId, (lang: Lang) =>
    put<LanguagesView>(`/appeals/${appealId}/approvals/${lang}`, { version }),
  );
  const waits = (lang: Lang): boolean =>
    clauses.some(({ languages }) => ['unapproved', 'stale'].includes(languages[lang].state));
  const close = () => setAsking(null);
  return (
    <div className="actions">
      {LANGS.filter(waits).map((lang) => (
        <Button key={lang} onPress={() => setAsking(lang)}>
          {t('languages.approve-all', { language: AUTONYM[lang] })}
        </Button>
      ))}
      <Confirm
        title={t('languages.approve-all-sure', { language: asking ? AUTONYM[asking] : '' })}
        isOpen={asking !== null}
        onClose={close}
        onConfirm={() => asking && approve.mutate(asking, { onSuccess: close })}
        action={t('languages.approve')}
        isPending={approve.isPending}
        error={approve.error}
      >
        <p>{t('languages.approve-all-text')}</p>
      </Confirm>
    </div>
  );
}

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
