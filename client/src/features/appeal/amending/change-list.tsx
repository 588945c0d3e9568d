import '../../proposals/amendments/amending.css';
import './amending.css';
import { useTranslation } from 'react-i18next';
import type { ClauseChange } from '../../../../../src/appeal/amendments/clause-amendments.contract.js';
import { directionOf } from '../../../i18n/locale.js';
import { Differences } from '../../../ui/differences.js';
import { LangMark } from '../../../ui/lang-text.js';
import type { NamedClause } from '../adoption/clause-names.js';
import { paragraphOf } from './as-paragraphs.js';

/** What an amendment changes, clause by clause, word by word. */
export function ChangeList(props: {
  readonly changes: readonly ClauseChange[];
  readonly names: readonly NamedClause[];
}) {
  const { changes, names } = props;
  const own = new Set(changes.flatMap(({ kind, clauseId }) => (kind === 'insert' ? [clauseId] : [])));
  return (
    <ul className="clause-changes">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.clauseId}`} className="stack stack-tight">
          <What change={change} names={names} behindNew={change.after !== null && own.has(change.after)} />
          <p className="clause-change-words" lang={change.lang} dir={directionOf(change.lang)}>
            <Differences
              before={words(change.clauseId, change.was)}
              after={words(change.clauseId, change.now)}
            />
          </p>
        </li>
      ))}
    </ul>
  );
}

const words = (id: string, text: string | null) => (text === null ? null : paragraphOf(id, text));

/** "Clause 3: other words". A clause that is not in the text any more has no number. */
function What(props: {
  readonly change: ClauseChange;
  readonly names: readonly NamedClause[];
  readonly behindNew: boolean;
}) {
  const { t } = useTranslation();
  const { change, names, behindNew } = props;
  const { kind, clauseId, after, lang } = change;
  const named = (id: string | null) =>
    names.find((clause) => clause.id === id)?.name ?? t('reviewing.a-clause');
  const said =
    kind !== 'insert'
      ? t(`reviewing.does-${kind}`, { clause: named(clauseId) })
      : behindNew
        ? t('reviewing.does-insert-next')
        : after === null
          ? t('reviewing.does-insert-first')
          : t('reviewing.does-insert', { clause: named(after) });
  return (
    <p className="meta">
      <strong>{said}</strong>
      <LangMark lang={lang} />
    </p>
  );
}
