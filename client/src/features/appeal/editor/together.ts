import type { Socket } from 'socket.io-client';
import * as Y from 'yjs';
import {
  DOCUMENT_LIMITS,
  DOCUMENT_SPACE,
  type DocumentBroadcasts,
  type OpenedDocument,
  type Presence,
  type StoredUpdate,
} from '../../../../../src/appeal/document/document.contract.js';
import type { Lang } from '../../../../../src/kernel/localized.js';
import type { Answer } from '../../../../../src/platform/realtime/realtime.contract.js';
import { openParts } from '../../../../../src/text/clause-document/clause-nodes.js';
import { post } from '../../../lib/api.js';
import { codeOf } from '../../../lib/api-error.js';

/** What is typed within this goes as one update. */
const GATHER_MS = 80;
const AGAIN_MS = 700;
/** Not taken at the moment: too much at once, the database away, a compile or a release under way. */
const AGAIN = /^(?:request\.too-many|service\.|appeal\.in-work)/;
const ACK_MS = 8_000;
/** How often one's place is told anew, and how long another's is believed. */
const BEAT_MS = 15_000;
const GONE_MS = 40_000;

/** Marks what came from the server, so that it is not sent back. */
const SERVER = Symbol('server');

export interface Place {
  readonly clauseId: string | null;
  readonly lang: Lang | null;
  readonly writing: boolean;
}

/** What whoever shows the text needs to know of the line; a new object with each change. */
export interface TogetherState {
  readonly line: 'connecting' | 'open' | 'lost';
  /** Another one when the text was made anew: what shows it begins again. */
  readonly doc: Y.Doc | null;
  readonly write: boolean;
  /** Everything that was written here is stored. */
  readonly saved: boolean;
  /** Code of why what was written here is not taken; nothing more is sent. */
  readonly refused: string | null;
  readonly others: readonly Presence[];
}

type SpaceSocket = Socket<DocumentBroadcasts>;
type Heard = Presence & { readonly at: number };

/** One person's share in an appeal's text: the document on this device, and the line that keeps it in step. */
export class Together {
  private state: TogetherState = {
    line: 'connecting',
    doc: null,
    write: false,
    saved: true,
    refused: null,
    others: [],
  };
  private readonly listeners = new Set<() => void>();
  private socket: SpaceSocket | null = null;
  private epoch: string | null = null;
  private unsent: Uint8Array[] = [];
  private sending = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private beat: ReturnType<typeof setInterval> | null = null;
  private readonly heard = new Map<string, Heard>();
  private place: Place = { clauseId: null, lang: null, writing: false };
  private ended = false;

  constructor(
    private readonly appealId: string,
    private readonly connect: () => Promise<SpaceSocket> = openSpace,
  ) {}

  readonly now = (): TogetherState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  async start(): Promise<void> {
    const socket = await this.connect();
    if (this.ended) return;
    this.socket = socket;
    socket.on('connect', this.open);
    socket.on('disconnect', this.lost);
    socket.on('connect_error', this.lost);
    socket.on('update', ({ appealId, update }) => {
      if (appealId === this.appealId) this.take(update);
    });
    socket.on('reopen', ({ appealId }) => {
      if (appealId === this.appealId) void this.open();
    });
    socket.on('presence', ({ appealId, ...presence }) => {
      if (appealId === this.appealId) this.hear(presence);
    });
    socket.on('absent', ({ appealId, key }) => {
      if (appealId === this.appealId && this.heard.delete(key)) this.showOthers();
    });
    this.beat = setInterval(() => {
      void this.tellPlace();
      this.showOthers();
    }, BEAT_MS);
    if (socket.connected) void this.open();
    else socket.connect();
  }

  stop(): void {
    this.ended = true;
    if (this.timer) clearTimeout(this.timer);
    if (this.beat) clearInterval(this.beat);
    const { socket } = this;
    if (!socket) return;
    void this.flush().finally(() => socket.disconnect());
    socket.removeAllListeners();
  }

  /** Where this person is; told to the others. */
  moveTo(place: Place): void {
    const { clauseId, lang, writing } = this.place;
    if (clauseId === place.clauseId && lang === place.lang && writing === place.writing) return;
    this.place = place;
    void this.tellPlace();
  }

  /** Gives up what was refused, and takes the text as the server has it. */
  beginAgain(): void {
    this.epoch = null;
    this.unsent = [];
    this.set({ refused: null, saved: true, doc: null });
    void this.open();
  }

  private readonly lost = (): void => {
    this.heard.clear();
    this.set({ line: 'lost', others: [] });
  };

