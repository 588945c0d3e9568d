import type { Lang } from './localized.js';

export interface Day {
  readonly day: number;
  /** From 1 to 12. */
  readonly month: number;
  readonly year: number;
}

/** Reads YYYY-MM-DD. */
export function dayOf(text: string): Day {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return { day, month, year };
}

/** A list as it is spoken: "a, b and c". `last` stands before the last item. */
export function spoken(items: readonly string[], separator: string, last: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(separator)}${last}${items.at(-1)}`;
}

/** Own tables, so that a date reads the same on every machine; the Arabic ones as Morocco names the months. */
export const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
  ar: 'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** "14 juin 2014", from YYYY-MM-DD or a longer ISO text. */
export function dayText(iso: string, lang: Lang): string {
  const { day, month, year } = dayOf(iso.slice(0, 10));
  return `${lang === 'fr' && day === 1 ? '1er' : day} ${MONTHS[lang][month - 1]} ${year}`;
}
