import i18next, { type TFunction } from 'i18next';
import ar from '../src/i18n/ar/index.js';
import en from '../src/i18n/en/index.js';
import fr from '../src/i18n/fr/index.js';
import { LOCALE } from '../src/i18n/locale.js';

const TEXTS = { ar, fr, en };

/** The texts of one language as the pages have them. A key that is missing is shown as itself. */
export async function translated(lang: keyof typeof TEXTS): Promise<TFunction> {
  const instance = i18next.createInstance();
  return instance.init({
    lng: LOCALE[lang],
    ns: ['texts'],
    defaultNS: 'texts',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [LOCALE[lang]]: { texts: TEXTS[lang] } },
  });
}
