import type { Lang } from '../../kernel/localized.js';

/** The Socket.IO namespace in which the text is written together. */
export const DOCUMENT_SPACE = '/appeal';

export const DOCUMENT_ERRORS = {
  /** Not a text of clauses, or written as somebody else: nothing of it was kept. */
  'document.unfit': 'invalid',
  /** Builds on something that is not here: open the document anew, which sends what is lacking. */
  'document.incomplete': 'conflict',
  /** The text was made anew, as after a restored backup; what was written on the earlier one does not fit it. */
  'document.replaced': 'conflict',
  'document.full': 'too-large',
} as const;

export const DOCUMENT_LIMITS = {
  /** Bytes of one update. A message of more than 60 KiB goes over HTTP. */
  update: 256 * 1024,
  message: 60 * 1024,
  /** Bytes of all that is stored of one text. */
  document: 8 * 1024 * 1024,
  clauses: 600,
  /** UTF-16 units of a clause in one language: what an editor lets write, and what two at once can come to. */
  text: 4_000,
  textAtOnce: 8_000,
  paragraphs: 200,
  sources: 100,
  editorial: 500,
  versionName: 120,
  /** Bytes of a place in the text: what kind, a device and a count. */
  place: 32,
} as const;

/** Where somebody is in the text, as others are shown it; never stored. */
export interface Presence {
  /** One a screen. */
  readonly key: string;
  readonly participantId: string;
  readonly name: string;
  readonly clauseId: string | null;
  readonly lang: Lang | null;
  /** Wrote there within the last moments: others wait before they split, join, move or delete it. */
  readonly writing: boolean;
  /** The caret, as an encoded Yjs relative position in `lang`; null for none. */
  readonly head: Uint8Array | null;
  /** Where the selection that ends at the caret began; null where nothing is selected. */
  readonly anchor: Uint8Array | null;
}

/** How often (ms) each process tells anew who is present at it, and after how long without a word somebody is gone. */
export const PRESENCE = { beat: 5_000, gone: 12_000 } as const;

export interface OpenDocument {
  readonly appealId: string;
  /** Yjs state vector of what this device has, of the epoch that it has it of; left out by whom has nothing. */
  readonly vector?: Uint8Array;
  readonly epoch?: string;
}

export interface OpenedDocument {
  readonly epoch: string;
  /** Place of the last update that `state` holds. */
  readonly seq: number;
  /** A Yjs update with what the device lacks. */
  readonly state: Uint8Array;
  /** What the server has: what the device has beyond it is to be sent. */
  readonly vector: Uint8Array;
  readonly write: boolean;
  readonly present: readonly Presence[];
}

export interface UpdateDocument {
  readonly appealId: string;
  readonly epoch: string;
  /** A Yjs update (encoding 1). */
  readonly update: Uint8Array;
}

/** Stored, and never before. */
export interface StoredUpdate {
  readonly seq: number;
}

export interface TellPresence {
  readonly appealId: string;
  readonly clauseId: string | null;
  readonly lang: Lang | null;
  readonly writing: boolean;
  readonly head?: Uint8Array | null;
  readonly anchor?: Uint8Array | null;
}

export interface DocumentMessages {
  'document.open': { request: OpenDocument; answer: OpenedDocument };
  'document.update': { request: UpdateDocument; answer: StoredUpdate };
  'document.close': { request: { appealId: string }; answer: object };
  'document.presence': { request: TellPresence; answer: object };
}

export interface DocumentBroadcasts {
  /** Another's update, in the order in which they were stored. */
  update: (update: {
    readonly appealId: string;
    readonly seq: number;
    readonly update: Uint8Array;
    readonly participantId: string | null;
  }) => void;
  presence: (presence: Presence & { readonly appealId: string }) => void;
  /** All who are present at one process, again and again. */
  here: (all: { readonly appealId: string; readonly present: readonly Presence[] }) => void;
  absent: (gone: { readonly appealId: string; readonly key: string }) => void;
  /** The text was made anew, or may no longer be read: open it anew. */
  reopen: (appeal: { readonly appealId: string }) => void;
}

/** The same by HTTP, for what is too large for a message. */
export interface WriteDocument {
  readonly epoch: string;
  /** Base64 of a Yjs update. */
  readonly update: string;
}
