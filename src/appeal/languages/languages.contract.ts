import type { Lang, Localized } from '../../kernel/localized.js';

/**
 * How the words of one clause stand in one language: none yet; nobody stands for them; somebody did, and they or the
 * words that they were compared with have changed since; somebody stands for them.
 */
export const LANGUAGE_STATES = ['missing', 'unapproved', 'stale', 'approved'] as const;
export type LanguageState = (typeof LANGUAGE_STATES)[number];

/** The most terms that a forum's glossary holds. */
export const TERMS_MAX = 500;

export const LANGUAGE_ERRORS = {
  /** There are no words in this language that somebody could stand for. */
  'language.missing': 'conflict',
  'glossary.full': 'conflict',
  /** One of the wordings is fixed already, and rendered otherwise. */
  'glossary.contradiction': 'conflict',
  /** No machine is configured, or it gave no translation. */
  'translation.off': 'conflict',
  'translation.failed': 'unavailable',
} as const;

/** The three texts of an appeal, clause by clause. */
export interface LanguagesView {
  /** The appeal's, to be sent when all clauses are approved at once. */
  readonly version: number;
  readonly clauses: readonly ClauseLanguages[];
  readonly abilities: {
    readonly approve: boolean;
    /** A machine may be asked; off unless the operator configured one. */
    readonly translate: boolean;
  };
}

export interface ClauseLanguages {
  readonly clauseId: string;
  readonly version: number;
  /** The language that the others are translations of. */
  readonly source: Lang;
  readonly languages: Readonly<Record<Lang, LanguageView>>;
}

export interface LanguageView {
  readonly text: string | null;
  readonly state: LanguageState;
  /** Who stands, or stood, for the words. */
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  /** Every word is a machine's. */
  readonly machine: boolean;
  /** Fixed terms of the source that are not here as the glossary has them: as they stand there, and should stand here. */
  readonly departures: readonly Departure[];
}

export interface Departure {
  readonly term: string;
  readonly expected: string;
}

export interface GlossaryTermView {
  readonly id: string;
  readonly words: Localized;
}
export interface GlossaryView {
  readonly items: readonly GlossaryTermView[];
  readonly abilities: { readonly edit: boolean };
}

export interface AddTerm {
  readonly words: Localized;
}
