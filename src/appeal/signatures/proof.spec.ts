import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { PublicJwk } from '../../kernel/public-jwk.js';
import { type PasskeyProof, proofHolds } from './proof.js';
import { type Statement, statementHash } from './statement.js';

const STATEMENT: Statement = {
  textHash: 'b92b5e92b83ba3cf3d2764a6f40ca853eb6d531e8fecdfdc236b0bb91417adc3',
  city: '01976b1e-7c00-7a3b-9d52-4f1e8a6c2b90',
  act: 'reserved',
  reservations: [{ clause: 'c2', lang: 'fr', text: 'Sous réserve de nos lois.' }],
  at: '2014-06-14T16:00:00.000Z',
};
const HASH = statementHash(STATEMENT);

const url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');

/** What a device answers (Web Authentication, 6.1 and 6.3.3), with `over` in the place of what is right. */
function proof(
  {
    key = 'ec' as 'ec' | 'ed25519' | 'rsa',
    type = 'webauthn.get',
    challenge = Buffer.from(HASH, 'hex') as Uint8Array,
    flags = 0x05,
  } = {},
  over: Partial<PasskeyProof> = {},
): PasskeyProof {
  const pair: { privateKey: KeyObject; publicKey: KeyObject } =
    key === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : key === 'rsa'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : generateKeyPairSync('ed25519');
  const clientData = JSON.stringify({ type, challenge: url(challenge), origin: 'https://nidaa.example' });
  const data = Buffer.concat([
    createHash('sha256').update('nidaa.example').digest(),
    Buffer.from([flags, 0, 0, 0, 7]),
  ]);
  const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()]);
  return {
    key: pair.publicKey.export({ format: 'jwk' }) as PublicJwk,
    clientDataJSON: url(clientData),
    authenticatorData: url(data),
    signature: url(sign(key === 'ed25519' ? null : 'sha256', signed, pair.privateKey)),
    ...over,
  };
}

/** The same bytes but for one bit of the byte at `at`. */
function flipped(text: string, at: number): string {
  const bytes = Buffer.from(text, 'base64url');
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return url(bytes);
}

describe('the proof of a device', () => {
  it.each(['ec', 'ed25519', 'rsa'] as const)('holds with a key of kind %s', (key) => {
    expect(proofHolds(proof({ key }), HASH)).toBe(true);
  });

  const other: Record<keyof Statement, Partial<Statement>> = {
    textHash: { textHash: STATEMENT.textHash.replace('b', 'c') },
    city: { city: '01976b1e-7c00-7d11-8e07-c3a95b20f46d' },
    act: { act: 'signed' },
    reservations: { reservations: [{ clause: 'c3', lang: 'fr', text: 'Sous réserve de nos lois.' }] },
    at: { at: '2014-06-14T16:00:00.001Z' },
  };
  it.each(Object.keys(other))('does not hold for another statement: %s', (part) => {
    const hash = statementHash({ ...STATEMENT, ...other[part as keyof Statement] });
    expect(hash).not.toBe(HASH);
    expect(proofHolds(proof(), hash)).toBe(false);
  });

  it('does not hold for something else than an answer, nor of a device that saw nobody, or did not look', () => {
    expect(proofHolds(proof({ type: 'webauthn.create' }), HASH)).toBe(false);
    for (const flags of [0x00, 0x01, 0x04]) expect(proofHolds(proof({ flags }), HASH)).toBe(false);
  });

  it.each([
    ['clientDataJSON', 95],
    ['authenticatorData', 3],
    ['authenticatorData', 36],
    ['signature', 20],
  ] as const)('does not hold with a bit of %s turned at %d', (part, at) => {
    const right = proof();
    expect(proofHolds({ ...right, [part]: flipped(right[part], at) }, HASH)).toBe(false);
  });

  it('does not hold with another key', () => {
    expect(proofHolds({ ...proof(), key: proof().key }, HASH)).toBe(false);
    expect(proofHolds({ ...proof(), key: proof({ key: 'rsa' }).key }, HASH)).toBe(false);
  });

  it('is none where the data are cut off or no JSON: told by false or by a throw, never by true', () => {
    const outcome = (over: Partial<PasskeyProof>): boolean => {
      try {
        return proofHolds({ ...proof(), ...over }, HASH);
      } catch {
        return false;
      }
    };
    for (const over of [
      { clientDataJSON: url('[]') },
      { clientDataJSON: url('null') },
      { clientDataJSON: '%' },
      { authenticatorData: 'AAEC' },
      { signature: '' },
    ])
      expect(outcome(over)).toBe(false);
  });
});

it('a statement’s hash is the same on every machine and in every version, whatever stands beside its fields', () => {
  expect(HASH).toBe('08eef8d4f90d4681ccb3c08a20fdbf215ca8f4fb10f4d49ad9fecd3c7c61049b');
  const [reservation] = STATEMENT.reservations;
  const more = { ...STATEMENT, beside: 1, reservations: [{ ...reservation, beside: 1 }] };
  expect(statementHash(more as unknown as Statement)).toBe(HASH);
});
