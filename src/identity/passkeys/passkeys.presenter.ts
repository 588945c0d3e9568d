import { CHALLENGE_MINUTES } from './challenges.service.js';
import type { Passkey } from './passkey.entity.js';
import type { PasskeyCreation, PasskeyRequest, PasskeyView } from './passkeys.contract.js';
import { ALGORITHMS, type RelyingParty } from './relying-party.js';

const TIMEOUT_MS = CHALLENGE_MINUTES * 60_000;

export const presentPasskey = ({ id, name, createdAt, usedAt }: Passkey): PasskeyView => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
  usedAt: usedAt?.toISOString() ?? null,
});

/** The device learns the account's id and name; neither tells more than the account's own page. */
export const presentCreation = (
  party: RelyingParty,
  challenge: string,
  account: { readonly id: string; readonly name: string },
  known: readonly Passkey[],
): PasskeyCreation => ({
  challenge,
  host: party.host,
  handle: Buffer.from(account.id.replaceAll('-', ''), 'hex').toString('base64url'),
  name: account.name,
  algorithms: ALGORITHMS,
  known: known.map(({ credentialId }) => credentialId),
  timeoutMs: TIMEOUT_MS,
});

export const presentRequest = (
  party: RelyingParty,
  challenge: string,
  allowed: readonly Passkey[],
): PasskeyRequest => ({
  challenge,
  host: party.host,
  allowed: allowed.map(({ credentialId }) => credentialId),
  timeoutMs: TIMEOUT_MS,
});
