import type { ClauseChange } from '../release.format.js';
import type { Words } from './words.js';

export const counted = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

const CHANGES: Readonly<Record<ClauseChange['change'], (clause: string) => string>> = {
  added: (c) => `Clause ${c}: added`,
  changed: (c) => `Clause ${c}: changed`,
  removed: (c) => `Clause ${c} of the earlier release: taken out`,
};

export const ENGLISH: Words = {
  name: 'English',
  languages: 'Languages',
  skip: 'Skip to the text',
  preamble: 'Preamble',
  otherMatters: 'Other matters',
  closing: 'What follows',
  published: (date) => `Published on ${date}`,
  draft: 'Draft, not yet published',
  sample: 'Sample: this forum is for trying out Nidaa, its contributions are invented.',
  whence: (n) => `Where this comes from: ${counted(n, 'source', 'sources')}`,
  more: (n) => `and ${counted(n, 'more source', 'more sources')}`,
  uses: { verbatim: 'word for word', condensed: 'shortened', inspired: 'says the like' },
  proposal: (n) => (n === null ? 'Proposal' : `Proposal ${n}`),
  post: (thread) => `Discussion “${thread}”`,
  support: (n) => counted(n, 'supporter', 'supporters'),
  behind: ({ support, cities, regions, languages }) =>
    `${counted(support, 'expression', 'expressions')} of support (authors included), ${counted(cities, 'city', 'cities')}${regions ? `, ${counted(regions, 'region', 'regions')} of the world` : ''} and ${counted(languages, 'language', 'languages')} behind this clause.`,
  editorial: (reason) => `Editorial clause: ${reason}`,
  form: 'Sentences in italics join what was said: they are words of the form and have no source.',
  untranslated: (language) => `Not yet translated, given in ${language}`,
  permalink: (number) => `Link to clause ${number}`,
  figures: 'What became of the contributions',
  contributions: (n) => counted(n, 'contribution', 'contributions'),
  fates: { retained: 'retained', merged: 'merged', deferred: 'deferred', 'not-retained': 'not retained' },
  votes: 'Votes',
  vote: (number, adopted) => `${number}: ${adopted ? 'adopted' : 'rejected'}`,
  take: 'Download and check',
  pdf: 'PDF',
  json: 'Data (JSON)',
  zip: 'Sealed release (zip)',
  sourcesCsv: 'Sources (CSV)',
  check: 'To check the signature, the checksums, the votes and the sources:',
  key: 'Fingerprint of the key:',
  superseded: 'This release was corrected. Its place was taken by a correction.',
  toCorrection: 'Read the correction',
  correctionOf: 'Correction of an earlier release:',
  corrected: (what, clause) => CHANGES[what](clause),
  edited: 'Changed by the editors',
  written: 'Written by the editors',
  draftedAs: 'In the draft this clause read:',
  missing: 'There is no such appeal',
  missingHint: 'The address is wrong, or the appeal has not been published yet.',
};
