import type { Lang } from '../../../kernel/localized.js';
import type { Finding, FindingCode } from '../findings.js';
import { ARABIC } from './ar.js';
import { ENGLISH } from './en.js';
import { FRENCH } from './fr.js';

/** What is said of each finding. `{…}` stands for a detail of it. */
export const FINDING_WORDS: Readonly<Record<Lang, Readonly<Record<FindingCode, string>>>> = {
  ar: ARABIC,
  fr: FRENCH,
  en: ENGLISH,
};

/** A finding in one sentence, the file that it is about before it. */
export function inWords({ code, details }: Finding, lang: Lang): string {
  const said = FINDING_WORDS[lang][code].replace(
    /\{([a-z]+)\}/gi,
    (_, name: string) => `${details[name] ?? ''}`,
  );
  return details.path === undefined ? said : `${details.path}${lang === 'fr' ? ' :' : ':'} ${said}`;
}
