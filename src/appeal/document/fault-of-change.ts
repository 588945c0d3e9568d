import * as Y from 'yjs';
import { LANGS } from '../../kernel/localized.js';
import {
  ATTRIBUTES,
  attributesOf,
  CLAUSE,
  elementsOf,
  keysOf,
  PARAGRAPH,
} from '../../text/clause-document/clause-nodes.js';
import { DOCUMENT_LIMITS } from './document.contract.js';

export type Fault = 'document.unfit' | 'document.incomplete' | 'document.full';

/**
 * Puts an update into a document and looks at what became of it. Null where all is well; with a fault the document
 * holds what must not be there, and is to be thrown away. Nothing but the document is changed.
 */
export function applyChecked(doc: Y.Doc, update: Uint8Array): Fault | null {
  let done: Y.Transaction | null = null;
  const note = (transaction: Y.Transaction): void => {
    done = transaction;
  };
  doc.on('afterTransaction', note);
  try {
    Y.applyUpdate(doc, update);
  } catch {
    return 'document.unfit';
  } finally {
    doc.off('afterTransaction', note);
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return 'document.incomplete';
  return done === null ? null : faultOfChange(doc, done);
}

/** Only what was changed is looked at, so that a letter costs no reading of the whole text. */
function faultOfChange(doc: Y.Doc, { changed, beforeState }: Y.Transaction): Fault | null {
  const isNew = ({ client, clock }: Y.ID): boolean => clock >= (beforeState.get(client) ?? 0);
  for (const type of changed.keys()) {
    if (type._item?.deleted) continue;
    const fault = faultOf(doc, type as AnyType, isNew);
    if (fault) return fault;
  }
  return null;
}

type IsNew = (id: Y.ID) => boolean;
/** Which events a type tells of is of no matter here. */
// biome-ignore lint/suspicious/noExplicitAny: the library has no type for any of its types
type AnyType = Y.AbstractType<any>;

function faultOf(doc: Y.Doc, type: AnyType, isNew: IsNew): Fault | null {
  if (type instanceof Y.XmlText) return faultOfText(type) ?? faultOfClauseAround(type);
  if (type instanceof Y.XmlElement)
    return type.nodeName === CLAUSE ? faultOfClause(type, isNew) : faultOfParagraph(type);
  const lang = LANGS.find((each) => doc.share.get(each) === type);
  if (!lang || type._map.size > 0) return 'document.unfit';
  if (elementsOf(doc, lang).length > DOCUMENT_LIMITS.clauses) return 'document.full';
  return firstFault(doc.getXmlFragment(lang).toArray(), (child) =>
    isElement(child, CLAUSE) ? (isNew(idOf(child)) ? faultOfClause(child, isNew) : null) : 'document.unfit',
  );
}

function faultOfClause(clause: Y.XmlElement, isNew: IsNew): Fault | null {
  if (!(clause.parent instanceof Y.XmlFragment) || clause.parent instanceof Y.XmlElement)
    return 'document.unfit';
  if (!hasFitAttributes(clause)) return 'document.unfit';
  const children = clause.toArray();
  if (children.length > DOCUMENT_LIMITS.paragraphs) return 'document.full';
  return (
    firstFault(children, (child) =>
      isElement(child, PARAGRAPH) ? (isNew(idOf(child)) ? faultOfParagraph(child) : null) : 'document.unfit',
    ) ?? (lengthOf(clause) > DOCUMENT_LIMITS.textAtOnce ? 'document.full' : null)
  );
}

function faultOfParagraph(paragraph: Y.XmlElement): Fault | null {
  if (!isElement(paragraph.parent, CLAUSE) || paragraph._map.size > 0) return 'document.unfit';
  return (
    firstFault(paragraph.toArray(), (child) =>
      child instanceof Y.XmlText ? faultOfText(child) : 'document.unfit',
    ) ?? faultOfClauseAround(paragraph)
  );
}

/** Words and nothing else: no marks, nothing set in. */
function faultOfText(text: Y.XmlText): Fault | null {
  if (!isElement(text.parent, PARAGRAPH) || text._map.size > 0) return 'document.unfit';
  for (let item = text._start; item !== null; item = item.right)
    if (!item.deleted && !(item.content instanceof Y.ContentString)) return 'document.unfit';
  return null;
}

function faultOfClauseAround(type: AnyType): Fault | null {
  for (let up: AnyType | null = type; up !== null; up = up.parent as typeof up)
    if (isElement(up, CLAUSE)) return lengthOf(up) > DOCUMENT_LIMITS.textAtOnce ? 'document.full' : null;
  return 'document.unfit';
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const FITS: Readonly<Record<(typeof ATTRIBUTES)[number], (value: string) => boolean>> = {
  id: (value) => UUID.test(value),
  kind: (value) => value === 'preambular' || value === 'operative',
  topic: (value) => value === '' || UUID.test(value),
  lang: (value) => /^[a-z]{2,3}$/.test(value),
  editorial: (value) => value.length <= DOCUMENT_LIMITS.editorial,
  sources: (value) =>
    value.length <= 37 * DOCUMENT_LIMITS.sources && keysOf({ sources: value }).every((key) => UUID.test(key)),
};

function hasFitAttributes(clause: Y.XmlElement): boolean {
  const attributes = attributesOf(clause);
  return (
    Object.keys(clause.getAttributes()).every((name) => name in FITS) &&
    ATTRIBUTES.every((name) => FITS[name](attributes[name]))
  );
}

function lengthOf(clause: Y.XmlElement): number {
  return clause
    .toArray()
    .flatMap((paragraph) => (paragraph instanceof Y.XmlElement ? paragraph.toArray() : []))
    .reduce((sum, text) => sum + (text instanceof Y.XmlText ? text.length : 0), 0);
}

const isElement = (value: unknown, name: string): value is Y.XmlElement =>
  value instanceof Y.XmlElement && value.nodeName === name;

const idOf = ({ _item }: Y.XmlElement): Y.ID => (_item as Y.Item).id;

function firstFault<T>(values: readonly T[], look: (value: T) => Fault | null): Fault | null {
  for (const value of values) {
    const fault = look(value);
    if (fault) return fault;
  }
  return null;
}
