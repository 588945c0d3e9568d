import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import * as machine from './crypto.js';
import { fromHex, toHex } from './hex.js';
import * as plain from './plain-crypto.js';
import { sha512 } from './plain-sha.js';
import type { PublicJwk } from './public-jwk.js';
import { publicKeyOf, signingKey } from './signing.js';

const bytes = fc.uint8Array({ maxLength: 600 });

describe('cryptography in plain arithmetic', () => {
  it('hashes as the machine does, whatever the length', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 5_000]) {
      const data = Uint8Array.from({ length }, (_, i) => (i * 7) & 255);
      expect(plain.sha256(data)).toBe(machine.sha256(data));
      expect(toHex(sha512(data))).toBe(createHash('sha512').update(data).digest('hex'));
    }
    fc.assert(fc.property(bytes, (data) => plain.sha256(data) === machine.sha256(data)));
    fc.assert(
      fc.property(bytes, (data) => toHex(sha512(data)) === createHash('sha512').update(data).digest('hex')),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => plain.sha256(text) === machine.sha256(text)),
    );
  });

  it('accepts the signature of RFC 8032, 7.1, test 3', () => {
    const key = fromHex('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025');
    const signature = fromHex(
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac' +
        '18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    );
    expect(plain.ed25519Holds(fromHex('af82'), key, signature)).toBe(true);
    expect(plain.ed25519Holds(fromHex('af83'), key, signature)).toBe(false);
  });

  it('accepts what was signed, and refuses it with any bit of key, signature or message flipped', () => {
    const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(seed, bytes, fc.nat(), fc.nat(7), (secret, message, at, bit) => {
        const key = signingKey(secret);
        const parts = [
          message,
          fromHex(publicKeyOf(key)),
          Uint8Array.from(sign(null, message, key)),
        ] as const;
        expect(plain.ed25519Holds(...parts)).toBe(true);
        for (const part of parts.filter(({ byteLength }) => byteLength > 0)) {
          const i = at % part.byteLength;
          part[i] = (part[i] as number) ^ (1 << bit);
          expect(plain.ed25519Holds(...parts)).toBe(false);
          expect(machine.ed25519Holds(...parts)).toBe(false);
          part[i] = (part[i] as number) ^ (1 << bit);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('refuses a signature whose scalar is not the least one, and what is no point of the curve', () => {
    const key = signingKey(new Uint8Array(32).fill(5));
    const signature = Uint8Array.from(sign(null, fromHex('00'), key));
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const s = BigInt(`0x${toHex(signature.slice(32).reverse())}`) + order;
    signature.set(fromHex(s.toString(16).padStart(64, '0')).reverse(), 32);
    expect(plain.ed25519Holds(fromHex('00'), fromHex(publicKeyOf(key)), signature)).toBe(false);
    expect(plain.ed25519Holds(fromHex('00'), new Uint8Array(32).fill(255), signature)).toBe(false);
    expect(plain.ed25519Holds(fromHex('00'), fromHex(`02${'00'.repeat(31)}`), signature)).toBe(false);
  });

  const devices = {
    'ECDSA on P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    Ed25519: generateKeyPairSync('ed25519'),
    RSA: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  };
  it.each(Object.entries(devices))(
    'agrees with the machine on what devices sign: %s',
    (name, { publicKey, privateKey }) => {
      const { kty, crv, x, y, n, e } = publicKey.export({ format: 'jwk' });
      const key = JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })) as PublicJwk;
      const algorithm = name === 'Ed25519' ? null : 'sha256';
      const at = fc.nat({ max: 10_000 });
      fc.assert(
        fc.property(bytes, at, fc.boolean(), (data, place, spoil) => {
          const signature = Uint8Array.from(sign(algorithm, data, privateKey));
          const spoilt = place % signature.byteLength;
          if (spoil) signature[spoilt] = (signature[spoilt] as number) ^ 1;
          expect(plain.jwkHolds(data, key, signature)).toBe(!spoil);
          expect(machine.jwkHolds(data, key, signature)).toBe(!spoil);
          const other = Uint8Array.from([...data, 1]);
          expect(plain.jwkHolds(other, key, signature)).toBe(false);
        }),
        { numRuns: 25 },
      );
      for (const junk of [new Uint8Array(), new Uint8Array(64), new Uint8Array(256)])
        for (const { jwkHolds } of [plain, machine]) expect(jwkHolds(junk, key, junk)).toBe(false);
    },
  );
});
