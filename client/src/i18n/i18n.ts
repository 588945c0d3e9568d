import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type texts from './fr/index.js';
import type parts from './fr/parts.js';
import { directionOf, type Lang, LOCALE, langOf } from './locale.js';

/** Flat keys: a key in the code is found by searching for it as it stands. French is the source of their types. */
export type Texts = typeof texts;
/** A part of the texts that some pages need and others do not. */
export type Part = keyof typeof parts;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts';
    keySeparator: false;
    nsSeparator: false;
    resources: { texts: Texts };
  }
}

type Load<More = unknown> = () => Promise<{ readonly default: Readonly<Record<string, string>> } & More>;
/** What is said first in a language, and the other parts of it. */
const FIRST: Readonly<Record<Lang, Load<{ readonly parts: Readonly<Record<Part, Load>> }>>> = {
  ar: () => import('./ar/first.js'),
  fr: () => import('./fr/first.js'),
  en: () => import('./en/first.js'),
};

/** The parts that this page has needed so far: a language is spoken only with all of them. */
const needed = new Set<Part>();
const loaded = new Set<`${Lang} ${Part | 'first'}`>();

/** Loads the language and puts the whole page into it: texts, `lang` and `dir`. */
export async function setLang(lang: Lang): Promise<void> {
  if (!i18next.isInitialized) await start();
  // A page that opens meanwhile may need more.
  while (missing(lang).length > 0) await fill(lang);
  await i18next.changeLanguage(LOCALE[lang]);
  document.documentElement.lang = lang;
  document.documentElement.dir = directionOf(lang);
}

/** Loads parts of the texts in the language of the page; from now on every other language is spoken with them too. */
export async function needTexts(parts: readonly Part[]): Promise<void> {
  for (const part of parts) needed.add(part);
  await fill(langOf(i18next.language));
}

const missing = (lang: Lang) =>
  (['first', ...needed] as const).filter((part) => !loaded.has(`${lang} ${part}`));

async function fill(lang: Lang): Promise<void> {
  const first = await FIRST[lang]();
  await Promise.all(
    missing(lang).map(async (part) => {
      const texts = part === 'first' ? first.default : (await first.parts[part]()).default;
      i18next.addResourceBundle(LOCALE[lang], 'texts', texts, true, true);
      loaded.add(`${lang} ${part}`);
    }),
  );
}

async function start(): Promise<void> {
  await i18next.use(initReactI18next).init({
    fallbackLng: false,
    load: 'currentOnly',
    ns: ['texts'],
    defaultNS: 'texts',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    resources: {},
    // A page that shows a key instead of words is a fault that the tests of pages must see.
    saveMissing: true,
    missingKeyHandler: (locales, _, key) => console.error(`no text for ${key} in ${locales.join()}`),
  });
}

/** The language of the page and its locale for Intl. */
export function useLang(): { readonly lang: Lang; readonly locale: string } {
  const { i18n } = useTranslation();
  const lang = langOf(i18n.language);
  return { lang, locale: LOCALE[lang] };
}

/** The text of a code that came from the server (`error`, `rule`, …), or of its family's `other` if it is new. */
export function useCodeText(): (family: 'error' | 'rule', code: string) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (family, code) => {
      const key = `${family}.${code}`;
      return t((i18n.exists(key) ? key : `${family}.other`) as 'error.other');
    },
    [t, i18n],
  );
}
