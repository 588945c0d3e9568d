import type { Command } from 'prosemirror-state';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseView } from '../../../../../src/appeal/appeal.contract.js';
import { CLAUSE_KINDS } from '../../../../../src/appeal/appeal.contract.js';
import { DOCUMENT_LIMITS } from '../../../../../src/appeal/document/document.contract.js';
import type { ClauseNode } from '../../../../../src/text/clause-document/clause-nodes.js';
import { Button } from '../../../ui/button.js';
import { Loading } from '../../../ui/feedback.js';
import { TextField } from '../../../ui/field.js';
import { usePick } from '../../../ui/lang-text.js';
import { lazily } from '../../../ui/lazily.js';
import { MoveButtons } from '../../../ui/move-buttons.js';
import { Select } from '../../../ui/select.js';
import { ClauseSources } from '../clause-sources.js';
import { useCommentPlaces } from '../comments/queries.js';
import { type Passage, PassageFinder } from '../passage-finder.js';
import { FORMULA } from '../sections.js';
import type { WorkshopPart } from '../workshop.js';
import {
  addClause,
  describeClause,
  joinWithPrevious,
  moveClause,
  removeClause,
  splitClause,
} from './clause-commands.js';

const ClauseComments = lazily(() => import('../comments/clause-comments.js'), 'commenting', 'forms');

export interface AtHandProps extends WorkshopPart {
  readonly node: ClauseNode;
  readonly place: number;
  readonly count: number;
  readonly name: string;
  /** The clause as its row says; it follows a moment after the text. */
  readonly clause: ClauseView | undefined;
  readonly write: boolean;
  readonly onCommand: (command: Command) => void;
  readonly onPassage: (passage: Passage) => void;
}

/** What is known of the clause at the caret, and what can be done with it: where it stands, what it rests on. */
export function ClauseAtHand(props: AtHandProps) {
  const { t } = useTranslation();
  const { forum, appeal, clause, name, write, onCommand } = props;
  const [finding, setFinding] = useState(false);
  return (
    <aside className="card together-panel" aria-label={t('together.clause')}>
      <h2>{name}</h2>
      {write && <Shape {...props} />}
      {clause ? (
        <>
          <ClauseSources forum={forum} appeal={appeal} clause={clause} name={name} open />
          <Talk {...props} clause={clause} />
          {appeal.abilities.edit && (
            <details
              className="together-finder"
              open={finding}
              onToggle={({ currentTarget }) => setFinding(currentTarget.open)}
            >
              <summary>{t('together.contributions')}</summary>
              <p className="hint">{t('together.contributions-hint')}</p>
              {finding && <PassageFinder slug={forum.slug} onPick={props.onPassage} />}
            </details>
          )}
        </>
      ) : (
        <p className="hint">{t('together.no-words')}</p>
      )}
      {write && (
        <div className="actions">
          <Button onPress={() => onCommand(addClause)}>{t('together.add')}</Button>
          <Button onPress={() => onCommand(splitClause)}>{t('together.split')}</Button>
          <Button onPress={() => onCommand(joinWithPrevious)}>{t('together.join')}</Button>
          <Button look="quiet" onPress={() => onCommand(removeClause)}>
            {t('do.delete')}
          </Button>
        </div>
      )}
      {write && <p className="hint">{t('together.keys')}</p>}
    </aside>
  );
}

/** What is said about the clause, as it was last saved. */
function Talk({ forum, appeal, clause, name }: AtHandProps & { readonly clause: ClauseView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const comments = useCommentPlaces(forum.slug, appeal.id);
  if (!comments) return null;
  const count = comments.items.filter(
    ({ place, state }) => state === 'open' && place?.clauseId === clause.id,
  ).length;
  return (
    <details
      className="together-finder"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{count > 0 ? t('clauses.comments', { count }) : t('clauses.comment')}</summary>
      {open && (
        <Suspense fallback={<Loading lines={2} />}>
          <ClauseComments
            appeal={appeal}
            clause={clause}
            name={name}
            mayComment={comments.abilities.comment}
          />
        </Suspense>
      )}
    </details>
  );
}

function Shape({ forum, node, place, count, name, clause, onCommand }: AtHandProps) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <>
      <MoveButtons
        name={name}
        canMoveUp={place > 0}
        canMoveDown={place < count - 1}
        onMove={(by) => onCommand(moveClause(by))}
      />
      <Select
        label={t('clauses.kind')}
        value={node.kind}
        onChange={(kind) => onCommand(describeClause({ kind }))}
        options={CLAUSE_KINDS.map((id) => ({ id, label: t(`clause.kind.${id}`) }))}
      />
      {node.kind === 'operative' && (
        <Select
          label={t('form.topic')}
          value={node.topic}
          onChange={(topic) => onCommand(describeClause({ topic }))}
          options={[
            { id: '', label: t('form.no-topic') },
            ...forum.topics.map(({ id, name }) => ({ id, label: pick(name) })),
          ]}
        />
      )}
      {node.editorial !== FORMULA && (clause?.sources.length === 0 || node.editorial) && (
        <TextField
          label={t('clauses.reason')}
          hint={t('clauses.reason-hint')}
          value={node.editorial}
          onChange={(editorial) =>
            onCommand(describeClause({ editorial: editorial.slice(0, DOCUMENT_LIMITS.editorial) }))
          }
        />
      )}
    </>
  );
}
