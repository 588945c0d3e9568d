import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type fr from './fr/index.js';
import { directionOf, type Lang, LOCALE, langOf } from './locale.js';

/** Flat keys: a key in the code is found by searching for it as it stands. French is the source of their types. */
export type Texts = typeof fr;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts';
    keySeparator: false;
    nsSeparator: false;
    resources: { texts: Texts };
  }
}

const LOAD: Readonly<Record<Lang, () => Promise<{ default: Readonly<Record<string, string>> }>>> = {
  ar: () => import('./ar/index.js'),
  fr: () => import('./fr/index.js'),
  en: () => import('./en/index.js'),
};

/** Loads the language and puts the whole page into it: texts, `lang` and `dir`. */
export async function setLang(lang: Lang): Promise<void> {
  const locale = LOCALE[lang];
  if (!i18next.isInitialized) await start();
  if (!i18next.hasResourceBundle(locale, 'texts'))
    i18next.addResourceBundle(locale, 'texts', (await LOAD[lang]()).default);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = lang;
  document.documentElement.dir = directionOf(lang);
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
