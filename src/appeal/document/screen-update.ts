import * as Y from 'yjs';
import { LANGS } from '../../kernel/localized.js';
import { ATTRIBUTES, CLAUSE, PARAGRAPH } from '../../text/clause-document/clause-nodes.js';

/**
 * Looks at an update by itself, before anything is done with it: whether it holds nothing but clauses, paragraphs,
 * words and the attributes of clauses. Pure. Answers the devices whose work it is (Yjs client ids), or null for what
 * does not fit. Where its parts end up is only known with the document: `faultOfChange` looks at that.
 */
export function screenUpdate(update: Uint8Array): readonly number[] | null {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return null;
  }
  const clients = new Set<number>();
  for (const struct of decoded.structs) {
    if (struct instanceof Y.Skip || !Number.isSafeInteger(struct.id.clock + struct.length)) return null;
    if (struct instanceof Y.Item && !isFit(struct)) return null;
    clients.add(struct.id.client);
  }
  return [...clients];
}

const ROOTS: readonly unknown[] = LANGS;
const NAMES: readonly string[] = [CLAUSE, PARAGRAPH];

function isFit({ parent, parentSub, content }: Y.Item): boolean {
  // Before it is put in its place, a parent at the top is known by its name.
  if (typeof parent === 'string' && !ROOTS.includes(parent)) return false;
  if (content instanceof Y.ContentDeleted) return true;
  if (parentSub !== null) return isAttribute(parentSub, content);
  if (content instanceof Y.ContentString) return true;
  if (!(content instanceof Y.ContentType)) return false;
  const { type } = content;
  if (type instanceof Y.XmlText) return true;
  return type instanceof Y.XmlElement && NAMES.includes(type.nodeName);
}

function isAttribute(name: string, content: Y.Item['content']): boolean {
  return (
    (ATTRIBUTES as readonly string[]).includes(name) &&
    content instanceof Y.ContentAny &&
    content.getContent().every((value) => typeof value === 'string')
  );
}
