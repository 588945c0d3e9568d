import * as Y from 'yjs';
import { openParts } from '../../../../../src/text/clause-document/clause-nodes.js';
import { type ClausePlace, wordsOf } from '../../../../../src/text/clause-document/clauses-touched.js';
import { drop, type KeptWords, placeKey, type Reading, UnsentWords } from './unsent-words.js';

/**
 * What one person wrote in a text and the server has not acknowledged: in which clauses, where this browser keeps it,
 * and what other screens of theirs have left.
 */
export class OwnWords {
  private kept: UnsentWords;
  private readonly written = new Map<string, Reading>();
  /** On its way from here; or of a text that is no more. */
  private left: { brought: readonly KeptWords[]; lost: readonly KeptWords[] } = { brought: [], lost: [] };

  constructor(
    private readonly accountId: string,
    private readonly appealId: string,
  ) {
    this.kept = new UnsentWords(accountId, appealId);
  }

  get isBringing(): boolean {
    return this.left.brought.length > 0;
  }

  wrote(places: readonly ClausePlace[]): void {
    for (const place of places) this.written.set(placeKey(place), { ...place, text: '' });
  }

  /** Answers whether this browser keeps it: there may be no room. */
  keep(doc: Y.Doc, epoch: string, unsent: Uint8Array): boolean {
    return this.kept.keep(epoch, unsent, this.readings(doc));
  }

  /** The clauses in which something unsent was written, as they stand here; those that are gone as they stood. */
  readings(doc: Y.Doc | null): Reading[] {
    const all = [...this.written.values()];
    return all.map((each) => ({ ...each, text: (doc && wordsOf(doc, each)) ?? each.text }));
  }

  /** The text was made anew: what was kept of the earlier one stays, under a name of its own. */
  leaveEarlier(): void {
    this.kept = new UnsentWords(this.accountId, this.appealId);
    this.written.clear();
  }

  /** Puts into a text what other screens of this person have left. Answers what it has no place for. */
  bring(doc: Y.Doc, epoch: string, origin: unknown): Reading[] {
    const left = this.kept.left();
    const brought = left.filter((each) => each.epoch === epoch && fits(doc, each.update));
    const lost = left.filter((each) => !brought.includes(each));
    this.left = { brought, lost };
    for (const { update, readings } of brought) {
      Y.applyUpdate(doc, update, origin);
      for (const each of readings) this.written.set(placeKey(each), each);
    }
    const gone = brought.flatMap(({ readings }) => readings).filter((each) => wordsOf(doc, each) === null);
    const missing = [...lost.flatMap(({ readings }) => readings), ...gone];
    return missing.filter((each) => wordsOf(doc, each) !== each.text);
  }

  /** What other screens have left of a text that cannot be opened. */
  leftBehind(): Reading[] {
    this.left = { brought: [], lost: this.kept.left() };
    return this.left.lost.flatMap(({ readings }) => readings);
  }

  /** Nothing that was written here is on its way any more. */
  settled(): void {
    this.kept.forget();
    for (const each of this.left.brought) drop(each);
    this.left = { ...this.left, brought: [] };
    this.written.clear();
  }

  /** Forgets what the text has no place for. */
  giveUp(): void {
    for (const each of this.left.lost) drop(each);
    this.left = { ...this.left, lost: [] };
  }
}

/** Whether an update finds all that it builds on. Asked of a copy: what does not stays in a document for good. */
function fits(doc: Y.Doc, update: Uint8Array): boolean {
  const copy = openParts(new Y.Doc());
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(copy, update);
  } catch {
    return false;
  }
  return copy.store.pendingStructs === null && copy.store.pendingDs === null;
}
