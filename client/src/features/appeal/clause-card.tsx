import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealView, ClauseView } from '../../../../src/appeal/appeal.contract.js';
import type { CommentPlaces } from '../../../../src/appeal/comments/comments.contract.js';
import type { Lang } from '../../i18n/locale.js';
import { del, patch } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/confirm.js';
import { Refusal } from '../../ui/feedback.js';
import { usePick } from '../../ui/lang-text.js';
import { lazily } from '../../ui/lazily.js';
import { MoveButtons } from '../../ui/move-buttons.js';
import { useShownFirst } from '../../ui/shown-first.js';
import { ClauseDialog } from './clause-dialog.js';
import { ClauseSources } from './clause-sources.js';
import { ClauseTexts } from './clause-texts.js';
import { Commented } from './comments/commented.js';
import type { SelectedWords } from './comments/selected-words.js';
import { useEdit } from './queries.js';
import { FORMULA } from './sections.js';
import type { WorkshopPart } from './workshop.js';

const ClauseComments = lazily(() => import('./comments/clause-comments.js'), 'commenting', 'forms');

interface ClauseCardProps extends WorkshopPart {
  readonly clause: ClauseView;
  /** Its number in the published text, where it has one. */
  readonly number: number | null;
  readonly langs: readonly Lang[];
  readonly canMoveUp: boolean;
  readonly canMoveDown: boolean;
  /** What is said about clauses; left out for those who do not read it. */
  readonly comments: CommentPlaces | undefined;
  /** Words of it that were selected to be commented on. */
  readonly words: SelectedWords | null;
  readonly onSaid: () => void;
  /** It was asked for by its address: it is scrolled to, with what is said about it open. */
  readonly isAsked: boolean;
}

/** One clause: its text in the languages that are shown, what it rests on, and what can be done with it. */
export function ClauseCard(props: ClauseCardProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const { forum, appeal, clause, number, comments, words } = props;
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
  const marks = comments?.items.filter(({ place }) => place?.clauseId === clause.id) ?? [];
  return (
    <li className="card clause" ref={useShownFirst(props.isAsked)}>
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
      <ClauseTexts clause={clause} langs={props.langs} marks={marks} />
      {clause.editorial && !formula && (
        <p className="clause-editorial">
          <strong>{t('clauses.editorial')}</strong> <bdi>{clause.editorial}</bdi>
        </p>
      )}
      {!formula && <ClauseSources forum={forum} appeal={appeal} clause={clause} name={name} />}
      {comments && (marks.length > 0 || comments.abilities.comment) && (
        <Commented
          count={marks.filter(({ state }) => state === 'open').length}
          name={name}
          isOpen={props.isAsked || words !== null}
        >
          <ClauseComments
            appeal={appeal}
            clause={clause}
            name={name}
            mayComment={comments.abilities.comment}
            words={words}
            onSaid={props.onSaid}
          />
        </Commented>
      )}
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
