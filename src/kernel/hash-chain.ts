import { canonicalJson, type Json } from './canonical-json.js';
import { sha256 } from './crypto.js';

export { sha256 };

/** What the first link of every chain rests on: 32 zero bytes in hex. */
export const GENESIS = '0'.repeat(64);

/** The hash of a link: SHA-256 over the hash before it, a line feed, and the entry in canonical JSON. */
export function link(previous: string, entry: Json): string {
  return sha256(`${previous}\n${canonicalJson(entry)}`);
}

/** The hashes of all links in order, the first resting on GENESIS. */
export function chain(entries: readonly Json[]): string[] {
  let previous = GENESIS;
  return entries.map((entry) => {
    previous = link(previous, entry);
    return previous;
  });
}

/** The index of the first link whose stored hash is not the computed one, or -1 if the chain holds. */
export function firstBroken(entries: readonly Json[], hashes: readonly string[]): number {
  const computed = chain(entries);
  const length = Math.max(computed.length, hashes.length);
  for (let i = 0; i < length; i++) if (computed[i] !== hashes[i]) return i;
  return -1;
}
