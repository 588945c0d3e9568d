import type {
  PasskeyAnswer,
  PasskeyCreation,
  PasskeyMade,
  PasskeyRequest,
} from '../../../src/identity/passkeys/passkeys.contract.js';
import { ApiError } from './api-error.js';

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = (): boolean => typeof globalThis.PublicKeyCredential === 'function';

/** Has the device make a key. Throws an `ApiError` with `client.passkey` where it does not, or nobody confirms. */
export async function makePasskey({
  challenge,
  host,
  handle,
  name,
  algorithms,
  known,
  timeoutMs,
}: PasskeyCreation): Promise<PasskeyMade> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { id, response } = await orNone(
    startRegistration({
      optionsJSON: {
        challenge,
        timeout: timeoutMs,
        rp: { id: host, name: 'Nidaa' },
        user: { id: handle, name, displayName: name },
        pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: known.map(named),
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        attestation: 'none',
      },
    }),
  );
  const { clientDataJSON, attestationObject } = response;
  return { credential: id, clientDataJSON, attestationObject };
}

/** Has a key answer. Throws like `makePasskey`. */
export async function askPasskey({
  challenge,
  host,
  allowed,
  timeoutMs,
}: PasskeyRequest): Promise<PasskeyAnswer> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { id, response } = await orNone(
    startAuthentication({
      optionsJSON: {
        challenge,
        timeout: timeoutMs,
        rpId: host,
        allowCredentials: allowed.map(named),
        userVerification: 'required',
      },
    }),
  );
  const { clientDataJSON, authenticatorData, signature } = response;
  return { credential: id, clientDataJSON, authenticatorData, signature };
}

const named = (id: string) => ({ id, type: 'public-key' as const });

/** Browsers give the same answer for "no", "too late" and "no such key", so that pages learn nothing of the device. */
async function orNone<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch {
    throw new ApiError('client.passkey', 400);
  }
}
