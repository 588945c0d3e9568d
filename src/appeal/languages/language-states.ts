import { sha256 } from '../../kernel/crypto.js';
import { isLang, LANGS, type Lang, type PartlyLocalized } from '../../kernel/localized.js';
import type { LanguageState } from './languages.contract.js';

/** A clause as far as its languages go. */
interface Worded {
  readonly lang: string;
  readonly texts: PartlyLocalized | Readonly<Record<string, string | undefined>>;
}

const textOf = ({ texts }: Worded, lang: string): string | null =>
  (texts as Readonly<Record<string, string | undefined>>)[lang] || null;

/** What the others are translations of: the clause's own language, else the first of the three that has words. */
export function sourceOf(clause: Worded): Lang {
  if (isLang(clause.lang) && textOf(clause, clause.lang)) return clause.lang;
  return LANGS.find((lang) => textOf(clause, lang)) ?? 'ar';
}

/**
 * What somebody stands for who approves a language of a clause: its words, and those of the source that they were
 * compared with. Null where there are none. SHA-256 in hex; lengths part the texts, so that no two pairs are alike.
 */
export function wordsHash(clause: Worded, lang: Lang): string | null {
  const text = textOf(clause, lang);
  if (text === null) return null;
  const source = sourceOf(clause);
  const compared = lang === source ? '' : (textOf(clause, source) ?? '');
  return sha256(JSON.stringify([source, compared, lang, text]));
}

/**
 * How the words stand, given what was approved last (`wordsHash` then, or null). Nothing has to be written when words
 * change: whoever changes them, by whatever way, the approval no longer fits.
 */
export function languageState(clause: Worded, lang: Lang, approved: string | null): LanguageState {
  const now = wordsHash(clause, lang);
  if (now === null) return 'missing';
  if (approved === null) return 'unapproved';
  return approved === now ? 'approved' : 'stale';
}
