import { p256 } from '@noble/curves/nist.js';
import { fromHex, toHex } from './hex.js';
import { sha256, sha512 } from './plain-sha.js';
import { fromBase64Url, type PublicJwk } from './public-jwk.js';

export { sha256 };

/**
 * Ed25519 (RFC 8032) in plain arithmetic, for a reader's browser: not every one has it, and none has it on a page
 * that did not come over TLS. It only checks signatures, so that nothing secret can leak by the time it takes.
 */

const P = 2n ** 255n - 19n;
/** The order of the base point. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

const mod = (a: bigint): bigint => ((a % P) + P) % P;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let [b, e] = [mod(base), exponent]; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * b) % P;
    b = (b * b) % P;
  }
  return result;
}

const inverse = (a: bigint): bigint => power(a, P - 2n);
const D = mod(-121665n * inverse(121666n));
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);

/** A point of the curve in extended coordinates: x = X/Z, y = Y/Z, XY = ZT. */
type Point = readonly [X: bigint, Y: bigint, Z: bigint, T: bigint];
const ZERO: Point = [0n, 1n, 1n, 0n];

function plus([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point {
  const a = ((y1 - x1) * (y2 - x2)) % P;
  const b = ((y1 + x1) * (y2 + x2)) % P;
  const c = (2n * t1 * t2 * D) % P;
  const d = (2n * z1 * z2) % P;
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

function times(point: Point, scalar: bigint): Point {
  let sum = ZERO;
  for (let [add, n] = [point, scalar]; n > 0n; n >>= 1n) {
    if (n & 1n) sum = plus(sum, add);
    add = plus(add, add);
  }
  return sum;
}

/** x for y, of the wished parity; null where the curve has none (RFC 8032, 5.1.3). */
function xOf(y: bigint, odd: bigint): bigint | null {
  const [u, v] = [mod(y * y - 1n), mod(D * y * y + 1n)];
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n));
  if (mod(v * x * x) === mod(-u)) x = mod(x * ROOT_OF_MINUS_ONE);
  if (mod(v * x * x) !== u || (x === 0n && odd === 1n)) return null;
  return (x & 1n) === odd ? x : P - x;
}

function decoded(bytes: Uint8Array): Point | null {
  const value = number(bytes);
  const y = value & ((1n << 255n) - 1n);
  const x = y < P ? xOf(y, value >> 255n) : null;
  return x === null ? null : [x, y, 1n, mod(x * y)];
}

function encoded([x, y, z]: Point): bigint {
  const i = inverse(z);
  return mod(y * i) | ((mod(x * i) & 1n) << 255n);
}

/** Little-endian. */
const number = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(Uint8Array.from(bytes).reverse())}`);

const BASE = decoded(fromHex(`58${'66'.repeat(31)}`)) as Point;

/** Whether an Ed25519 signature of 64 bytes by a key of 32 holds over these bytes. */
export function ed25519Holds(bytes: Uint8Array, publicKey: Uint8Array, signature: Uint8Array): boolean {
  const [r, s] = [signature.subarray(0, 32), number(signature.subarray(32))];
  const key = decoded(publicKey);
  if (!key || s >= L) return false;
  const hashed = new Uint8Array(64 + bytes.byteLength);
  hashed.set(r);
  hashed.set(publicKey, 32);
  hashed.set(bytes, 64);
  const k = number(sha512(hashed)) % L;
  const [x, y, z, t] = times(key, k);
  return encoded(plus(times(BASE, s), [P - x, y, z, P - t])) === number(r);
}

/** Whether a device's signature holds: as `crypto.ts` says. */
export function jwkHolds(bytes: Uint8Array, key: PublicJwk, signature: Uint8Array): boolean {
  try {
    if (key.kty === 'OKP') return ed25519Holds(bytes, fromBase64Url(key.x), signature);
    if (key.kty === 'RSA') return rsaHolds(bytes, key, signature);
    const point = Uint8Array.of(4, ...coordinate(key.x), ...coordinate(key.y));
    // What devices make need not be of the lower half.
    return p256.verify(signature, bytes, point, { format: 'der', lowS: false });
  } catch {
    return false;
  }
}

function coordinate(text: string): Uint8Array {
  const bytes = fromBase64Url(text);
  if (bytes.byteLength !== 32) throw new Error('not a coordinate');
  return bytes;
}

/** DER before a SHA-256 in a signature of PKCS #1 v1.5 (RFC 8017, 9.2). */
const DIGEST_INFO = '3031300d060960864801650304020105000420';
/** Shorter ones are not safe, longer ones are nobody's. */
const MODULUS_BYTES = { least: 256, most: 1024 };

/** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, 8.2.2): what the signature opens to is compared as a whole. */
function rsaHolds(
  bytes: Uint8Array,
  { n, e }: PublicJwk & { readonly kty: 'RSA' },
  signature: Uint8Array,
): boolean {
  const modulus = fromBase64Url(n);
  const length = modulus.byteLength;
  const fits = length >= MODULUS_BYTES.least && length <= MODULUS_BYTES.most;
  if (!fits || signature.byteLength !== length || e !== 'AQAB') return false;
  const [m, s] = [BigInt(`0x${toHex(modulus)}`), BigInt(`0x${toHex(signature)}`)];
  if (s >= m) return false;
  let opened = s;
  for (let i = 0; i < 16; i++) opened = (opened * opened) % m;
  opened = (opened * s) % m;
  const tail = `00${DIGEST_INFO}${sha256(bytes)}`;
  const padding = 'f'.repeat(2 * length - 4 - tail.length);
  return opened.toString(16).padStart(2 * length, '0') === `0001${padding}${tail}`;
}
