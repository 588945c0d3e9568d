import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealView, ClauseView } from '../../../../src/appeal/appeal.contract.js';
import { AUTONYM, directionOf, type Lang } from '../../i18n/locale.js';
import { del, patch } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/confirm.js';
import { Refusal } from '../../ui/feedback.js';
import { LangText, usePick } from '../../ui/lang-text.js';
import { MoveButtons } from '../../ui/move-buttons.js';
import { ClauseDialog } from './clause-dialog.js';
import { ClauseSources } from './clause-sources.js';
import { useEdit } from './queries.js';
import { FORMULA } from './sections.js';
import type { WorkshopPart } from './workshop.js';

interface ClauseCardProps extends WorkshopPart {
  readonly clause: ClauseView;
  /** Its number in the published text, where it has one. */
  readonly number: number | null;
  readonly langs: readonly Lang[];
  readonly canMoveUp: boolean;
  readonly canMoveDown: boolean;
}

/** One clause: its text in the languages that are shown, what it rests on, and what can be done with it. */
export function ClauseCard(props: ClauseCardProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const { forum, appeal, clause, number } = props;
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const path = `/appeals/${appeal.id}/clauses/${clause.id}`;
  const move = useEdit(appeal.id, (by: -1 | 1) =>
    patch<AppealView>(path, { position: clause.position + by, version: clause.version }),
  );
  const remove = useEdit(
    appeal.id,
    () => del<AppealView>(path),
    () => setOpen(null),
  );
  const formula = clause.editorial === FORMULA;
  const heading =
    number !== null
      ? t('clauses.number', { number })
      : t(formula ? 'clauses.formula' : `clause.kind.${clause.kind}`);
  // Several stand under the same heading: their first words tell the buttons of one from those of another.
  const name = `${heading} – ${pick(clause.texts).slice(0, 40)}`;
  return (
    <li className="card clause" id={`clause-${clause.id}`}>
      <div className="split">
        <h3 className="clause-number">{heading}</h3>
        {appeal.abilities.edit && (
          <div className="actions clause-actions">
            <MoveButtons
              name={name}
              canMoveUp={props.canMoveUp}
              canMoveDown={props.canMoveDown}
              onMove={(by) => move.mutate(by)}
            />
            <Button look="quiet" aria-label={`${t('do.edit')}: ${name}`} onPress={() => setOpen('edit')}>
              {t('do.edit')}
            </Button>
            <Button look="quiet" aria-label={`${t('do.delete')}: ${name}`} onPress={() => setOpen('delete')}>
              {t('do.delete')}
            </Button>
          </div>
        )}
      </div>
      {!open && move.error && <Refusal error={move.error} />}
      <ClauseTexts clause={clause} langs={props.langs} />
      {clause.editorial && !formula && (
        <p className="clause-editorial">
          <strong>{t('clauses.editorial')}</strong> <bdi>{clause.editorial}</bdi>
        </p>
      )}
      {!formula && <ClauseSources forum={forum} appeal={appeal} clause={clause} name={name} />}
      {open === 'edit' && (
        <ClauseDialog forum={forum} appeal={appeal} clause={clause} onClose={() => setOpen(null)} />
      )}
      <Confirm
        title={t('clauses.delete-sure', { name })}
        isOpen={open === 'delete'}
        onClose={() => setOpen(null)}
        onConfirm={() => remove.mutate()}
        action={t('do.delete')}
        isPending={remove.isPending}
        error={remove.error}
      >
        <p>{t('clauses.delete-text')}</p>
      </Confirm>
    </li>
  );
}

/** Side by side where there is room; a language that has no text yet says so, and alone shows the original. */
function ClauseTexts({ clause, langs }: { readonly clause: ClauseView; readonly langs: readonly Lang[] }) {
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
            <p className="clause-words" lang={lang}>
              {clause.texts[lang]}
            </p>
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
