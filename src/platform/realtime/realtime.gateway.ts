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
import { type Message, type MessageHandler, RealtimeSpace } from './realtime-space.js';

export type { MessageHandler } from './realtime-space.js';

export const forumRoom = (forumId: string): string => `forum:${forumId}`;
export const signInRoom = (signInId: string): string => `sign-in:${signInId}`;
const accountRoom = (accountId: string): string => `account:${accountId}`;

/**
 * The one place where sockets come in. Rooms register their messages; each is validated like an HTTP body,
 * and answered with an acknowledgement that holds the data or the error's code. A room whose traffic is not
 * everybody's has a space (a Socket.IO namespace) of its own, with the same sign-in.
 */
@WebSocketGateway()
export class RealtimeGateway implements OnGatewayInit, OnGatewayConnection {
  @WebSocketServer()
  private readonly io: Server;

  private readonly messages = new Map<string, Message>();
  private readonly spaces: RealtimeSpace[] = [];
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

  /** A space of a room's own, such as `/appeal`. To be asked for while the app is being built. */
  space(name: string): RealtimeSpace {
    const space = new RealtimeSpace(name);
    this.spaces.push(space);
    return space;
  }

  /** The names of all messages that this app answers, for the permission table's test. */
  messageNames(): string[] {
    return [this.messages, ...this.spaces.map(({ messages }) => messages)]
      .flatMap((messages) => [...messages.keys()])
      .sort();
  }

  /** To everyone who watches the forum, in all processes. */
  broadcast(forumId: string, name: string, data: unknown): void {
    this.io?.to(forumRoom(forumId)).emit(name, data);
  }

  /** A hint for these accounts alone, in all processes: what others must not even know to have happened. */
  hintTo(accountIds: readonly string[], hint: Hint): void {
    if (accountIds.length > 0) this.io?.to(accountIds.map(accountRoom)).emit('hint', hint);
  }

  /** Cuts the sockets of a revoked sign-in, in all processes and spaces. */
  cut(signInId: string): void {
    this.io?.to(signInRoom(signInId)).emit('signed-out');
    for (const name of ['/', ...this.spaces.map((space) => space.name)])
      this.io?.of(name).in(signInRoom(signInId)).disconnectSockets(true);
  }

  afterInit(io: Server): void {
    const identified = (socket: Socket, next: (error?: Error) => void): void => {
      this.identify(socket.handshake.headers).then(
        (reader) => {
          socket.data.reader = reader;
          next();
        },
        () => next(new Error('service.unavailable')),
      );
    };
    io.use(identified);
    for (const space of this.spaces)
      space.openOn(io.of(space.name).use(identified), (socket) => this.enter(socket, space.messages));
  }

  handleConnection(socket: Socket): void {
    const reader = socket.data.reader as Reader;
    if (reader.account) void socket.join(accountRoom(reader.account.id));
    this.metrics.sockets.inc();
    socket.on('disconnect', () => this.metrics.sockets.dec());
    this.enter(socket, this.messages);
  }

  private enter(socket: Socket, messages: ReadonlyMap<string, Message>): void {
    const { signInId } = socket.data.reader as Reader;
    if (signInId) void socket.join(signInRoom(signInId));
    socket.onAny((name: string, body: unknown, acknowledge: unknown) => {
      if (typeof acknowledge === 'function')
        void this.answer(socket, messages.get(name), name, body).then((answer) => acknowledge(answer));
    });
  }

  private async answer(
    socket: Socket,
    message: Message | undefined,
    name: string,
    body: unknown,
  ): Promise<Answer<unknown>> {
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
