import { useTranslation } from 'react-i18next';
import type { ClauseView } from '../../../../src/appeal/appeal.contract.js';
import type { CommentMark } from '../../../../src/appeal/comments/comments.contract.js';
import { AUTONYM, directionOf, type Lang } from '../../i18n/locale.js';
import { LangText } from '../../ui/lang-text.js';
import { MarkedWords } from './comments/marked-words.js';

/** Side by side where there is room; a language that has no text yet says so, and alone shows the original. */
export function ClauseTexts(props: {
  readonly clause: ClauseView;
  readonly langs: readonly Lang[];
  readonly marks: readonly CommentMark[];
}) {
  const { clause, langs, marks } = props;
  const { t } = useTranslation();
  const alone = langs.length === 1;
  return (
    <div className="clause-texts">
      {langs.map((lang) => (
        <div key={lang} className="clause-text" dir={directionOf(lang)}>
          {!alone && (
            <p className="hint">
              <span lang={lang}>{AUTONYM[lang]}</span>
              {lang === clause.lang && (
                <>
                  {' · '}
                  <bdi>{t('clauses.original')}</bdi>
                </>
              )}
            </p>
          )}
          {clause.texts[lang] ? (
            <MarkedWords clauseId={clause.id} lang={lang} text={clause.texts[lang]} marks={marks} />
          ) : (
            <p className="muted">
              <bdi>{t('clauses.untranslated')}</bdi>
            </p>
          )}
          {alone && !clause.texts[lang] && (
            <p className="clause-words">
              <LangText text={clause.texts} />
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
