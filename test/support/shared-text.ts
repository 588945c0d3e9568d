import * as Y from 'yjs';
import {
  DOCUMENT_SPACE,
  type OpenedDocument,
  type Presence,
} from '../../src/appeal/document/document.contract.js';
import type { Lang } from '../../src/kernel/localized.js';
import type { Answer } from '../../src/platform/realtime/realtime.contract.js';
import {
  type ClauseNode,
  elementOf,
  nodesOf,
  openParts,
} from '../../src/text/clause-document/clause-nodes.js';
import type { BrowserClient, TestSocket } from './browser-client.js';

interface Told {
  readonly appealId: string;
  readonly seq: number;
  readonly update: Uint8Array;
  readonly participantId: string | null;
}

/** Somebody who writes in an appeal's text, as the editor does: keeps a document, sends what it writes, hears the others. */
export class SharedText {
  readonly doc = openParts(new Y.Doc());
  readonly acknowledged: number[] = [];
  readonly heard: Told[] = [];
  epoch = '';
  private unsent: Uint8Array[] = [];
  private socket: TestSocket | null = null;

  constructor(
    readonly client: BrowserClient,
    readonly appealId: string,
  ) {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.unsent.push(update);
    });
  }

  static async open(client: BrowserClient, appealId: string): Promise<SharedText> {
    const text = new SharedText(client, appealId);
    const answer = await text.connect();
    if (!answer.ok) throw new Error(answer.error.code);
    return text;
  }

  /** Opens a line, says what it has, takes over what it lacks, and sends what the server lacks. */
  async connect(): Promise<Answer<OpenedDocument>> {
    const socket = await this.client.socket(DOCUMENT_SPACE);
    this.socket = socket;
    socket.io.on('update', (told: Told) => {
      this.heard.push(told);
      Y.applyUpdate(this.doc, new Uint8Array(told.update), 'server');
    });
    const answer = await socket.ask<OpenedDocument>('document.open', {
      appealId: this.appealId,
      ...(this.epoch && { epoch: this.epoch, vector: Y.encodeStateVector(this.doc) }),
    });
    if (!answer.ok) return answer;
    const again = this.epoch === answer.data.epoch;
    this.epoch = answer.data.epoch;
    Y.applyUpdate(this.doc, new Uint8Array(answer.data.state), 'server');
    // What was sent and not answered may be lacking there as well.
    if (again) this.unsent = [Y.encodeStateAsUpdate(this.doc, new Uint8Array(answer.data.vector))];
    return answer;
  }

  /** Sends what was written since, as one update; keeps it where it was refused. */
  async send(): Promise<Answer<{ seq: number }>> {
    const update = Y.mergeUpdates(this.unsent.splice(0));
    const answer = await this.sendRaw(update);
    if (answer.ok) this.acknowledged.push(answer.data.seq);
    else this.unsent.unshift(update);
    return answer;
  }

  sendRaw(update: Uint8Array, epoch = this.epoch): Promise<Answer<{ seq: number }>> {
    return this.line.ask('document.update', { appealId: this.appealId, epoch, update });
  }

  get line(): TestSocket {
    if (!this.socket) throw new Error('not connected');
    return this.socket;
  }

  present(fits: (presence: Presence) => boolean): Promise<Presence> {
    return this.line.hear<Presence>('presence', fits);
  }

  cut(): void {
    this.socket?.close();
    this.socket = null;
  }

  clauses(lang: Lang = 'fr'): ClauseNode[] {
    return nodesOf(this.doc, lang);
  }

  textOf(id: string, lang: Lang = 'fr'): string | undefined {
    return this.clauses(lang).find((clause) => clause.id === id)?.text;
  }

  /** Types at a place of a clause's first paragraph, as letters in the same text. */
  type(id: string, at: number, words: string, lang: Lang = 'fr'): void {
    const paragraph = elementOf(this.doc, lang, id)?.get(0);
    if (!(paragraph instanceof Y.XmlElement)) throw new Error('no paragraph');
    const text = paragraph.get(0);
    if (text instanceof Y.XmlText) text.insert(at, words);
    else paragraph.insert(0, [new Y.XmlText(words)]);
  }
}
