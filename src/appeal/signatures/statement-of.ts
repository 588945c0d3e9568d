import { refuse } from '../../kernel/errors.js';
import { type ConfirmSignature, SIGNATURE_ERRORS } from './signatures.contract.js';
import type { Reservation, Statement } from './statement.js';

interface Signed {
  /** Of the text that is signed. */
  readonly hash: string;
  readonly cityId: string;
  /** In their order. */
  readonly clauses: readonly { readonly id: string }[];
}

/**
 * What a city says of a text, its reservations in the order of the clauses. Throws `signature.reservations` for those on
 * no clause of it, twice on one, beside an act that has none, and where the act is to have some.
 */
export function statementOf(
  { hash, cityId, clauses }: Signed,
  { act, reservations, at }: Pick<ConfirmSignature, 'act' | 'reservations' | 'at'>,
): Statement {
  const places = new Map(clauses.map(({ id }, place) => [id, place]));
  const placed = reservations
    .map(({ clauseId, lang, text }) => ({ place: places.get(clauseId) ?? -1, lang, text }))
    .sort((a, b) => a.place - b.place);
  const distinct = new Set(placed.map(({ place }) => place)).size === placed.length;
  if ((act === 'reserved') !== placed.length > 0 || !distinct || placed[0]?.place === -1)
    throw refuse(SIGNATURE_ERRORS, 'signature.reservations');
  const named: Reservation[] = placed.map(({ place, lang, text }) => ({
    clause: `c${place + 1}`,
    lang,
    text,
  }));
  return { textHash: hash, city: cityId, act, reservations: named, at };
}
