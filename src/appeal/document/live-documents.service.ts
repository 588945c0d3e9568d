import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { Signals } from '../../platform/database/signals.js';
import type { Reader } from '../../platform/http/reader.js';
import { RealtimeGateway } from '../../platform/realtime/realtime.gateway.js';
import type { RealtimeSpace } from '../../platform/realtime/realtime-space.js';
import { Appeal } from '../appeal.entity.js';
import {
  DOCUMENT_ERRORS,
  DOCUMENT_LIMITS,
  DOCUMENT_SPACE,
  type OpenedDocument,
} from './document.contract.js';
import { DocumentAccess } from './document-access.js';
import { DOCUMENT_SIGNAL, DocumentStore, type StoredDocument } from './document-store.js';
import { type Around, LiveDocument, type Sent, type Stored } from './live-document.js';
import { screenUpdate } from './screen-update.js';
import { Settling } from './settling.service.js';

export const documentRoom = (appealId: string): string => `document:${appealId}`;

type Live = LiveDocument<Reader>;

/** The documents that are open at this process, each once. */
@Injectable()
export class LiveDocuments implements OnApplicationBootstrap {
  readonly space: RealtimeSpace;
  private readonly open = new Map<string, { live: Promise<Live>; users: number }>();

  constructor(
    private readonly db: DataSource,
    private readonly signals: Signals,
    private readonly store: DocumentStore,
    private readonly access: DocumentAccess,
    private readonly settling: Settling,
    realtime: RealtimeGateway,
  ) {
    this.space = realtime.space(DOCUMENT_SPACE);
  }

  /** Whatever is written by another process, or by an edit that is no update, is heard of by NOTIFY. */
  async onApplicationBootstrap(): Promise<void> {
    const all = (): void => {
      for (const appealId of this.open.keys()) this.hear(appealId, 0);
    };
    await this.signals.hear(
      DOCUMENT_SIGNAL,
      (payload) => {
        const [appealId = '', seq] = payload.split(' ');
        this.hear(appealId, Number(seq));
      },
      all,
    );
  }

  /** What a device lacks. The caller holds the document until it lets go. */
  async read(
    appealId: string,
    vector: Uint8Array | undefined,
    epoch: string | undefined,
  ): Promise<Omit<OpenedDocument, 'write' | 'present'>> {
    return this.using(appealId, async (live) => {
      const known = epoch === live.epoch ? vector : undefined;
      const { seq, ...state } = await live.state(known);
      return { epoch: live.epoch, seq, ...state };
    });
  }

  /** Stores an update and answers its place. Nothing of it is told to anybody before. */
  async write(
    reader: Reader,
    participantId: string,
    appealId: string,
    { epoch, update, from }: { epoch: string; update: Uint8Array; from: string | null },
  ): Promise<number> {
    if (update.length > DOCUMENT_LIMITS.update) throw refuse(KERNEL_ERRORS, 'request.too-large');
    const ends = screenUpdate(update);
    if (!ends) throw refuse(DOCUMENT_ERRORS, 'document.unfit');
    const sent = {
      by: reader,
      participantId,
      bytes: Buffer.from(update),
      clients: [...ends.keys()],
      ends,
      from,
    };
    const seq = await this.using(appealId, (live) => live.write(epoch, sent));
    this.settling.soon(appealId);
    return seq;
  }

  /** Stores an update of whom asks without having the text open. */
  async bring(reader: Reader, appealId: string, epoch: string, update: Uint8Array): Promise<number> {
    const { appeal } = await this.access.enter(reader, appealId);
    const participantId = await this.access.writer(reader, appeal);
    return this.write(reader, participantId, appealId, { epoch, update, from: null });
  }

  /** Keeps a document in memory until `letGo`. */
  hold(appealId: string): void {
    this.entry(appealId).users++;
  }

  letGo(appealId: string): void {
    const entry = this.open.get(appealId);
    if (entry && --entry.users <= 0) this.open.delete(appealId);
  }

  private async using<T>(appealId: string, work: (live: Live) => Promise<T>): Promise<T> {
    this.hold(appealId);
    try {
      return await work(await this.entry(appealId).live);
    } catch (error) {
      // One that could not be read is tried again by the next who asks.
      await this.entry(appealId).live.catch(() => this.open.delete(appealId));
      throw error;
    } finally {
      this.letGo(appealId);
    }
  }

  private entry(appealId: string): { live: Promise<Live>; users: number } {
    const known = this.open.get(appealId);
    if (known) return known;
    const live = LiveDocument.open(this.around(appealId), () =>
      this.store.writers(this.db.manager, appealId),
    );
    live.catch(() => undefined);
    const entry = { live, users: 0 };
    this.open.set(appealId, entry);
    return entry;
  }

  private hear(appealId: string, seq: number): void {
    const entry = this.open.get(appealId);
    if (!entry) return;
    // A lost database is heard of by whoever asks next.
    entry.live.then((live) => live.hear(seq)).catch(() => undefined);
  }

  private around(appealId: string): Around<Reader> {
    const room = documentRoom(appealId);
    return {
      load: () => this.load(appealId),
      store: (epoch, updates) => this.keep(appealId, epoch, updates),
      after: async (epoch, seq) => {
        const place = await this.store.place(this.db.manager, appealId);
        if (!place || place.epoch !== epoch || place.snapshotSeq > seq) return null;
        return place.seq === seq ? [] : this.store.after(this.db.manager, appealId, seq);
      },
      tell: ({ seq, bytes, participantId }, except) =>
        this.space.tellHere(room, 'update', { appealId, seq, update: bytes, participantId }, except),
      reopen: () => this.space.tellHere(room, 'reopen', { appealId }, null),
    };
  }

  private async load(appealId: string): Promise<StoredDocument> {
    const known = await this.store.read(this.db.manager, appealId);
    if (known) return known;
    return this.db.transaction(async (em) => {
      await em.findOneOrFail(Appeal, { where: { id: appealId }, lock: { mode: 'pessimistic_write' } });
      return this.store.readOrMake(em, appealId);
    });
  }

  /**
   * The appeal's row is held so that who takes it alone (a publication, a compile, an edit by REST) waits for what is
   * being stored, and closes the door behind it. The clauses may follow meanwhile.
   */
  private keep(appealId: string, epoch: string, updates: readonly Sent<Reader>[]): Promise<Stored> {
    return this.db.transaction(async (em) => {
      const appeal = await em.findOneOrFail(Appeal, {
        where: { id: appealId },
        lock: { mode: 'for_key_share' },
      });
      const refusals = await this.access.refusals(
        updates.map(({ by }) => by),
        appeal,
        em,
      );
      const refused = new Map(refusals.flatMap((reason, at) => (reason === null ? [] : [[at, reason]])));
      if (refused.size > 0) return { refused };
      const devices = updates.flatMap(({ clients, participantId }) =>
        clients.map((client) => ({ client, participantId })),
      );
      if (!(await this.store.own(em, appealId, [...new Map(devices.map((d) => [d.client, d])).values()])))
        throw refuse(DOCUMENT_ERRORS, 'document.unfit');
      const first = await this.store.append(em, appealId, epoch, updates);
      if (first === null) throw refuse(DOCUMENT_ERRORS, 'document.replaced');
      return { first };
    });
  }
}
