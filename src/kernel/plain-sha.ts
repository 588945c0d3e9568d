import { toHex } from './hex.js';

/** SHA-256 and SHA-512 (FIPS 180-4) in plain arithmetic, for where the machine's own are out of reach. */

/** The first primes, of whose roots the constants are the fractions. */
const PRIMES: readonly bigint[] = (() => {
  const found: bigint[] = [];
  for (let n = 2n; found.length < 80; n++) if (found.every((prime) => n % prime !== 0n)) found.push(n);
  return found;
})();

/** The largest whole number whose power is no more than `n`. */
function root(n: bigint, power: bigint): bigint {
  let low = 0n;
  let high = 1n << (BigInt(n.toString(2).length) / power + 1n);
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** power <= n) low = middle;
    else high = middle;
  }
  return low;
}

/** The first `bits` bits of the fractions of the square or cube roots of the first primes. */
function fractions(count: number, power: bigint, bits: bigint): bigint[] {
  return PRIMES.slice(0, count).map((prime) => root(prime << (power * bits), power) & ((1n << bits) - 1n));
}

const words32 = (values: readonly bigint[]): Int32Array => Int32Array.from(values, (v) => Number(v) | 0);
const halves = (values: readonly bigint[]): Int32Array =>
  Int32Array.from(values.flatMap((v) => [Number(v >> 32n) | 0, Number(v & 0xffffffffn) | 0]));

const START_256 = words32(fractions(8, 2n, 32n));
const ROUND_256 = words32(fractions(64, 3n, 32n));
const START_512 = halves(fractions(8, 2n, 64n));
const ROUND_512 = halves(fractions(80, 3n, 64n));

/** The message, a one bit, zeros, and its length in bits, in blocks of so many bytes. */
function padded(bytes: Uint8Array, block: number): DataView {
  const room = block / 8;
  const length = Math.ceil((bytes.byteLength + 1 + room) / block) * block;
  const all = new Uint8Array(length);
  all.set(bytes);
  all[bytes.byteLength] = 0x80;
  const view = new DataView(all.buffer);
  view.setBigUint64(length - 8, BigInt(bytes.byteLength) * 8n);
  return view;
}

const bytesOf = (words: Int32Array): Uint8Array => {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  for (const [i, word] of words.entries()) view.setInt32(i * 4, word);
  return new Uint8Array(view.buffer);
};

/** In lower-case hex; text as UTF-8. */
export function sha256(data: string | Uint8Array): string {
  const message = padded(typeof data === 'string' ? new TextEncoder().encode(data) : data, 64);
  const state = Int32Array.from(START_256);
  const w = new Int32Array(64);
  for (let at = 0; at < message.byteLength; at += 64) block256(message, at, state, w);
  return toHex(bytesOf(state));
}

function block256(message: DataView, at: number, state: Int32Array, w: Int32Array): void {
  for (let i = 0; i < 16; i++) w[i] = message.getInt32(at + i * 4);
  for (let i = 16; i < 64; i++) {
    const [x, y] = [w[i - 15] as number, w[i - 2] as number];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = ((w[i - 16] as number) + s0 + (w[i - 7] as number) + s1) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUND_256[i] as number) + (w[i] as number)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = ((state[i] as number) + value) | 0;
}

/** The 64 bytes of SHA-512. Words are kept in halves: numbers of 64 bits would be twenty times slower. */
export function sha512(data: Uint8Array): Uint8Array {
  const message = padded(data, 128);
  const state = Int32Array.from(START_512);
  const w = new Int32Array(160);
  for (let at = 0; at < message.byteLength; at += 128) block512(message, at, state, w);
  return bytesOf(state);
}

function block512(message: DataView, at: number, state: Int32Array, w: Int32Array): void {
  for (let i = 0; i < 32; i++) w[i] = message.getInt32(at + i * 4);
  for (let i = 32; i < 160; i += 2) {
    const [xh, xl] = [w[i - 30] as number, w[i - 29] as number];
    const [yh, yl] = [w[i - 4] as number, w[i - 3] as number];
    const s0h = ((xh >>> 1) | (xl << 31)) ^ ((xh >>> 8) | (xl << 24)) ^ (xh >>> 7);
    const s0l = ((xl >>> 1) | (xh << 31)) ^ ((xl >>> 8) | (xh << 24)) ^ ((xl >>> 7) | (xh << 25));
    const s1h = ((yh >>> 19) | (yl << 13)) ^ ((yl >>> 29) | (yh << 3)) ^ (yh >>> 6);
    const s1l = ((yl >>> 19) | (yh << 13)) ^ ((yh >>> 29) | (yl << 3)) ^ ((yl >>> 6) | (yh << 26));
    const low = (s0l >>> 0) + (s1l >>> 0) + ((w[i - 31] as number) >>> 0) + ((w[i - 13] as number) >>> 0);
    w[i] = (s0h + s1h + (w[i - 32] as number) + (w[i - 14] as number) + carry(low)) | 0;
    w[i + 1] = low | 0;
  }
  const v = Int32Array.from(state);
  for (let i = 0; i < 160; i += 2) round512(v, w, i);
  for (let i = 0; i < 16; i += 2) add(state, i, v[i] as number, v[i + 1] as number);
}

const carry = (low: number): number => Math.floor(low / 2 ** 32);

/** Adds a number of 64 bits, in halves, to the one at `i`. */
function add(into: Int32Array, i: number, high: number, low: number): void {
  const sum = ((into[i + 1] as number) >>> 0) + (low >>> 0);
  into[i] = ((into[i] as number) + high + carry(sum)) | 0;
  into[i + 1] = sum | 0;
}

function round512(v: Int32Array, w: Int32Array, i: number): void {
  const [ah, al, bh, bl, ch, cl] = v as unknown as [number, number, number, number, number, number];
  const [eh, el, fh, fl] = [v[8], v[9], v[10], v[11]] as [number, number, number, number];
  const [gh, gl, hh, hl] = [v[12], v[13], v[14], v[15]] as [number, number, number, number];
  const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
  const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
  const low1 =
    (hl >>> 0) +
    (s1l >>> 0) +
    (((el & fl) ^ (~el & gl)) >>> 0) +
    ((ROUND_512[i + 1] as number) >>> 0) +
    ((w[i + 1] as number) >>> 0);
  const t1h =
    (hh + s1h + ((eh & fh) ^ (~eh & gh)) + (ROUND_512[i] as number) + (w[i] as number) + carry(low1)) | 0;
  const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
  const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
  const low2 = (s0l >>> 0) + (((al & bl) ^ (al & cl) ^ (bl & cl)) >>> 0) + ((low1 | 0) >>> 0);
  v.copyWithin(2, 0, 14);
  add(v, 8, t1h, low1 | 0);
  v[0] = (s0h + ((ah & bh) ^ (ah & ch) ^ (bh & ch)) + t1h + carry(low2)) | 0;
  v[1] = low2 | 0;
}
