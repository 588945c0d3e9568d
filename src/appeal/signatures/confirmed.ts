import type { IDENTITY_ERRORS } from '../../identity/identity.contract.js';
import type { PASSKEY_ERRORS } from '../../identity/passkeys/passkeys.contract.js';
import { DomainError, refuse } from '../../kernel/errors.js';
import { SIGNATURE_ERRORS } from './signatures.contract.js';

/** What would keep somebody from signing in. Who signs an appeal is signed in already, and stays so. */
const UNCONFIRMED: readonly string[] = [
  'passkey.refused' satisfies keyof typeof PASSKEY_ERRORS,
  'sign-in.failed' satisfies keyof typeof IDENTITY_ERRORS,
];

/** Tells these as `signature.refused`. */
export async function confirmed<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError && UNCONFIRMED.includes(error.code))
      throw refuse(SIGNATURE_ERRORS, 'signature.refused');
    throw error;
  }
}
