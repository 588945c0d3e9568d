import type { Lang } from '../../../kernel/localized.js';
import type { Fate, SourceUse } from '../../appeal.contract.js';
import type { Score } from '../../compile/draft.js';
import type { Act, Confirmation } from '../../signatures/signatures.contract.js';
import type { ClauseChange } from '../release.format.js';
import { ARABIC } from './ar.js';
import { ENGLISH } from './en.js';
import { FRENCH } from './fr.js';

/** What the pages and the PDF say around an appeal, in one language. */
export interface Words {
  /** The language's own name. */
  readonly name: string;
  readonly languages: string;
  readonly skip: string;
  readonly preamble: string;
  readonly otherMatters: string;
  /** Heading of the sentence with which an appeal ends. */
  readonly closing: string;
  readonly published: (date: string) => string;
  readonly draft: string;
  readonly sample: string;
  /** Opens the sources of a clause; counts them. */
  readonly whence: (count: number) => string;
  readonly more: (count: number) => string;
  readonly uses: Readonly<Record<SourceUse, string>>;
  readonly proposal: (number: number | null) => string;
  readonly post: (thread: string) => string;
  readonly support: (people: number) => string;
  /** Who endorses two of the contributions counts in both: a bundle knows nobody by name. */
  readonly behind: (score: Score) => string;
  readonly editorial: (reason: string) => string;
  readonly form: string;
  readonly untranslated: (language: string) => string;
  readonly permalink: (number: string) => string;
  readonly figures: string;
  readonly contributions: (total: number) => string;
  readonly fates: Readonly<Record<Fate, string>>;
  readonly signatures: string;
  readonly adopted: (date: string) => string;
  readonly acts: Readonly<Record<Act, string>>;
  readonly signedBy: (name: string) => string;
  readonly confirmed: Readonly<Record<Confirmation, string>>;
  /** Under a clause: the cities that adopt the text except for it. */
  readonly reservation: (cities: string) => string;
  /** Before the words of a reservation. */
  readonly onClause: (number: string) => string;
  readonly onRecital: (place: string) => string;
  readonly textHash: string;
  /** The annex of what was discussed, and what it is. */
  readonly discussed: string;
  readonly discussedWhat: string;
  readonly votes: string;
  readonly vote: (number: string, adopted: boolean) => string;
  readonly answered: (question: string, adopted: boolean) => string;
  readonly tally: (yes: string, no: string, abstain: string) => string;
  /** Behind a tally in which votes weigh more than one. */
  readonly weighted: string;
  readonly take: string;
  readonly pdf: string;
  readonly json: string;
  readonly zip: string;
  readonly sourcesCsv: string;
  readonly check: string;
  readonly key: string;
  /** On a release that was corrected; a link to the correction follows. */
  readonly superseded: string;
  readonly toCorrection: string;
  /** On a correction. */
  readonly correctionOf: string;
  readonly corrected: (what: ClauseChange['change'], clause: string) => string;
  readonly edited: string;
  readonly written: string;
  readonly draftedAs: string;
  readonly missing: string;
  readonly missingHint: string;
}

export const RELEASE_WORDS: Readonly<Record<Lang, Words>> = { ar: ARABIC, fr: FRENCH, en: ENGLISH };
