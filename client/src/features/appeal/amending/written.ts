import type {
  AmendableClause,
  ClauseAmendmentView,
  ClauseChange,
  WriteClauseAmendment,
  WriteClauseChange,
} from '../../../../../src/appeal/amendments/clause-amendments.contract.js';
import type { Lang } from '../../../../../src/kernel/localized.js';
import { mergedText } from '../../../../../src/text/carry-over.js';

/** One change as it is being written. `clauseId` is the clause that it is about; empty is the beginning of the text. */
export interface FormChange {
  readonly kind: ClauseChange['kind'];
  readonly clauseId: string;
  /** The words of the clause when the writing began. */
  readonly was: string;
  readonly text: string;
}

/** An amendment as it is being written. */
export interface AmendmentForm {
  readonly reason: string;
  readonly lang: Lang;
  readonly changes: readonly FormChange[];
}

type Clauses = readonly AmendableClause[];

export const textOf = (clauses: Clauses, id: string): string | null =>
  clauses.find((clause) => clause.id === id)?.text ?? null;

/** A change of a clause, begun on the words that stand there now. */
export function changeOn(clauses: Clauses, kind: FormChange['kind'], clauseId: string): FormChange {
  const was = textOf(clauses, clauseId) ?? '';
  return { kind, clauseId, was, text: kind === 'replace' ? was : '' };
}

/** An amendment that was written before, as it is in the text now; what is in conflict is there to be written anew. */
export function formOf(
  {
    reason,
    lang,
    changes,
    conflicts,
  }: Pick<ClauseAmendmentView, 'reason' | 'lang' | 'changes' | 'conflicts'>,
  clauses: Clauses,
): AmendmentForm {
  const all = [...changes, ...conflicts.map(({ change }) => change)];
  const own = new Set(all.flatMap(({ kind, clauseId }) => (kind === 'insert' ? [clauseId] : [])));
  let place = '';
  return {
    reason,
    lang,
    changes: all.map(({ kind, clauseId, after, was, now }): FormChange => {
      if (kind !== 'insert') return { kind, clauseId, was: was ?? '', text: now ?? '' };
      // What stands behind another new clause stands at that one's place, after it.
      if (after === null || !own.has(after)) place = after ?? '';
      return { kind, clauseId: textOf(clauses, place) === null ? '' : place, was: '', text: now ?? '' };
    }),
  };
}

/** How the text stands to a change that was begun in it. */
export type Standing = 'fits' | 'moved' | 'gone';

export function standingOf({ kind, clauseId, was }: FormChange, clauses: Clauses): Standing {
  const now = textOf(clauses, clauseId);
  if (kind === 'insert') return clauseId === '' || now !== null ? 'fits' : 'gone';
  if (now === null) return 'gone';
  return now === was ? 'fits' : 'moved';
}

/** The change on the words that stand there now: both changes where they touch different words, else what was typed. */
export function broughtOver(change: FormChange, clauses: Clauses): FormChange {
  const now = textOf(clauses, change.clauseId) ?? '';
  const merged = change.kind === 'replace' ? mergedText(change.was, change.text, now) : null;
  return { ...change, was: now, text: merged ?? change.text };
}

/** Whether there is something in every change that can be sent. */
export function isComplete({ reason, changes }: AmendmentForm, clauses: Clauses): boolean {
  return (
    reason.trim().length >= 3 &&
    changes.length > 0 &&
    changes.every((change) => {
      if (standingOf(change, clauses) !== 'fits') return false;
      if (change.kind === 'delete') return true;
      const text = change.text.trim();
      return text !== '' && (change.kind === 'insert' || text !== change.was);
    })
  );
}

export const forWire = ({ reason, lang, changes }: AmendmentForm): WriteClauseAmendment => ({
  reason: reason.trim(),
  lang,
  changes: changes.map(writtenChange),
});

export function writtenChange({ kind, clauseId, was, text }: FormChange): WriteClauseChange {
  if (kind === 'insert') return { kind, after: clauseId || null, text };
  return kind === 'replace' ? { kind, clauseId, was, text } : { kind, clauseId, was };
}
