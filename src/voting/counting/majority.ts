import { Fraction } from '../../kernel/fraction.js';
import type { Majority, Share } from './counting.contract.js';

/** Nothing is ever carried by no votes at all, whatever share of nothing the rule asks for. */
export function carries(majority: Majority, yes: Fraction, no: Fraction, base: Fraction): boolean {
  if (yes.isZero()) return false;
  if (majority === 'simple') return yes.compare(no) > 0;
  if (majority === 'absolute') return yes.plus(yes).compare(base) > 0;
  const { num, den } = majority === 'two-thirds' ? { num: 2, den: 3 } : majority;
  return yes.times(Fraction.of(den)).compare(base.times(Fraction.of(num))) >= 0;
}

/** Whether `part` of `whole` heads is at least the share. */
export function reaches(part: number, { num, den }: Share, whole: number): boolean {
  return BigInt(part) * BigInt(den) >= BigInt(whole) * BigInt(num);
}
