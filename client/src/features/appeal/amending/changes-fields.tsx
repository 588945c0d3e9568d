import './amending.css';
import { useTranslation } from 'react-i18next';
import {
  type AmendableClause,
  CLAUSE_AMENDMENT_LIMITS,
} from '../../../../../src/appeal/amendments/clause-amendments.contract.js';
import { directionOf } from '../../../i18n/locale.js';
import { Button } from '../../../ui/button.js';
import { Differences } from '../../../ui/differences.js';
import { Notice } from '../../../ui/feedback.js';
import { TextArea } from '../../../ui/field.js';
import { Select } from '../../../ui/select.js';
import type { NamedClause } from '../adoption/clause-names.js';
import { paragraphOf } from './as-paragraphs.js';
import { broughtOver, changeOn, type FormChange, standingOf, textOf } from './written.js';

const KINDS = ['replace', 'insert', 'delete'] as const;

interface Fields {
  readonly clauses: readonly AmendableClause[];
  readonly names: readonly NamedClause[];
  /** Of clauses that are put in. */
  readonly lang: string;
}

/** The changes of an amendment, one below the other: which clause, what is done to it, the words. */
export function ChangesFields(
  props: Fields & {
    readonly changes: readonly FormChange[];
    readonly onChange: (changes: readonly FormChange[]) => void;
  },
) {
  const { t } = useTranslation();
  const { clauses, changes, onChange } = props;
  const put = (at: number, change: FormChange) =>
    onChange(changes.map((each, place) => (place === at ? change : each)));
  const free = clauses.find(({ id }) => !changes.some(({ clauseId }) => clauseId === id)) ?? clauses[0];
  return (
    <>
      {changes.map((change, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a change has nothing but its place
          key={at}
          className="clause-change-form"
        >
          <legend>{t('reviewing.change', { number: at + 1 })}</legend>
          <OneChange {...props} change={change} onChange={(next) => put(at, next)} />
          {changes.length > 1 && (
            <div className="actions">
              <Button
                look="quiet"
                aria-label={`${t('reviewing.leave-out')}: ${t('reviewing.change', { number: at + 1 })}`}
                onPress={() => onChange(changes.filter((_, place) => place !== at))}
              >
                {t('reviewing.leave-out')}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {changes.length < CLAUSE_AMENDMENT_LIMITS.changes && (
        <div className="actions">
          <Button onPress={() => onChange([...changes, changeOn(clauses, 'replace', free?.id ?? '')])}>
            {t('reviewing.another')}
          </Button>
        </div>
      )}
    </>
  );
}

function OneChange(
  props: Fields & { readonly change: FormChange; readonly onChange: (change: FormChange) => void },
) {
  const { t } = useTranslation();
  const { clauses, names, lang, change, onChange } = props;
  const { kind, clauseId, text } = change;
  const clause = clauses.find(({ id }) => id === clauseId);
  const inserts = kind === 'insert';
  const options = names.map(({ id, label }) => ({ id, label }));
  return (
    <>
      <Select
        label={t('reviewing.what')}
        value={kind}
        onChange={(next) => {
          const begun = changeOn(
            clauses,
            next,
            next === 'insert' ? clauseId : clauseId || (clauses[0]?.id ?? ''),
          );
          onChange(inserts || next !== 'insert' ? begun : { ...begun, text: '' });
        }}
        options={KINDS.map((id) => ({ id, label: t(`reviewing.kind-${id}`) }))}
      />
      <Select
        label={t(inserts ? 'reviewing.behind' : 'reviewing.clause')}
        value={clauseId}
        onChange={(id) => onChange(inserts ? { ...change, clauseId: id } : changeOn(clauses, kind, id))}
        options={inserts ? [{ id: '', label: t('reviewing.beginning') }, ...options] : options}
      />
      <Moved {...props} />
      {kind === 'delete' ? (
        <p className="clause-change-words" lang={clause?.lang} dir={clause && directionOf(clause.lang)}>
          {change.was}
        </p>
      ) : (
        <TextArea
          label={t(inserts ? 'reviewing.new-words' : 'reviewing.words')}
          lang={inserts ? lang : (clause?.lang ?? lang)}
          rows={4}
          maxLength={CLAUSE_AMENDMENT_LIMITS.text}
          value={text}
          onChange={(next) => onChange({ ...change, text: next })}
        />
      )}
      {kind === 'replace' && clause && text.trim() !== '' && text !== change.was && (
        <div>
          <p className="hint">{t('reviewing.so')}</p>
          <p className="clause-change-words" lang={clause.lang} dir={directionOf(clause.lang)}>
            <Differences
              before={paragraphOf(clauseId, change.was)}
              after={paragraphOf(clauseId, text.trim())}
            />
          </p>
        </div>
      )}
    </>
  );
}

/** The clause was changed, or taken out, while somebody was writing: what was typed stays, and nothing is sent unseen. */
function Moved({
  clauses,
  change,
  onChange,
}: Fields & { readonly change: FormChange; readonly onChange: (change: FormChange) => void }) {
  const { t } = useTranslation();
  const standing = standingOf(change, clauses);
  if (standing === 'fits') return null;
  const clause = clauses.find(({ id }) => id === change.clauseId);
  return (
    <Notice tone="waiting">
      <p>{t(standing === 'gone' ? 'reviewing.gone' : 'reviewing.moved')}</p>
      {standing === 'moved' && clause && (
        <>
          <p className="clause-change-words" lang={clause.lang} dir={directionOf(clause.lang)}>
            <Differences
              before={paragraphOf(clause.id, change.was)}
              after={paragraphOf(clause.id, textOf(clauses, clause.id) ?? '')}
            />
          </p>
          <div className="actions">
            <Button onPress={() => onChange(broughtOver(change, clauses))}>{t('reviewing.bring')}</Button>
          </div>
        </>
      )}
    </Notice>
  );
}
