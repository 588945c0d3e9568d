import {
  type OnGatewayConnection,
  type OnGatewayInit,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { newId } from '../../kernel/ids.js';
import { EventDispatcher } from '../events/event-dispatcher.js';
import { asDomainError } from '../http/as-domain-error.js';
import { NOBODY, type Reader } from '../http/reader.js';
import { validated } from '../http/validation.js';
import { Log } from '../observability/log.js';
import { Metrics } from '../observability/metrics.js';
import type { Answer, Hint } from './realtime.contract.js';

export type MessageHandler<T> = (reader: Reader, body: T, socket: Socket) => Promise<unknown>;

interface Message {
  readonly shape: new () => object;
  readonly fits: (body: unknown) => boolean;
  readonly handler: MessageHandler<never>;
}

export const forumRoom = (forumId: string): string => `forum:${forumId}`;
export const signInRoom = (signInId: string): string => `sign-in:${signInId}`;
const accountRoom = (accountId: string): string => `account:${accountId}`;

/**
 * The one place where sockets come in. Rooms register their messages; each is validated like an HTTP body,
 * and answered with an acknowledgement that holds the data or the error's code.
 */
@WebSocketGateway()
export class RealtimeGateway implements OnGatewayInit, OnGatewayConnection {
  @WebSocketServer()
  private readonly io: Server;

  private readonly messages = new Map<string, Message>();
  private identify: (headers: Socket['handshake']['headers']) => Promise<Reader> = async () => NOBODY;

  constructor(
    dispatcher: EventDispatcher,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {
    dispatcher.listen((event) => {
      if (!event.forumId || !this.io) return;
      const hint: Hint = {
        type: event.type,
        kind: event.subjectKind,
        id: event.subjectId,
        forumId: event.forumId,
      };
      // Each process reads the log itself, so a hint needs no way through Redis.
      this.io.local.to(forumRoom(event.forumId)).emit('hint', hint);
    });
  }

  /** Identity says here how the cookie of a handshake becomes a reader. */
  identifyBy(identify: (headers: Socket['handshake']['headers']) => Promise<Reader>): void {
    this.identify = identify;
  }

  /**
   * Registers a message. `fits` may let a body in that has exactly the shape, where a thousand come in a second and
   * the validation costs more than all the rest; what it does not let in is validated.
   */
  on<T extends object>(
    name: string,
    shape: new () => T,
    handler: MessageHandler<T>,
    fits: (body: unknown) => body is T = (body): body is T => false,
  ): void {
    this.messages.set(name, { shape, fits, handler: handler as MessageHandler<never> });
  }

  /** The names of all messages that this app answers, for the permission table's test. */
  messageNames(): string[] {
    return [...this.messages.keys()].sort();
  }

  /** To everyone who watches the forum, in all processes. */
  broadcast(forumId: string, name: string, data: unknown): void {
    this.io?.to(forumRoom(forumId)).emit(name, data);
  }

  /** A hint for these accounts alone, in all processes: what others must not even know to have happened. */
  hintTo(accountIds: readonly string[], hint: Hint): void {
    if (accountIds.length > 0) this.io?.to(accountIds.map(accountRoom)).emit('hint', hint);
  }

  /** Cuts the sockets of a revoked sign-in, in all processes. */
  cut(signInId: string): void {
    this.io?.to(signInRoom(signInId)).emit('signed-out');
    this.io?.in(signInRoom(signInId)).disconnectSockets(true);
  }

  afterInit(io: Server): void {
    io.use((socket, next) => {
      this.identify(socket.handshake.headers).then(
        (reader) => {
          socket.data.reader = reader;
          next();
        },
        () => next(new Error('service.unavailable')),
      );
    });
  }

  handleConnection(socket: Socket): void {
    const reader = socket.data.reader as Reader;
    if (reader.signInId) void socket.join(signInRoom(reader.signInId));
    if (reader.account) void socket.join(accountRoom(reader.account.id));
    this.metrics.sockets.inc();
    socket.on('disconnect', () => this.metrics.sockets.dec());
    socket.onAny((name: string, body: unknown, acknowledge: unknown) => {
      if (typeof acknowledge === 'function')
        void this.answer(socket, name, body).then((answer) => acknowledge(answer));
    });
  }

  private async answer(socket: Socket, name: string, body: unknown): Promise<Answer<unknown>> {
    const message = this.messages.get(name);
    try {
      if (!message) throw Object.assign(new Error(), { statusCode: 404 });
      const request = message.fits(body) ? body : await validated(message.shape, body);
      const data = await message.handler(socket.data.reader, request as never, socket);
      this.metrics.messages.inc({ message: name, code: 'ok' });
      return { ok: true, data };
    } catch (thrown) {
      const error = asDomainError(thrown);
      const requestId = newId();
      if (error.kind === 'internal')
        this.log.error({ err: thrown, requestId, message: name }, 'a message failed');
      this.metrics.messages.inc({ message: message ? name : 'unknown', code: error.code });
      return { ok: false, error: { code: error.code, requestId, ...error.details } };
    }
  }
}
