import { canonicalJson } from '../../kernel/canonical-json.js';
import { sha256 } from '../../kernel/hash-chain.js';
import type { Act } from './signatures.contract.js';

export interface Reservation {
  /** The clause's anchor, `c1`, `c2` …: its place in the text that the hash is of. */
  readonly clause: string;
  readonly lang: string;
  readonly text: string;
}

/** What a head of delegation puts the city's name to. */
export interface Statement {
  /** SHA-256 of the text in its three languages (`adoption/text-hash.ts`). */
  readonly textHash: string;
  /** The city's id in the release. */
  readonly city: string;
  readonly act: Act;
  /** In the order of the clauses; none unless the act is `reserved`. */
  readonly reservations: readonly Reservation[];
  /** ISO 8601, UTC: when it was laid before who confirmed it. */
  readonly at: string;
}

export const STATEMENT_FORMAT = 'nidaa-signature/1';

/** SHA-256 over the statement in canonical JSON (RFC 8785), in hex: what a passkey signs, and a mailed code confirms. */
export function statementHash({ textHash, city, act, reservations, at }: Statement): string {
  return sha256(
    canonicalJson({
      format: STATEMENT_FORMAT,
      ...{ textHash, city, act, at },
      reservations: reservations.map(({ clause, lang, text }) => ({ clause, lang, text })),
    }),
  );
}
