import type { QueryClient } from '@tanstack/react-query';
import type { Socket } from 'socket.io-client';
import type {
  Answer,
  Hint,
  RealtimeMessages,
  ServerMessages,
} from '../../../src/platform/realtime/realtime.contract.js';
import type { VotingBroadcasts, VotingMessages } from '../../../src/voting/voting.contract.js';
import { ApiError } from './api-error.js';
import { applyHints, applyPollState } from './hints.js';

type Messages = RealtimeMessages & VotingMessages;
type Emits = {
  [Name in keyof Messages]: (
    request: Messages[Name]['request'],
    acknowledge: (answer: Answer<Messages[Name]['answer']>) => void,
  ) => void;
};
type NidaaSocket = Socket<ServerMessages & VotingBroadcasts, Emits>;

export type Line = 'connecting' | 'connected' | 'lost';

/** A hall of phones hears of the same event at the same moment: each waits a little, and its own little. */
const GATHER_MS = { least: 120, spread: 400 };
const ACK_MS = 5_000;
/** Not judged yet: the same may be sent again. Over the socket only the code tells. */
const UNAVAILABLE = /^(service\.|ballot\.retry$)/;

/**
 * The one socket of this page. It is opened when a forum is first watched, hears hints and poll states,
 * and after every reconnection asks anew for all that is shown.
 */
export class Realtime {
  private socket: NidaaSocket | null = null;
  private readonly watched = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private gathered: Hint[] = [];
  private line: Line = 'connecting';
  private wasConnected = false;

  constructor(private readonly client: QueryClient) {}

  /** Watches a forum until the returned function is called. */
  watch(slug: string): () => void {
    this.watched.set(slug, (this.watched.get(slug) ?? 0) + 1);
    void this.open().then(() => this.announce(slug));
    return () => {
      const left = (this.watched.get(slug) ?? 1) - 1;
      if (left > 0) return void this.watched.set(slug, left);
      this.watched.delete(slug);
      if (this.socket?.connected) void this.ask('forum.unwatch', { slug }).catch(() => undefined);
    };
  }

  /** Sends a message and gives the acknowledged answer. Throws ApiError; `client.offline` without a connection. */
  async ask<Name extends keyof Messages>(
    name: Name,
    request: Messages[Name]['request'],
  ): Promise<Messages[Name]['answer']> {
    const socket = this.socket;
    if (!socket?.connected) throw new ApiError('client.offline', 0);
    let answer: Answer<Messages[Name]['answer']>;
    try {
      answer = await (socket.timeout(ACK_MS) as unknown as AnySocket).emitWithAck(name, request);
    } catch {
      throw new ApiError('client.offline', 0);
    }
    if (answer.ok) return answer.data;
    const { code, fields, requestId } = answer.error;
    throw new ApiError(code, UNAVAILABLE.test(code) ? 503 : 409, fields, requestId);
  }

  /** Whether the line to the server stands, for `useSyncExternalStore`. */
  readonly state = (): Line => this.line;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** A sign-in or a sign-out changes who this socket is: it begins again. */
  restart(): void {
    if (!this.socket) return;
    this.socket.disconnect();
    this.socket.connect();
  }

  private opening: Promise<void> | null = null;
  private open(): Promise<void> {
    this.opening ??= import('socket.io-client').then(({ io }) => {
      this.socket = io({
        path: '/socket.io',
        // No polling first: its requests would have to reach the same one of several processes each time.
        transports: ['websocket'],
        reconnectionDelayMax: 5_000,
        randomizationFactor: 0.7,
      }) as NidaaSocket;
      this.socket.on('connect', () => this.connected());
      this.socket.on('disconnect', () => this.set('lost'));
      this.socket.on('connect_error', () => this.set('lost'));
      this.socket.on('hint', (hint) => this.gather(hint));
      this.socket.on('poll', (state) => applyPollState(this.client, state));
      this.socket.on('signed-out', () => this.signedOut());
    });
    return this.opening;
  }

  private connected(): void {
    for (const slug of this.watched.keys()) this.announce(slug);
    // What happened while the line was down was told to others only.
    if (this.wasConnected) void this.client.invalidateQueries();
    this.wasConnected = true;
    this.set('connected');
  }

  private announce(slug: string): void {
    if (this.socket?.connected && this.watched.has(slug))
      void this.ask('forum.watch', { slug }).catch(() => undefined);
  }

  private gather(hint: Hint): void {
    this.gathered.push(hint);
    if (this.gathered.length > 1) return;
    setTimeout(
      () => {
        const hints = this.gathered;
        this.gathered = [];
        applyHints(this.client, hints);
      },
      GATHER_MS.least + Math.random() * GATHER_MS.spread,
    );
  }

  /** The server cuts the line after this; who one is has changed, and with it all that may be seen. */
  private signedOut(): void {
    void this.client.invalidateQueries();
    this.socket?.once('disconnect', () => this.socket?.connect());
  }

  private set(line: Line): void {
    if (line === this.line) return;
    this.line = line;
    for (const listener of this.listeners) listener();
  }
}

interface AnySocket {
  emitWithAck<T>(name: string, request: unknown): Promise<Answer<T>>;
}
