import type { Lang, Localized } from '../../../kernel/localized.js';
import { ARABIC_WORDS } from './ar.js';
import { ENGLISH_WORDS } from './en.js';
import { FRENCH_WORDS } from './fr.js';

export interface Occasion {
  readonly title: Localized;
  readonly place: Localized;
  readonly hostCity: Localized | null;
  /** YYYY-MM-DD */
  readonly startsOn: string;
  readonly endsOn: string;
  /** In the order in which they are read out. */
  readonly cities: readonly Localized[];
}

/** The words that join what people said, in one language. Each is a sentence or a lead by itself. */
export interface TemplateWords {
  title(occasion: Occasion): string;
  /** Who met, where, when: opens the preamble and ends with a comma. */
  opening(occasion: Occasion): string;
  /** Leads from the recitals to the findings of the debates, which are whole sentences. */
  readonly findings: string;
  /** Leads from the preamble to the operative part. */
  readonly adopt: string;
  readonly adoptedLead: string;
  readonly normLead: string;
  readonly measureLead: string;
  readonly followUp: string;
  /** Ends of a recital and of a sentence. */
  readonly comma: string;
  readonly stop: string;
}

export const WORDS: Readonly<Record<Lang, TemplateWords>> = {
  ar: ARABIC_WORDS,
  fr: FRENCH_WORDS,
  en: ENGLISH_WORDS,
};

/** Ends for a language that has no template. */
export const ENDS = { comma: ',', stop: '.' };

/** Takes one text in all three languages. */
export function inAll(text: (words: TemplateWords) => string): Localized {
  return { ar: text(WORDS.ar), fr: text(WORDS.fr), en: text(WORDS.en) };
}
