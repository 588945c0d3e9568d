import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AppealView } from '../../../../src/appeal/appeal.contract.js';
import { LANGS } from '../../i18n/locale.js';
import { post } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/confirm.js';
import { Notice } from '../../ui/feedback.js';
import { useLanguageName } from '../../ui/lang-text.js';
import { Section } from '../../ui/page.js';
import { CompileForm } from './compile-form.js';
import { useEdit } from './queries.js';
import type { WorkshopPart } from './workshop.js';

/** Which view each obstacle is removed in. */
const VIEW_OF: Readonly<Record<string, string>> = {
  'appeal.fates-undecided': 'fates',
  'appeal.suggestions-open': 'suggestions',
};

/** What stands in the way of publishing, the languages that still miss texts, and the step itself. */
export function PublishPanel({ forum, appeal }: WorkshopPart) {
  const { t } = useTranslation();
  const languageName = useLanguageName();
  const untranslated = LANGS.map((lang) => ({
    lang,
    count: appeal.clauses.filter(({ texts }) => !texts[lang]).length,
  })).filter(({ count }) => count > 0);
  return (
    <div className="stack">
      <Section title={t('publish.title')}>
        {appeal.missing.length > 0 ? (
          <Notice tone="waiting">
            <p>{t('publish.missing')}</p>
            <ul className="missing-list">
              {appeal.missing.map(({ code, count }) => (
                <li key={code}>
                  {t(`missing.${code}` as 'missing.clause.needs-source', { count })}{' '}
                  <Link to={`?view=${VIEW_OF[code] ?? 'text'}`}>{t('publish.go')}</Link>
                </li>
              ))}
            </ul>
          </Notice>
        ) : (
          <Notice tone="good">
            <p>{t('publish.ready')}</p>
          </Notice>
        )}
        {untranslated.map(({ lang, count }) => (
          <p key={lang} className="muted">
            {t('publish.untranslated', { count, language: languageName(lang) })}
          </p>
        ))}
        <Publish appeal={appeal} />
      </Section>
      {appeal.abilities.recompile && (
        <Section title={t('appeal.compile-again')}>
          <p className="muted">{t('appeal.compile-again-text')}</p>
          <CompileForm slug={forum.slug} again />
        </Section>
      )}
    </div>
  );
}

function Publish({ appeal }: { readonly appeal: AppealView }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const publish = useEdit(
    appeal.id,
    () => post<AppealView>(`/appeals/${appeal.id}/publish`, { version: appeal.version }),
    () => setAsking(false),
  );
  if (!appeal.abilities.publish) return null;
  return (
    <>
      <div className="actions">
        <Button look="primary" isDisabled={appeal.missing.length > 0} onPress={() => setAsking(true)}>
          {t('publish.do')}
        </Button>
      </div>
      <Confirm
        title={t('publish.sure')}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => publish.mutate()}
        action={t('publish.do')}
        isPending={publish.isPending}
        error={publish.error}
      >
        <p>{t('publish.sure-text')}</p>
      </Confirm>
    </>
  );
}
