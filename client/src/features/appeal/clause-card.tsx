import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealView, ClauseView } from '../../../../src/appeal/appeal.contract.js';
import { AUTONYM, directionOf, type Lang } from '../../i18n/locale.js';
import { del, patch } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/confirm.js';
import { Refusal } from '../../ui/feedback.js';
import { MoveButtons } from '../../ui/move-buttons.js';
import { ClauseDialog } from './clause-dialog.js';
import { ClauseSources } from './clause-sources.js';
import { useEdit } from './queries.js';
import type { WorkshopPart } from './workshop.js';

interface ClauseCardProps extends WorkshopPart {
  readonly clause: ClauseView;
  readonly langs: readonly Lang[];
  readonly canMoveUp: boolean;
  readonly canMoveDown: boolean;
}

/** One clause: its text in the languages that are shown, what it rests on, and what can be done with it. */
export function ClauseCard({ forum, appeal, clause, langs, canMoveUp, canMoveDown }: ClauseCardProps) {
  const { t } = useTranslation();
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
  const name = t('clauses.number', { number: clause.position + 1 });
  return (
    <li className="card clause">
      <div className="split">
        <h3 className="clause-number">{name}</h3>
        {appeal.abilities.edit && (
          <div className="actions clause-actions">
            <MoveButtons
              name={name}
              canMoveUp={canMoveUp}
              canMoveDown={canMoveDown}
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
      <Refusal error={open ? null : move.error} />
      <ClauseTexts clause={clause} langs={langs} />
      {clause.editorial && (
        <p className="clause-editorial">
          <strong>{t('clauses.editorial')}</strong> <bdi>{clause.editorial}</bdi>
        </p>
      )}
      <ClauseSources forum={forum} appeal={appeal} clause={clause} name={name} />
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

/** Side by side where there is room; a language that has no text yet says so. */
function ClauseTexts({ clause, langs }: { readonly clause: ClauseView; readonly langs: readonly Lang[] }) {
  const { t } = useTranslation();
  return (
    <div className="clause-texts">
      {langs.map((lang) => (
        <div key={lang} className="clause-text">
          {langs.length > 1 && (
            <p className="hint">
              <span lang={lang}>{AUTONYM[lang]}</span>
              {lang === clause.lang && ` · ${t('clauses.original')}`}
            </p>
          )}
          {clause.texts[lang] ? (
            <p className="clause-words" lang={lang} dir={directionOf(lang)}>
              {clause.texts[lang]}
            </p>
          ) : (
            <p className="muted">{t('clauses.untranslated')}</p>
          )}
        </div>
      ))}
    </div>
  );
}
