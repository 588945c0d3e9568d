import * as Y from 'yjs';
import { LANGS } from '../../kernel/localized.js';
import { DOCUMENT_LIMITS } from './document.contract.js';

const ROOTS: readonly (string | null)[] = LANGS;

/**
 * Whether a value is a place in a text of clauses: the bytes of a Yjs relative position, which names a letter, a clause
 * or a paragraph by its id, or a language. Whether that is there is known by who has the text. Pure.
 */
export function isPlaceInText(value: unknown): value is Uint8Array {
  if (!isBytes(value) || value.byteLength > DOCUMENT_LIMITS.place) return false;
  try {
    const { item, type, tname } = Y.decodeRelativePosition(value);
    const id = item ?? type;
    return id ? Number.isSafeInteger(id.client) && Number.isSafeInteger(id.clock) : ROOTS.includes(tname);
  } catch {
    return false;
  }
}

const isBytes = (value: unknown): value is Uint8Array =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);
