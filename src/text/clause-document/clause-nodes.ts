import * as Y from 'yjs';
import { LANGS, type Lang } from '../../kernel/localized.js';

/**
 * The text that people write together: one Y.Doc (Yjs 13) with a fragment for each language. Each holds all clauses
 * in their order as `<clause id kind topic lang editorial sources><paragraph>words</paragraph>…</clause>`; a paragraph
 * is a line of plain text. The same clause has the same id and attributes in each language.
 */
export const CLAUSE = 'clause';
export const PARAGRAPH = 'paragraph';
/** Keep what no editor may write: the words that sources quote, by their key, and what else is known of a clause, by its id. */
export const SOURCES = 'sources';
export const FACTS = 'facts';

/** What stands on a clause's node; all are strings, empty where there is nothing. */
export interface ClauseAttributes {
  readonly id: string;
  readonly kind: 'preambular' | 'operative';
  /** Id of the topic. */
  readonly topic: string;
  /** The language the clause was written in. */
  readonly lang: string;
  /** Why it stands without source. */
  readonly editorial: string;
  /** Keys of its sources, in their order, parted by spaces. */
  readonly sources: string;
}

export const ATTRIBUTES = [
  'id',
  'kind',
  'topic',
  'lang',
  'editorial',
  'sources',
] as const satisfies readonly (keyof ClauseAttributes)[];

/** A clause as one language's fragment has it. */
export interface ClauseNode extends ClauseAttributes {
  readonly text: string;
}

export type ClauseTexts = Readonly<Partial<Record<Lang, string>>>;

export const fragmentOf = (doc: Y.Doc, lang: Lang): Y.XmlFragment => doc.getXmlFragment(lang);

/** Opens all that a document has, so that none of its parts is without its type. */
export function openParts(doc: Y.Doc): Y.Doc {
  for (const lang of LANGS) doc.getXmlFragment(lang);
  doc.getMap(SOURCES);
  doc.getMap(FACTS);
  return doc;
}

export function elementsOf(doc: Y.Doc, lang: Lang): Y.XmlElement[] {
  return fragmentOf(doc, lang)
    .toArray()
    .filter((each): each is Y.XmlElement => each instanceof Y.XmlElement && each.nodeName === CLAUSE);
}

/** The first one of this id, as everything that reads takes it. */
export function elementOf(doc: Y.Doc, lang: Lang, id: string): Y.XmlElement | undefined {
  return elementsOf(doc, lang).find((each) => each.getAttribute('id') === id);
}

export function attributesOf(element: Y.XmlElement): ClauseAttributes {
  const value = (name: string): string => {
    const found: unknown = element.getAttribute(name);
    return typeof found === 'string' ? found : '';
  };
  return {
    id: value('id'),
    kind: value('kind') === 'preambular' ? 'preambular' : 'operative',
    topic: value('topic'),
    lang: value('lang'),
    editorial: value('editorial'),
    sources: value('sources'),
  };
}

export const keysOf = ({ sources }: Pick<ClauseAttributes, 'sources'>): string[] =>
  sources.split(' ').filter(Boolean);

/** Both lists without a key twice: what a clause rests on that two were joined to. */
export const united = (first: string, second: string): string =>
  [...new Set([...first.split(' '), ...second.split(' ')])].filter(Boolean).join(' ');

export const linesOf = (element: Y.XmlElement): string[] =>
  element.toArray().flatMap((each) => (each instanceof Y.XmlElement ? [lineOf(each)] : []));

/** Two texts in a row are one: those who type at the same empty place each begin one. */
const lineOf = (paragraph: Y.XmlElement): string =>
  paragraph
    .toArray()
    .map((each) => (each instanceof Y.XmlText ? Y.Text.prototype.toString.call(each) : ''))
    .join('');

export function nodesOf(doc: Y.Doc, lang: Lang): ClauseNode[] {
  return elementsOf(doc, lang).map((element) => ({
    ...attributesOf(element),
    text: linesOf(element).join('\n'),
  }));
}

export function newElement(attributes: ClauseAttributes, text: string): Y.XmlElement {
  const element = new Y.XmlElement(CLAUSE);
  for (const name of ATTRIBUTES) element.setAttribute(name, attributes[name]);
  if (text) element.insert(0, text.split('\n').map(newParagraph));
  return element;
}

export function newParagraph(line: string): Y.XmlElement {
  const paragraph = new Y.XmlElement(PARAGRAPH);
  if (line) paragraph.insert(0, [new Y.XmlText(line)]);
  return paragraph;
}
