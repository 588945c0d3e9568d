import type { Lang } from './localized.js';

/** Names of the languages that texts are told to be in; another is named by its code. */
const LANGUAGES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  ar: { ar: 'العربية', fr: 'arabe', en: 'Arabic' },
  fr: { ar: 'الفرنسية', fr: 'français', en: 'French' },
  en: { ar: 'الإنجليزية', fr: 'anglais', en: 'English' },
  es: { ar: 'الإسبانية', fr: 'espagnol', en: 'Spanish' },
  pt: { ar: 'البرتغالية', fr: 'portugais', en: 'Portuguese' },
  it: { ar: 'الإيطالية', fr: 'italien', en: 'Italian' },
  de: { ar: 'الألمانية', fr: 'allemand', en: 'German' },
  nl: { ar: 'الهولندية', fr: 'néerlandais', en: 'Dutch' },
  tr: { ar: 'التركية', fr: 'turc', en: 'Turkish' },
  ru: { ar: 'الروسية', fr: 'russe', en: 'Russian' },
  zh: { ar: 'الصينية', fr: 'chinois', en: 'Chinese' },
};

export function languageName(code: string, lang: Lang): string {
  return LANGUAGES[code]?.[lang] ?? code;
}
