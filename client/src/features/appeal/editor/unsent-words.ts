import type { Lang } from '../../../../../src/kernel/localized.js';
import { LANGS } from '../../../../../src/kernel/localized.js';
import type { ClausePlace } from '../../../../../src/text/clause-document/clauses-touched.js';
import { draftNames, keepDraft, keptDraft } from '../../../lib/drafts.js';
import { fromBase64, toBase64 } from './bytes.js';

/** A clause as somebody had it on their screen. */
export interface Reading extends ClausePlace {
  readonly text: string;
}

/** What was written on one screen and not acknowledged, as this browser keeps it. */
export interface KeptWords {
  readonly name: string;
  /** Of which text it is an update: one that was made anew since does not take it. */
  readonly epoch: string;
  readonly update: Uint8Array;
  /** The clauses that it changed, as they stood: for their author, should the update not be taken. */
  readonly readings: readonly Reading[];
}

interface Stored {
  readonly epoch: string;
  readonly update: string;
  readonly readings: readonly Reading[];
}

/** Signs (UTF-16) of one update in base64: far more than an editor lets write, and little enough to leave room for drafts. */
const MOST = 400_000;

const nameOf = (accountId: string, appealId: string): string => `appeal-text.${accountId}.${appealId}.`;

/**
 * What one screen keeps in this browser of the words that the server has not acknowledged, so that a page that crashes
 * or is closed loses none. Each screen has a place of its own, by account and appeal: nobody else finds it there.
 */
export class UnsentWords {
  private readonly name: string;
  private readonly others: string;

  constructor(accountId: string, appealId: string, screen: string = crypto.randomUUID()) {
    this.others = nameOf(accountId, appealId);
    this.name = this.others + screen;
  }

  /** Takes the place of what this screen kept before. Answers whether it is kept: there may be no room. */
  keep(epoch: string, update: Uint8Array, readings: readonly Reading[]): boolean {
    const stored: Stored = { epoch, update: toBase64(update), readings };
    return stored.update.length <= MOST && keepDraft(this.name, stored);
  }

  /** Everything that this screen wrote is stored on the server. */
  forget(): void {
    keepDraft(this.name, null);
  }

  /** What other screens of the same person have left; one that is still open may be among them. */
  left(): KeptWords[] {
    return draftNames(this.others)
      .filter((name) => name !== this.name)
      .flatMap(read);
  }
}

/** What a person's screens have kept of an appeal's text. */
export const keptWordsOf = (accountId: string, appealId: string): KeptWords[] =>
  draftNames(nameOf(accountId, appealId)).flatMap(read);

/** Forgets what was kept, unless its screen has put something else there since. */
export function drop({ name, update }: KeptWords): void {
  if (keptDraft<Stored>(name)?.update === toBase64(update)) keepDraft(name, null);
}

/** Of several readings of a clause the last. */
export function lastReadings(readings: readonly Reading[]): Reading[] {
  return [...new Map(readings.map((each) => [placeKey(each), each])).values()];
}

export const placeKey = ({ lang, clauseId }: ClausePlace): string => `${lang} ${clauseId}`;

function read(name: string): KeptWords[] {
  const stored = keptDraft<Stored>(name);
  const update = typeof stored?.update === 'string' ? fromBase64(stored.update) : null;
  if (!update || typeof stored?.epoch !== 'string') return [];
  const readings = Array.isArray(stored.readings) ? stored.readings.filter(isReading) : [];
  return [{ name, epoch: stored.epoch, update, readings }];
}

function isReading(value: unknown): value is Reading {
  const { lang, clauseId, text } = (value ?? {}) as Partial<Reading>;
  return LANGS.includes(lang as Lang) && typeof clauseId === 'string' && typeof text === 'string';
}
