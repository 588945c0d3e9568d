import { sha256 } from '../../kernel/crypto.js';
import { LANGS, type Lang, type Localized } from '../../kernel/localized.js';
import type { Clause } from '../clause.entity.js';
import type { ClauseApproval } from './clause-approval.entity.js';
import { departures } from './glossary.js';
import type { GlossaryTerm } from './glossary-term.entity.js';
import { languageState, sourceOf } from './language-states.js';
import type { ClauseLanguages, GlossaryTermView, LanguageView } from './languages.contract.js';

/** What is known of the languages of an appeal's clauses. Keys of the maps are clause and language with a space between. */
export interface LanguageFacts {
  readonly approvals: ReadonlyMap<string, ClauseApproval & { readonly name: string }>;
  readonly machine: ReadonlyMap<string, string>;
  readonly glossary: readonly Localized[];
}

export const languageKey = (clauseId: string, lang: string): string => `${clauseId} ${lang}`;

export function presentClauseLanguages(clause: Clause, facts: LanguageFacts): ClauseLanguages {
  const languages = LANGS.map((lang) => [lang, presentLanguage(clause, lang, facts)] as const);
  return {
    clauseId: clause.id,
    version: clause.version,
    source: sourceOf(clause),
    languages: Object.fromEntries(languages) as Record<Lang, LanguageView>,
  };
}

function presentLanguage(clause: Clause, lang: Lang, facts: LanguageFacts): LanguageView {
  const key = languageKey(clause.id, lang);
  const approval = facts.approvals.get(key) ?? null;
  const text = clause.texts[lang] || null;
  const source = sourceOf(clause);
  const original = clause.texts[source];
  return {
    text,
    state: languageState(clause, lang, approval?.wordsHash ?? null),
    approvedBy: approval?.name ?? null,
    approvedAt: approval?.approvedAt.toISOString() ?? null,
    machine: text !== null && facts.machine.get(key) === sha256(text),
    departures:
      text && original ? departures({ text: original, lang: source }, { text, lang }, facts.glossary) : [],
  };
}

export const presentTerm = ({ id, words }: GlossaryTerm): GlossaryTermView => ({ id, words });
