import { canonicalJson, type Json } from '../../kernel/canonical-json.js';

/** Canonical JSON and a line feed, UTF-8. */
export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${canonicalJson(value as Json)}\n`);
}