  private readonly open = async (): Promise<void> => {
    const { doc } = this.state;
    const answer = await this.ask<OpenedDocument>('document.open', {
      appealId: this.appealId,
      ...(doc && this.epoch && { epoch: this.epoch, vector: Y.encodeStateVector(doc) }),
    });
    if (this.ended || answer === null) return;
    if (!answer.ok) return this.set({ line: 'open', write: false, refused: answer.error.code });
    const { epoch, state, vector, write, present } = answer.data;
    const known = epoch === this.epoch && doc;
    const next = known || this.begin(epoch);
    Y.applyUpdate(next, bytes(state), SERVER);
    const lacking = known ? Y.encodeStateAsUpdate(next, bytes(vector)) : null;
    // Two zeros are an update that says nothing.
    this.unsent = lacking && lacking.length > 2 && !this.state.refused ? [lacking] : [];
    for (const presence of present) this.heard.set(presence.key, { ...presence, at: Date.now() });
    this.set({ line: 'open', doc: next, write, saved: this.unsent.length === 0 });
    this.showOthers();
    void this.tellPlace();
    void this.flush();
  };

  private begin(epoch: string): Y.Doc {
    const doc = openParts(new Y.Doc());
    this.epoch = epoch;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === SERVER || this.state.doc !== doc) return;
      this.unsent.push(update);
      this.set({ saved: false });
      this.soon(GATHER_MS);
    });
    return doc;
  }

  private take(update: Uint8Array): void {
    const { doc } = this.state;
    if (!doc) return;
    Y.applyUpdate(doc, bytes(update), SERVER);
    // Something before it did not come: what is lacking is asked for.
    if (doc.store.pendingStructs !== null) void this.open();
  }

  private soon(ms: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.flush();
    }, ms);
  }

  /** One update after the other, in order; what comes meanwhile waits and goes together. */
  private async flush(): Promise<void> {
    if (this.sending || this.unsent.length === 0 || this.state.refused || !this.socket?.connected) return;
    this.sending = true;
    const update = Y.mergeUpdates(this.unsent);
    const count = this.unsent.length;
    const code = await this.store(update);
    this.sending = false;
    if (code === null) this.unsent.splice(0, count);
    else if (code === 'client.offline') return;
    else if (AGAIN.test(code)) return this.soon(AGAIN_MS);
    else if (code === 'document.incomplete' || code === 'document.replaced') return this.open();
    else return this.set({ refused: code });
    this.set({ saved: this.unsent.length === 0 });
    if (this.unsent.length > 0) this.soon(0);
  }

  /** The code of what went wrong, or null once it is stored. */
  private async store(update: Uint8Array): Promise<string | null> {
    const { appealId, epoch } = this;
    if (update.length > DOCUMENT_LIMITS.message) {
      const body = { epoch, update: base64(update) };
      return post<StoredUpdate>(`/appeals/${appealId}/document/updates`, body).then(() => null, codeOf);
    }
    const answer = await this.ask<StoredUpdate>('document.update', { appealId, epoch, update });
    return answer === null ? 'client.offline' : answer.ok ? null : answer.error.code;
  }

  private async ask<T>(name: string, body: object): Promise<Answer<T> | null> {
    const { socket } = this;
    if (!socket?.connected) return null;
    const timed = socket.timeout(ACK_MS) as unknown as {
      emitWithAck(name: string, body: object): Promise<Answer<T>>;
    };
    return timed.emitWithAck(name, body).catch(() => null);
  }

  private async tellPlace(): Promise<void> {
    if (this.state.doc) await this.ask('document.presence', { appealId: this.appealId, ...this.place });
  }

  private hear(presence: Presence): void {
    const isNew = !this.heard.has(presence.key);
    this.heard.set(presence.key, { ...presence, at: Date.now() });
    this.showOthers();
    // Who came by another process was not told of this screen.
    if (isNew && presence.key !== this.socket?.id) void this.tellPlace();
  }

  private showOthers(): void {
    for (const [key, { at }] of this.heard) if (Date.now() - at > GONE_MS) this.heard.delete(key);
    this.set({ others: [...this.heard.values()].filter(({ key }) => key !== this.socket?.id) });
  }

  private set(change: Partial<TogetherState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** Shares the connection of the page, where there is one. */
async function openSpace(): Promise<SpaceSocket> {
  const { io } = await import('socket.io-client');
  return io(DOCUMENT_SPACE, {
    path: '/socket.io',
    transports: ['websocket'],
    reconnectionDelayMax: 5_000,
    randomizationFactor: 0.7,
  });
}

/** A browser hands out binary data as an ArrayBuffer. */
const bytes = (data: Uint8Array | ArrayBuffer): Uint8Array => new Uint8Array(data);

function base64(data: Uint8Array): string {
  let text = '';
  for (const byte of data) text += String.fromCharCode(byte);
  return btoa(text);
}
