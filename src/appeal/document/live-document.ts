import * as Y from 'yjs';
import { refuse } from '../../kernel/errors.js';
import { DOCUMENT_ERRORS, DOCUMENT_LIMITS } from './document.contract.js';
import type { NewUpdate, PlacedUpdate, StoredDocument } from './document-store.js';
import { applyChecked, type Fault } from './fault-of-change.js';

/** Updates that are stored by one transaction, at most. */
const TOGETHER = 64;

/** An update on its way, with who sends it. */
export interface Sent<By> extends NewUpdate {
  readonly by: By;
  /** Up to where (Yjs clock) it holds the work of each device. */
  readonly ends: ReadonlyMap<number, number>;
  /** The socket that it came by, which need not be told of it. */
  readonly from: string | null;
}

interface Waiting<By> {
  readonly sent: Sent<By>;
  readonly resolve: (seq: number) => void;
  readonly reject: (error: unknown) => void;
}

/** What a live document needs of the database and of the screens. */
export interface Around<By> {
  /** Stores updates in one transaction: all, or none of them. `clients` are those that wrote for the first time. */
  store(epoch: string, updates: readonly Sent<By>[]): Promise<Stored>;
  load(): Promise<StoredDocument>;
  /** The updates behind a place; null where they were gathered already, or the document is another one. */
  after(epoch: string, seq: number): Promise<readonly PlacedUpdate[] | null>;
  tell(update: PlacedUpdate, except: string | null): void;
  reopen(): void;
}

/** The place of the first; or, by their index, those that may not be stored, with the reason. */
export type Stored = { readonly first: number } | { readonly refused: ReadonlyMap<number, unknown> };

/**
 * A document in memory, as long as somebody has it open at this process. What is in it was stored, or is about to be;
 * should that fail, it is read anew. One update after the other is looked at, those that wait meanwhile are stored
 * together.
 */
export class LiveDocument<By> {
  private waiting: Waiting<By>[] = [];
  private work: Promise<void> = Promise.resolve();
  private busy = false;
  private readonly owners: Map<number, string | null>;

  private constructor(
    private readonly around: Around<By>,
    private stored: StoredDocument,
    owners: ReadonlyMap<number, string | null>,
  ) {
    this.owners = new Map(owners);
    this.size = stored.size;
    this.seq = stored.seq;
  }

  private size: number;
  /** Place of the last update up to which nothing is lacking. */
  private seq: number;

  static async open<By>(
    around: Around<By>,
    owners: () => Promise<ReadonlyMap<number, string | null>>,
  ): Promise<LiveDocument<By>> {
    const stored = await around.load();
    return new LiveDocument(around, stored, await owners());
  }

  get epoch(): string {
    return this.stored.epoch;
  }

  /** What a device lacks that has this state vector, everything stored until now included. */
  state(vector: Uint8Array | undefined): Promise<{ seq: number; state: Uint8Array; vector: Uint8Array }> {
    return this.inTurn(async () => {
      await this.catchUp();
      const { doc } = this.stored;
      let state: Uint8Array;
      try {
        state = Y.encodeStateAsUpdate(doc, vector);
      } catch {
        throw refuse(DOCUMENT_ERRORS, 'document.unfit');
      }
      return { seq: this.seq, state, vector: Y.encodeStateVector(doc) };
    });
  }

