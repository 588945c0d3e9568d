import type { Lang } from '../../../kernel/localized.js';
import type { Fate } from '../../appeal.contract.js';
import type { FateReason } from '../../compile/draft.js';
import { SITE_ARABIC } from './site-ar.js';
import { SITE_ENGLISH } from './site-en.js';
import { SITE_FRENCH } from './site-fr.js';

/** What the pages say of contributions, cities and files, in one language. */
export interface SiteWords {
  readonly allFates: string;
  readonly fatesText: string;
  readonly all: string;
  readonly noCity: string;
  readonly clauseLink: (clause: string) => string;
  readonly next: string;
  readonly previous: string;
  readonly none: string;
  readonly map: string;
  readonly mapText: (cities: string) => string;
  readonly city: string;
  /** What a city did with the text, and that it has done nothing. */
  readonly position: string;
  readonly noPosition: string;
  readonly country: string;
  readonly place: string;
  readonly contributionsOf: string;
  readonly used: string;
  /** Heading: clauses that rest on what the city said. */
  readonly clauses: string;
  readonly files: string;
  readonly file: string;
  readonly size: string;
  readonly hash: string;
  readonly checkHere: string;
  readonly embed: string;
  readonly embedText: string;
  readonly feed: string;
  readonly voted: (adopted: boolean) => string;
  readonly fateOf: Readonly<Record<Fate, string>>;
  readonly read: string;
  readonly doc: string;
  readonly archivePdf: string;
  readonly allPdf: string;
  readonly akn: string;
  readonly card: string;
  readonly licence: string;
  readonly postOf: string;
  readonly cities: (cities: number) => string;
  /** Why a contribution fared as it did: what a compile proposed. Editors give words of their own. */
  readonly reasons: Readonly<Record<FateReason | 'came-later', string>>;
}

export const SITE_WORDS: Readonly<Record<Lang, SiteWords>> = {
  ar: SITE_ARABIC,
  fr: SITE_FRENCH,
  en: SITE_ENGLISH,
};
