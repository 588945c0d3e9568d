import type { Act, ReservationView } from '../../../../../src/appeal/signatures/signatures.contract.js';
import type { Lang } from '../../../i18n/locale.js';
import { useDraft } from '../../../lib/drafts.js';

/** What a head of delegation has chosen and typed so far; the browser keeps it until the city has signed. */
export interface SignDraft {
  readonly act: Act | null;
  readonly reservations: readonly ReservationView[];
  readonly named: boolean;
  /** What a code was mailed for, and to where. Nothing of the statement changes while it is waited for. */
  readonly mailed: { readonly at: string; readonly to: string } | null;
  readonly code: string;
}

const UNTOUCHED: SignDraft = { act: null, reservations: [], named: false, mailed: null, code: '' };

export const useSignDraft = (appealId: string) => useDraft<SignDraft>(`appeal.sign.${appealId}`, UNTOUCHED);

export const emptyReservation = (lang: Lang): ReservationView => ({ clauseId: '', lang, text: '' });

/** The statement as it is sent; null while something of it is missing. */
export function statementOf({ act, reservations }: SignDraft) {
  if (act === null) return null;
  if (act !== 'reserved') return { act, reservations: [] };
  const written = reservations.map((each) => ({ ...each, text: each.text.trim() }));
  const whole = written.every(({ clauseId, text }) => clauseId && text);
  return whole && written.length > 0 ? { act, reservations: written } : null;
}
