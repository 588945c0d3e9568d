import type { RecordFault } from '../../voting/counting/check-record.js';

/** What a check can find to hold. */
export const HOLDS = [
  'signature.holds',
  'key.trusted',
  'key.published',
  'files.whole',
  'quotes.stand',
  'discussed.stands',
  'fates.add-up',
  'vote.recounted',
  'adoption.holds',
  'signatures.hold',
  'draft.repeated',
  'draft.told-apart',
  'link.holds',
  'record.question',
  'record.ballots',
  'record.recounted',
] as const;

/** What it can find not to. */
export const FAULTS = [
  'zip.broken',
  'zip.changed',
  'zip.compressed',
  'zip.twice',
  'zip.path',
  'zip.too-large',
  'file.missing',
  'file.unlisted',
  'file.changed',
  'file.shape',
  'sums.differ',
  'signature.wrong',
  'key.other',
  'key.unpublished',
  'clause.no-source',
  'source.unknown',
  'quote.not-in-clause',
  'discussed.unknown',
  'discussed.other',
  'fates.differ',
  'bundle.other',
  'draft.other-compiler',
  'draft.not-repeated',
  'draft.marks',
  'link.other',
  'link.differences',
  'vote.result',
  'text.other',
  'adoption.other',
  'signing.city',
  'signing.clause',
  'signing.other',
  'signing.proof',
] as const;

export type FindingCode = (typeof HOLDS)[number] | (typeof FAULTS)[number] | `record.${RecordFault}`;

/** One thing that was looked at. The words for each code are in `words.ts`, in three languages. */
export interface Finding {
  readonly code: FindingCode;
  /** What the words name: paths, counts, hashes. */
  readonly details: Readonly<Record<string, string | number>>;
}

export function finding(code: FindingCode, details: Finding['details'] = {}): Finding {
  return { code, details };
}

export interface Verdict {
  /** What was looked at and holds. */
  readonly holds: readonly Finding[];
  readonly faults: readonly Finding[];
  readonly key: Key | null;
  readonly slug: string | null;
}

/** Whose signature it is, and whether that is the key that the reader named. */
export interface Key {
  readonly publicKey: string;
  readonly fingerprint: string;
  readonly trusted: boolean;
}
