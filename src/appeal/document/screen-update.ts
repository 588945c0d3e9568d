import * as Y from 'yjs';
import { LANGS } from '../../kernel/localized.js';
import { ATTRIBUTES, CLAUSE, PARAGRAPH } from '../../text/clause-document/clause-nodes.js';

/**
 * Looks at an update by itself, before anything is done with it: whether it holds nothing but clauses, paragraphs,
 * words and the attributes of clauses. Pure. Answers the devices whose work it is (Yjs client ids) and up to where, or
 * null for what does not fit. Where its parts end up is only known with the document: `faultOfChange` looks at that.
 */
export function screenUpdate(update: Uint8Array): ReadonlyMap<number, number> | null {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return null;
  }
  const ends = new Map<number, number>();
  for (const struct of decoded.structs) {
    const { client, clock } = struct.id;
    const end = clock + struct.length;
    if (struct instanceof Y.Skip || !Number.isSafeInteger(end)) return null;
    if (struct instanceof Y.Item && !isFit(struct)) return null;
    ends.set(client, Math.max(end, ends.get(client) ?? 0));
  }
  return ends;
}

const ROOTS: readonly unknown[] = LANGS;
const NAMES: readonly string[] = [CLAUSE, PARAGRAPH];

function isFit({ parent, parentSub, content }: Y.Item): boolean {
  // Before it is put in its place, a parent at the top is known by its name.
  if (typeof parent === 'string' && !ROOTS.includes(parent)) return false;
  if (content instanceof Y.ContentDeleted) return true;
  // Of a value that takes the place of another not even the name is told here.
  if (parentSub !== null && !(ATTRIBUTES as readonly string[]).includes(parentSub)) return false;
  if (content instanceof Y.ContentAny)
    return content.getContent().every((value) => typeof value === 'string');
  if (parentSub !== null) return false;
  if (content instanceof Y.ContentString) return true;
  if (!(content instanceof Y.ContentType)) return false;
  const { type } = content;
  if (type instanceof Y.XmlText) return true;
  return type instanceof Y.XmlElement && NAMES.includes(type.nodeName);
}
