import { useLang } from '../../i18n/i18n.js';

/** How large an exact number (`"3"`, `"3/2"`) is, near enough to draw it. */
export function sizeOf(weight: string): number {
  const [num, den = '1'] = weight.split('/');
  return Number(num) / Number(den);
}

/** `part` of `whole` between 0 and 1; 0 of nothing. */
export function shareOf(part: string, whole: string): number {
  const size = sizeOf(whole);
  return size > 0 ? sizeOf(part) / size : 0;
}

/** A weight in the page's digits, exact: a fraction stays one. */
export function useWeightText(): (weight: string) => string {
  const { locale } = useLang();
  const format = new Intl.NumberFormat(locale);
  return (weight) =>
    weight
      .split('/')
      .map((part) => format.format(Number(part)))
      .join('/');
}
