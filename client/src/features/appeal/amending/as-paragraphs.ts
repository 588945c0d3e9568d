import type {
  AmendableClause,
  ClauseAmendmentView,
  ClauseChange,
} from '../../../../../src/appeal/amendments/clause-amendments.contract.js';
import type {
  Conflict,
  ParagraphChange,
} from '../../../../../src/proposals/amendments/amendments.contract.js';
import type { Paragraph } from '../../../../../src/text/rich-text.contract.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br />' };

/** A clause's plain words as a paragraph, so that what shows and compares paragraphs does so with clauses. */
export const paragraphOf = (id: string, text: string): Paragraph => ({
  id,
  kind: 'text',
  html: text.replace(/[&<>\n]/g, (sign) => ESCAPES[sign] as string),
});

export const paragraphsOf = (clauses: readonly AmendableClause[]): Paragraph[] =>
  clauses.map(({ id, text }) => paragraphOf(id, text));

export const changeOf = ({ kind, clauseId, after, was, now }: ClauseChange): ParagraphChange => ({
  kind,
  paragraphId: clauseId,
  after,
  was: was === null ? null : paragraphOf(clauseId, was),
  now: now === null ? null : paragraphOf(clauseId, now),
});

/** The conflicts of an amendment, each with the language of its clause. */
export const conflictsOf = ({
  conflicts,
}: Pick<ClauseAmendmentView, 'conflicts'>): { lang: string; conflict: Conflict }[] =>
  conflicts.map(({ change, now }) => ({
    lang: change.lang,
    conflict: {
      change: changeOf(change),
      now: now === null ? null : paragraphOf(change.clauseId, now),
    },
  }));