  /** Stores an update. Resolves to its place once it is on the disk; refuses what does not fit. */
  write(epoch: string, sent: Sent<By>): Promise<number> {
    if (epoch !== this.epoch) return Promise.reject(refuse(DOCUMENT_ERRORS, 'document.replaced'));
    if (this.size + sent.bytes.length > DOCUMENT_LIMITS.document)
      return Promise.reject(refuse(DOCUMENT_ERRORS, 'document.full'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ sent, resolve, reject });
      if (!this.busy) void this.drain();
    });
  }

  /** Another process, or an edit at this one, has written up to a place (0: not known): takes it over and tells the screens. */
  hear(seq: number): Promise<void> {
    return this.inTurn(async () => {
      // What this one stored itself it knows by the time that its turn comes.
      if (seq === 0 || seq > this.seq) await this.catchUp();
    });
  }

  private async drain(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) await this.inTurn(() => this.storeSome(this.waiting.splice(0, TOGETHER)));
    this.busy = false;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.work.then(work);
    this.work = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  private async storeSome(batch: readonly Waiting<By>[]): Promise<void> {
    let rest = batch;
    try {
      while (rest.length > 0) {
        const fit = await this.applyFit(rest);
        if (fit.length === 0) return;
        const outcome = await this.around.store(
          this.epoch,
          fit.map(({ sent }) => ({
            ...sent,
            clients: sent.clients.filter((client) => !this.owners.has(client)),
          })),
        );
        if ('first' in outcome) return this.acknowledge(fit, outcome.first);
        for (const [at, reason] of outcome.refused) fit[at]?.reject(reason);
        rest = fit.filter((_, at) => !outcome.refused.has(at));
        await this.reload();
      }
    } catch (error) {
      for (const { reject } of rest) reject(error);
      await this.reload().catch(() => undefined);
    }
  }

  /** Puts into the document what fits it; what does not is refused, and leaves no trace. */
  private async applyFit(batch: readonly Waiting<By>[]): Promise<Waiting<By>[]> {
    let fit: Waiting<By>[] = [];
    for (const each of batch) {
      const fault = this.isForeign(each.sent) ? 'document.unfit' : await this.apply(each.sent.bytes, fit);
      if (fault === null) {
        fit.push(each);
        continue;
      }
      each.reject(refuse(DOCUMENT_ERRORS, fault));
      await this.reload();
      const before = fit;
      fit = [];
      for (const known of before)
        if (applyChecked(this.stored.doc, known.sent.bytes) === null) fit.push(known);
    }
    return fit;
  }

  private async apply(bytes: Uint8Array, before: readonly Waiting<By>[]): Promise<Fault | null> {
    const fault = applyChecked(this.stored.doc, bytes);
    if (fault !== 'document.incomplete') return fault;
    // It may build on what another process has stored a moment ago.
    await this.replace();
    for (const { sent } of before) applyChecked(this.stored.doc, sent.bytes);
    return applyChecked(this.stored.doc, bytes);
  }

  /**
   * Nobody writes with another's device: what two wrote under one number cannot be told apart, and falls apart. What is
   * known of another's already is only repeated, and passed over.
   */
  private isForeign({ ends, participantId }: Sent<By>): boolean {
    return [...ends].some(
      ([client, end]) =>
        this.owners.has(client) &&
        this.owners.get(client) !== participantId &&
        end > Y.getState(this.stored.doc.store, client),
    );
  }

  private acknowledge(batch: readonly Waiting<By>[], first: number): void {
    for (const [at, { sent, resolve }] of batch.entries()) {
      const { participantId, bytes, clients, from } = sent;
      for (const client of clients) if (!this.owners.has(client)) this.owners.set(client, participantId);
      this.size += bytes.length;
      resolve(first + at);
      this.around.tell({ seq: first + at, participantId, bytes }, from);
    }
    if (first === this.seq + 1) this.seq += batch.length;
  }

  private async catchUp(): Promise<void> {
    const updates = await this.around.after(this.epoch, this.seq);
    if (updates === null) return this.replace();
    for (const update of updates) {
      Y.applyUpdate(this.stored.doc, update.bytes);
      this.seq = update.seq;
      this.around.tell(update, null);
    }
  }

  /** Reads anew. Screens are told what they may lack; of another text than before they are to begin again. */
  private async replace(): Promise<void> {
    const before = this.stored;
    await this.reload();
    if (this.epoch !== before.epoch) return this.around.reopen();
    const bytes = Y.encodeStateAsUpdate(this.stored.doc, Y.encodeStateVector(before.doc));
    this.around.tell({ seq: this.seq, participantId: null, bytes }, null);
  }

  private async reload(): Promise<void> {
    this.stored = await this.around.load();
    this.seq = this.stored.seq;
    this.size = this.stored.size;
  }
}
