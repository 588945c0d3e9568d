import ar from '../../client/src/i18n/ar/index.js';
import en from '../../client/src/i18n/en/index.js';
import fr from '../../client/src/i18n/fr/index.js';
import type { Lang } from '../../src/kernel/localized.js';

export type Key = keyof typeof fr;
type Values = Readonly<Record<string, string | number>>;

const WORDS: Readonly<Record<Lang, Readonly<Record<string, string>>>> = { ar, fr, en };

/** What the page says for `key` in `lang`, with its `{{values}}` filled in; numbers stand as Latin digits. */
export function word(lang: Lang, key: Key, values: Values = {}): string {
  const text = WORDS[lang][key];
  if (text === undefined) throw new Error(`no text for ${key} in ${lang}`);
  return text.replace(/\{\{(\w+)[^}]*\}\}/g, (_, name: string) => String(values[name]));
}
