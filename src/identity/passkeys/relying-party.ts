import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { cose, decodeCredentialPublicKey } from '@simplewebauthn/server/helpers';
import { refuse } from '../../kernel/errors.js';
import type { PublicJwk } from '../../kernel/public-jwk.js';
import { PASSKEY_ERRORS, type PasskeyAnswer, type PasskeyMade } from './passkeys.contract.js';

/** EdDSA, ES256 and RS256 (COSE algorithms): what phones, laptops and keys know. */
export const ALGORITHMS = [-8, -7, -257];

/** Whom a device makes its keys for: the host of the public address, under exactly that address. */
export interface RelyingParty {
  readonly host: string;
  readonly origin: string;
}

export function relyingParty(publicUrl: string): RelyingParty {
  const { hostname, origin } = new URL(publicUrl);
  return { host: hostname, origin };
}

/** The challenge that a device says it answers. Throws `passkey.refused` where it does not say. */
export function challengeIn({ clientDataJSON }: Pick<PasskeyAnswer, 'clientDataJSON'>): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString());
    if (typeof challenge === 'string') return challenge;
  } catch {
    // Refused below, as everything that is not an answer.
  }
  throw refuse(PASSKEY_ERRORS, 'passkey.refused');
}

/** A new key for `challenge`: its COSE bytes and the count that it begins from. Throws `passkey.refused`. */
export async function checkMade(
  { credential: id, ...response }: PasskeyMade,
  challenge: string,
  party: RelyingParty,
): Promise<{ readonly publicKey: Buffer; readonly counter: number }> {
  const { registrationInfo } = await orRefused(
    verifyRegistrationResponse({
      response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.host,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  const credential = registrationInfo?.credential;
  if (credential?.id !== id) throw refuse(PASSKEY_ERRORS, 'passkey.refused');
  return { publicKey: Buffer.from(credential.publicKey), counter: credential.counter };
}

/** Checks a key's answer to `challenge`; answers its new count of uses. Throws `passkey.refused`. */
export async function checkAnswer(
  { credential: id, ...response }: PasskeyAnswer,
  challenge: string,
  key: { readonly publicKey: Buffer; readonly counter: number },
  party: RelyingParty,
): Promise<number> {
  const { verified, authenticationInfo } = await orRefused(
    verifyAuthenticationResponse({
      response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.host,
      credential: { id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
    }),
  );
  if (!verified) throw refuse(PASSKEY_ERRORS, 'passkey.refused');
  return authenticationInfo.newCounter;
}

/** A key of a device (COSE, RFC 9052) for those who check its answers elsewhere. */
export function jwkOf(publicKey: Buffer): PublicJwk {
  const key = decodeCredentialPublicKey(new Uint8Array(publicKey));
  const { x, y, n, e } = cose.COSEKEYS;
  const text = (of: number): string => {
    const bytes = (key as Map<number, unknown>).get(of);
    return Buffer.from(bytes as Uint8Array).toString('base64url');
  };
  if (cose.isCOSEPublicKeyEC2(key)) return { kty: 'EC', crv: 'P-256', x: text(x), y: text(y) };
  if (cose.isCOSEPublicKeyOKP(key)) return { kty: 'OKP', crv: 'Ed25519', x: text(x) };
  return { kty: 'RSA', n: text(n), e: text(e) };
}

/** The library tells every fault, and whatever a hostile answer made it stumble over, by throwing. */
async function orRefused<T>(check: Promise<T>): Promise<T> {
  try {
    return await check;
  } catch {
    throw refuse(PASSKEY_ERRORS, 'passkey.refused');
  }
}
