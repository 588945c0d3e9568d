import type { Namespace, Socket } from 'socket.io';
import type { Reader } from '../http/reader.js';

export type MessageHandler<T> = (reader: Reader, body: T, socket: Socket) => Promise<unknown>;

export interface Message {
  readonly shape: new () => object;
  readonly fits: (body: unknown) => boolean;
  readonly handler: MessageHandler<never>;
}

/** The sockets of one Socket.IO namespace, with the messages and broadcasts of the room that it belongs to. */
export class RealtimeSpace {
  readonly messages = new Map<string, Message>();
  private namespace: Namespace | null = null;
  private readonly leaving: ((socket: Socket) => void)[] = [];

  constructor(readonly name: string) {}

  /** Registers a message, as `RealtimeGateway.on` does. */
  on<T extends object>(
    name: string,
    shape: new () => T,
    handler: MessageHandler<T>,
    fits: (body: unknown) => body is T = (body): body is T => false,
  ): void {
    this.messages.set(name, { shape, fits, handler: handler as MessageHandler<never> });
  }

  /** Told of each socket that is going, while it still is in its rooms. */
  onLeave(handler: (socket: Socket) => void): void {
    this.leaving.push(handler);
  }

  openOn(namespace: Namespace, enter: (socket: Socket) => void): void {
    this.namespace = namespace;
    namespace.on('connection', (socket) => {
      enter(socket);
      socket.on('disconnecting', () => {
        for (const handler of this.leaving) handler(socket);
      });
    });
  }

  /** To the room's sockets in all processes. */
  broadcast(room: string, name: string, data: unknown): void {
    this.namespace?.to(room).emit(name, data);
  }

  /** To the room's sockets in this process, but one. */
  tellHere(room: string, name: string, data: unknown, except: string | null): void {
    const local = this.namespace?.local.to(room);
    (except ? local?.except(except) : local)?.emit(name, data);
  }

  /** The sockets of this process. */
  sockets(): readonly Socket[] {
    return [...(this.namespace?.sockets.values() ?? [])];
  }
}
