import type { PasskeyAnswer, PasskeyRequest } from '../../identity/passkeys/passkeys.contract.js';
import type { Lang, Localized } from '../../kernel/localized.js';

/** What a city does with an adopted appeal. A reservation is a signature except for the clauses that it names. */
export const ACTS = ['signed', 'reserved', 'abstained'] as const;
export type Act = (typeof ACTS)[number];

/** How a head of delegation confirms: with a device's key, or a code that was mailed for this and nothing else. */
export const CONFIRMATIONS = ['passkey', 'code'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

export const SIGNATURE_LIMITS = { reservation: 2_000, reservations: 50 } as const;

export const SIGNATURE_ERRORS = {
  /** A reservation names a clause; signing and abstaining name none. */
  'signature.reservations': 'invalid',
  /** The wrong code or device, or a confirmation of something else, or too late, or a second time. */
  'signature.refused': 'conflict',
} as const;

/** Who has signed an adopted text, and who has not yet. */
export interface SignaturesView {
  readonly textHash: string;
  /** Every delegation's city in the order of its name in English, whether it has signed or not. */
  readonly cities: readonly CitySignature[];
  /** The reader's own city, for its head of delegation while it can be signed; else null. */
  readonly own: { readonly cityId: string; readonly passkeys: number; readonly email: string | null } | null;
}

export interface CitySignature {
  readonly cityId: string;
  readonly cityName: Localized;
  /** ISO 3166-1 alpha-2; null where it is not known. */
  readonly country: string | null;
  readonly act: Act | null;
  readonly reservations: readonly ReservationView[];
  /** Who signed, where that person agreed to be named. */
  readonly signer: string | null;
  readonly confirmedBy: Confirmation | null;
  readonly signedAt: string | null;
}

export interface ReservationView {
  readonly clauseId: string;
  readonly lang: Lang;
  readonly text: string;
}

/** What is to be confirmed; the same is sent again with the confirmation. */
export interface PrepareSignature {
  readonly act: Act;
  readonly reservations: readonly ReservationView[];
  readonly by: Confirmation;
}

/** What the confirmation is of, shown to who confirms; and what the device needs, or where the code went. */
export interface PreparedSignature {
  readonly statementHash: string;
  readonly textHash: string;
  readonly at: string;
  readonly request: PasskeyRequest | null;
  readonly mailedTo: string | null;
}

export interface ConfirmSignature extends Omit<PrepareSignature, 'by'> {
  readonly at: string;
  /** The person agrees to stand beside the city by name. */
  readonly named: boolean;
  readonly answer?: PasskeyAnswer;
  readonly code?: string;
}

export const SIGNATURE_EVENTS = {
  'appeal.signed': 'appeal',
  'appeal.signature-withdrawn': 'appeal',
} as const;
