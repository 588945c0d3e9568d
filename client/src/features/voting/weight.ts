import type { Exact } from '../../../../src/voting/counting/counting.contract.js';
import { useLang } from '../../i18n/i18n.js';

/** How large an exact number (`3`, `"3/2"`) is, near enough to draw it. */
export function sizeOf(weight: Exact): number {
  const [num, den = '1'] = String(weight).split('/');
  return Number(num) / Number(den);
}

/** `part` of `whole` between 0 and 1; 0 of nothing. */
export function shareOf(part: Exact, whole: Exact): number {
  const size = sizeOf(whole);
  return size > 0 ? sizeOf(part) / size : 0;
}

const [DECIMALS, UNIT] = [5, 100_000n];

/**
 * An exact number in the digits of a locale: a short fraction stays one, a longer one that five decimals say fully
 * (as the transfers of STV are cut) is written with them, and anything else is marked as rounded. `decimal` writes
 * short ones with decimals too, where a column holds both.
 */
export function exactText(weight: Exact, locale: string, decimal = false): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: DECIMALS });
  const [num, den] = partsOf(weight);
  if (den === 1n) return format.format(num);
  const full = UNIT % den === 0n;
  if (den < 100n && !(decimal && full)) return `${format.format(num)}/${format.format(den)}`;
  if (full) return format.format(decimalText(num * (UNIT / den)) as Intl.StringNumericLiteral);
  return `≈ ${new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(sizeOf(weight))}`;
}

function partsOf(weight: Exact): [num: bigint, den: bigint] {
  const [num = '0', den = '1'] = String(weight).split('/');
  return [BigInt(num), BigInt(den)];
}

function decimalText(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(DECIMALS + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
}

/** A weight in the page's digits, exact: a fraction stays one. */
export function useWeightText(): (weight: Exact, decimal?: boolean) => string {
  const { locale } = useLang();
  return (weight, decimal) => exactText(weight, locale, decimal);
}
