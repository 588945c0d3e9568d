/**
 * Arithmetic on whole numbers, so that a draft is the same on every machine: the logarithms and roots of an
 * engine may differ in the last bit, and one bit can turn a ranking round.
 */

/** Units of a fixed-point number: 256 stands for 1. */
export const ONE = 256;

/** log2(n) in 1/256, rounded down, for whole n from 1 to 2^31. */
export function log2(n: number): number {
  const whole = 31 - Math.clz32(n);
  let rest = whole > 15 ? n >>> (whole - 15) : n << (15 - whole);
  let result = whole;
  for (let bit = 0; bit < 8; bit++) {
    rest = Math.floor((rest * rest) / 0x8000);
    result *= 2;
    if (rest >= 0x10000) {
      rest = Math.floor(rest / 2);
      result += 1;
    }
  }
  return result;
}

/** The whole part of the square root of a whole number below 2^52. */
export function sqrt(n: number): number {
  if (n < 2) return n;
  let root = 2 ** Math.ceil((31 - Math.clz32(Math.floor(n / 0x100000))) / 2 + 11);
  for (;;) {
    const next = Math.floor((root + Math.floor(n / root)) / 2);
    if (next >= root) return root;
    root = next;
  }
}
