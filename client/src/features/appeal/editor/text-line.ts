import type { Socket } from 'socket.io-client';
import {
  DOCUMENT_LIMITS,
  DOCUMENT_SPACE,
  type DocumentBroadcasts,
  type DocumentMessages,
  type StoredUpdate,
} from '../../../../../src/appeal/document/document.contract.js';
import type { Answer } from '../../../../../src/platform/realtime/realtime.contract.js';
import { post } from '../../../lib/api.js';
import { codeOf } from '../../../lib/api-error.js';
import { toBase64 } from './bytes.js';

const ACK_MS = 8_000;

export type SpaceSocket = Socket<DocumentBroadcasts>;

/** The line to the server for one appeal's text. */
export class TextLine {
  private socket: SpaceSocket | null = null;
  private ended = false;

  constructor(
    private readonly appealId: string,
    private readonly connect: () => Promise<SpaceSocket> = openSpace,
  ) {}

  get id(): string | undefined {
    return this.socket?.id;
  }

  get isOpen(): boolean {
    return this.socket?.connected ?? false;
  }

  /** `on` hears what is told of this text. */
  async start(onOpen: () => void, onLost: () => void, on: DocumentBroadcasts): Promise<void> {
    const socket = await this.connect();
    if (this.ended) return;
    this.socket = socket;
    socket.on('connect', onOpen);
    socket.on('disconnect', onLost);
    socket.on('connect_error', onLost);
    for (const name of Object.keys(on) as (keyof DocumentBroadcasts)[])
      socket.on(name, ((data: { readonly appealId: string }) => {
        if (data.appealId === this.appealId) (on[name] as (data: unknown) => void)(data);
      }) as never);
    if (socket.connected) onOpen();
    else socket.connect();
  }

  /** Ends once what is on its way has been answered. */
  stop(last: Promise<unknown>): void {
    this.ended = true;
    const { socket } = this;
    socket?.removeAllListeners();
    void last.finally(() => socket?.disconnect());
  }

  /** Null where no answer came. */
  async ask<Name extends keyof DocumentMessages>(
    name: Name,
    body: Omit<DocumentMessages[Name]['request'], 'appealId'>,
  ): Promise<Answer<DocumentMessages[Name]['answer']> | null> {
    const { socket } = this;
    if (!socket?.connected) return null;
    const timed = socket.timeout(ACK_MS) as unknown as {
      emitWithAck(name: string, body: object): Promise<Answer<DocumentMessages[Name]['answer']>>;
    };
    return timed.emitWithAck(name, { appealId: this.appealId, ...body }).catch(() => null);
  }

  /** The code of what went wrong, or null once the update is stored. What is too large for a message goes by HTTP. */
  async store(epoch: string, update: Uint8Array): Promise<string | null> {
    if (update.length > DOCUMENT_LIMITS.message) {
      const body = { epoch, update: toBase64(update) };
      return post<StoredUpdate>(`/appeals/${this.appealId}/document/updates`, body).then(() => null, codeOf);
    }
    const answer = await this.ask('document.update', { epoch, update });
    return answer === null ? 'client.offline' : answer.ok ? null : answer.error.code;
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
