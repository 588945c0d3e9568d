import type { TFunction } from 'i18next';
import type { Majority, Share } from '../../../../src/voting/counting/counting.contract.js';

/** A share in words: half, two thirds, one third, else as a fraction in the digits of the language. */
export function shareWords({ num, den }: Share, t: TFunction, number: (value: number) => string): string {
  if (num * 2 === den) return t('share.half');
  if (num * 3 === den * 2) return t('share.two-thirds');
  if (num * 3 === den) return t('share.third');
  return t('share.other', { num: number(num), den: number(den) });
}

/** The share that a majority is, for words and for the line in a picture: simple and absolute ones begin at a half. */
export function shareOfMajority(majority: Majority): Share {
  if (majority === 'simple' || majority === 'absolute') return { num: 1, den: 2 };
  return majority === 'two-thirds' ? { num: 2, den: 3 } : majority;
}
