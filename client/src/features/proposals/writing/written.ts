import type { ProposalView, WriteTranslation } from '../../../../../src/proposals/proposals.contract.js';
import { markedText } from '../../../../../src/text/marked-text.js';
import type { WrittenParagraph } from '../../../../../src/text/rich-text.contract.js';
import { wordsOf } from '../../../../../src/text/rich-text.js';

/** A proposal as it is typed in one language. A translation has the ids of what it translates, and no topic. */
export interface Written {
  readonly title: string;
  readonly summary: string;
  readonly paragraphs: readonly WrittenParagraph[];
  readonly topicId: string;
  readonly cityIds: readonly string[];
  /** Of a translation: what is right as it stands. */
  readonly checked: NonNullable<WriteTranslation['checked']>;
}

export const NOTHING: Written = {
  title: '',
  summary: '',
  paragraphs: [],
  topicId: '',
  cityIds: [],
  checked: {},
};

export function writtenIn(proposal: ProposalView, lang: string): Written {
  const text = proposal.texts.find((each) => each.lang === lang);
  const { topicId, cityIds } = proposal;
  const about = lang === proposal.lang ? { topicId: topicId ?? '', cityIds } : {};
  const { title, summary, paragraphs } = text ?? NOTHING;
  return { ...NOTHING, title, summary, paragraphs, ...about };
}

/** Whether both say the same, however white space and marks were typed. */
export function isSame(one: Written, other: Written): boolean {
  return (
    line(one.title) === line(other.title) &&
    line(one.summary) === line(other.summary) &&
    one.topicId === other.topicId &&
    one.cityIds.toSorted().join() === other.cityIds.toSorted().join() &&
    sameParts(one.checked, other.checked) &&
    sameParagraphs(one.paragraphs, other.paragraphs)
  );
}

export const isEnough = ({ title, paragraphs }: Written): boolean =>
  line(title) !== '' && paragraphs.some(hasWords);

export const line = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

const sameParts = (one: Written['checked'], other: Written['checked']): boolean =>
  Boolean(one.head) === Boolean(other.head) &&
  (one.paragraphs ?? []).join() === (other.paragraphs ?? []).join();

const hasWords = ({ html }: WrittenParagraph): boolean => wordsOf(html) !== '';

export function sameParagraphs(one: Written['paragraphs'], other: Written['paragraphs']): boolean {
  if (one === other) return true;
  const [mine, theirs] = [one.filter(hasWords), other.filter(hasWords)];
  return (
    mine.length === theirs.length &&
    mine.every((paragraph, at) => sameParagraph(paragraph, theirs[at] as WrittenParagraph))
  );
}

export const sameParagraph = (one: WrittenParagraph, other: WrittenParagraph): boolean =>
  one === other || wordsMarked(one) === wordsMarked(other);

/** Long texts are compared at every letter; of a paragraph that did not change this is known. */
function wordsMarked(paragraph: WrittenParagraph): string {
  const known = marked.get(paragraph) ?? line(markedText(paragraph));
  marked.set(paragraph, known);
  return known;
}
const marked = new WeakMap<WrittenParagraph, string>();
