import { DIRECTION, isLang, LANGS, type Lang } from '../../../src/kernel/localized.js';
import { recall, remember } from '../lib/storage.js';

/** The locale whose numbers and dates each language writes. `ar-MA` writes Latin digits, as Fez does. */
export const LOCALE: Readonly<Record<Lang, string>> = { ar: 'ar-MA', fr: 'fr-FR', en: 'en-GB' };

/** Each language as its own readers call it. */
export const AUTONYM: Readonly<Record<Lang, string>> = { ar: 'العربية', fr: 'Français', en: 'English' };

export function langOf(locale: string | undefined): Lang {
  const lang = locale?.slice(0, 2);
  return isLang(lang) ? lang : 'fr';
}

/** What was chosen in this browser before, or null. */
export function chosenLang(): Lang | null {
  const lang = recall('lang');
  return isLang(lang) ? lang : null;
}

export function rememberLang(lang: Lang): void {
  remember('lang', lang);
}

/** The language to begin with: the one chosen here, else the browser's first that exists, else French. */
export function firstLang(): Lang {
  const wished = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLang);
  return chosenLang() ?? wished ?? 'fr';
}

/** Writing direction of any language code, also of imported texts in others than the three. */
export function directionOf(lang: string): 'rtl' | 'ltr' {
  if (isLang(lang)) return DIRECTION[lang];
  return ['he', 'fa', 'ur', 'ps', 'dv', 'yi', 'ku', 'sd', 'ug'].includes(lang.slice(0, 2)) ? 'rtl' : 'ltr';
}

export { LANGS, type Lang };
