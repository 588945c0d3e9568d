import { canonicalJson } from '../../kernel/canonical-json.js';
import { sha256 } from '../../kernel/hash-chain.js';
import { LANGS, type Lang, type Localized } from '../../kernel/localized.js';
import type { ClauseKind } from '../appeal.contract.js';
import type { Texts } from '../compile/draft.js';

/** The words of an appeal and nothing else: neither ids nor sources, so that who signs signs what is read. */
export interface AppealText {
  readonly title: Localized;
  readonly clauses: readonly {
    readonly kind: ClauseKind;
    /** The heading that it stands under; null in the preamble and outside topics. */
    readonly section: Localized | null;
    readonly texts: Texts;
  }[];
}

export const TEXT_FORMAT = 'nidaa-text/1';

/** SHA-256 over the canonical JSON (RFC 8785) of the text in each language: what a vote on the appeal freezes. */
export function languageHashes(text: AppealText): Record<Lang, string> {
  return Object.fromEntries(
    LANGS.map((lang) => [lang, sha256(canonicalJson(inLanguage(text, lang)))]),
  ) as Record<Lang, string>;
}

/** The text of an appeal as rows or as a release have it: the heading of an operative clause is its topic's name. */
export function appealText({
  title,
  clauses,
  topics,
}: {
  readonly title: Localized;
  readonly clauses: readonly {
    readonly kind: ClauseKind;
    readonly topicId: string | null;
    readonly texts: Texts;
  }[];
  readonly topics: readonly { readonly id: string; readonly name: Localized }[];
}): AppealText {
  const nameOf = new Map(topics.map(({ id, name }) => [id, name]));
  return {
    title,
    clauses: clauses.map(({ kind, topicId, texts }) => ({
      kind,
      section: kind === 'operative' ? (nameOf.get(topicId ?? '') ?? null) : null,
      texts,
    })),
  };
}

/** One hash of all three: over the canonical JSON of `languageHashes`. What cities sign. */
export function textHash(text: AppealText): string {
  return hashOfLanguages(languageHashes(text));
}

export const hashOfLanguages = (hashes: Readonly<Record<Lang, string>>): string =>
  sha256(canonicalJson({ ar: hashes.ar, fr: hashes.fr, en: hashes.en }));

const inLanguage = ({ title, clauses }: AppealText, lang: Lang) => ({
  format: TEXT_FORMAT,
  lang,
  title: title[lang],
  clauses: clauses.map(({ kind, section, texts }) => ({
    kind,
    section: section?.[lang] ?? null,
    text: texts[lang] || null,
  })),
});
