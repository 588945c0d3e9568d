import type { AmendmentView, Conflict } from '../../../../../src/proposals/amendments/amendments.contract.js';
import { AMENDMENT_LIMITS } from '../../../../../src/proposals/amendments/amendments.contract.js';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import type { Paragraph, WrittenParagraph } from '../../../../../src/text/rich-text.contract.js';
import { rowsOf } from '../../../lib/compared.js';
import { forWire } from '../../../ui/editor/local-ids.js';
import { line, sameParagraphs } from '../writing/written.js';
import { textWith, withWords } from './changes.js';

/** An amendment while it is typed: the text as it should read, and the one that it was written on. */
export interface Suggested {
  readonly reason: string;
  readonly paragraphs: readonly WrittenParagraph[];
  readonly base: readonly Paragraph[];
  /** Which version the base is: of the proposal, or of the amendment that is amended. */
  readonly writtenOn: number;
  /** What its author has to settle before it can be saved. */
  readonly left: readonly Conflict[];
}

/** What stands there to be amended. */
export type Base = Pick<Suggested, 'base' | 'writtenOn'>;

/** The text of the proposal in the language in which it was written, or that as another amendment would have it. */
export function baseOf(proposal: ProposalView, parent: AmendmentView | null): Base {
  const text = sourceText(proposal);
  if (parent) return { base: textWith(text, parent.changes) ?? text, writtenOn: parent.version };
  return { base: text, writtenOn: lastVersion(proposal) };
}

export const sourceText = ({ texts, lang }: Pick<ProposalView, 'texts' | 'lang'>): readonly Paragraph[] =>
  texts.find((text) => text.lang === lang)?.paragraphs ?? [];

export const lastVersion = ({ versions }: Pick<ProposalView, 'versions'>): number =>
  versions.at(-1)?.number ?? 0;

export const begun = (on: Base): Suggested => ({ ...on, reason: '', paragraphs: on.base, left: [] });

export const sameText = (one: readonly WrittenParagraph[], other: readonly WrittenParagraph[]): boolean =>
  sameParagraphs(one, other);

export const isSameSuggestion = (one: Suggested, other: Suggested): boolean =>
  line(one.reason) === line(other.reason) &&
  one.left.length === other.left.length &&
  sameText(one.paragraphs, other.paragraphs);

const LEAST_REASON = 3;
const reasonIsEnough = (reason: string): boolean =>
  line(reason).length >= LEAST_REASON && reason.length <= AMENDMENT_LIMITS.reason;

/** Whether there is something to send: a reason, a change, and nothing that waits to be settled. */
export const isEnough = ({ reason, paragraphs, base, left }: Suggested): boolean =>
  reasonIsEnough(reason) && left.length === 0 && !sameText(paragraphs, base);

/** How many paragraphs read otherwise, were put in, taken out or moved. */
export const changedCount = ({ base, paragraphs }: Pick<Suggested, 'base' | 'paragraphs'>): number =>
  rowsOf(base, withWords(paragraphs)).filter(({ change }) => change !== 'same' && change !== 'left').length;

export const wireOf = ({ reason, paragraphs }: Suggested) => ({
  reason: reason.trim(),
  paragraphs: forWire(paragraphs),
});
