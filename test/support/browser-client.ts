import { io, type Socket } from 'socket.io-client';
import type { Answer } from '../../src/platform/realtime/realtime.contract.js';

export interface Reply<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** Speaks to the app as a browser does: keeps the cookie, sends the header that forms of other sites cannot. */
export class BrowserClient {
  cookie = '';

  constructor(readonly url: string) {}

  get<T>(path: string): Promise<Reply<T>> {
    return this.send('GET', path);
  }

  post<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply<T>> {
    return this.send('POST', path, body, headers);
  }

  put<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply<T>> {
    return this.send('PUT', path, body, headers);
  }

  patch<T>(path: string, body?: unknown): Promise<Reply<T>> {
    return this.send('PATCH', path, body);
  }

  delete<T>(path: string): Promise<Reply<T>> {
    return this.send('DELETE', path);
  }

  async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply<T>> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(this.cookie && { cookie: this.cookie }),
        ...(method !== 'GET' && { 'x-nidaa': '1' }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie().find((line) => line.startsWith('nidaa='));
    if (set) this.cookie = set.split(';')[0] as string;
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : text) as T,
      headers: response.headers,
    };
  }

  /** A connected socket with this client's cookie, in a namespace such as `/appeal`. */
  async socket(space = ''): Promise<TestSocket> {
    const socket = io(this.url + space, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: this.cookie ? { cookie: this.cookie } : {},
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
      // Cut off between the transport's opening and the greeting.
      socket.once('disconnect', (reason) => reject(new Error(reason)));
    });
    return new TestSocket(socket);
  }
}

export class TestSocket {
  private readonly heard: { name: string; data: unknown }[] = [];
  private waiting: (() => void)[] = [];

  constructor(readonly io: Socket) {
    io.onAny((name: string, data: unknown) => {
      this.heard.push({ name, data });
      for (const wake of this.waiting.splice(0)) wake();
    });
  }

  ask<T>(message: string, body: unknown): Promise<Answer<T>> {
    return this.io.timeout(10_000).emitWithAck(message, body) as Promise<Answer<T>>;
  }

  /** The first message heard, before or after this call, that fits. */
  async hear<T>(name: string, fits: (data: T) => boolean = () => true): Promise<T> {
    for (;;) {
      const found = this.heard.find((message) => message.name === name && fits(message.data as T));
      if (found) return found.data as T;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** All messages of this name that were heard until now. */
  all<T>(name: string): readonly T[] {
    return this.heard.filter((message) => message.name === name).map(({ data }) => data as T);
  }

  close(): void {
    this.io.disconnect();
  }
}

/** What a request answers; throws what was refused. */
export async function ok<T>(asked: Promise<Reply<unknown>>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
