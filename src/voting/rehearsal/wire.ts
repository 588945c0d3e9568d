import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { Answer } from '../../platform/realtime/realtime.contract.js';

/** Frames of a client are masked (RFC 6455, 5.3); the key may be any, and zeroes leave the text as it is. */
const MASK = Buffer.alloc(4);
const LARGEST_SHORT = 125;

export const CUT = 'the connection was cut';

/**
 * A Socket.IO connection with as little as the protocol needs (WebSocket, Engine.IO 4, Socket.IO 5, text frames):
 * thousands of simulated voters cost less than the server that they try. Throws CUT where the server lets nobody in.
 */
export function openWire(url: string, cookie: string): Promise<Wire> {
  const { hostname, port, host } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const wire = new Wire(socket, () => resolve(wire), reject);
    socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    );
  });
}

export class Wire {
  /** Hears every event that is no acknowledgement, as the text of the frame. */
  onEvent: (text: string) => void = () => undefined;
  private readonly asked = new Map<number, { resolve: (text: string) => void; reject: (e: Error) => void }>();
  private next = 0;
  private rest: Buffer = Buffer.alloc(0);
  private upgraded = false;

  constructor(
    private readonly socket: Socket,
    private readonly letIn: () => void,
    private readonly refuse: (error: Error) => void,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (data) => this.read(data));
    socket.on('error', () => undefined);
    socket.on('close', () => this.end());
  }

  /** Sends a message and resolves to its acknowledgement; throws CUT if there is none. */
  async ask<T>(name: string, body: unknown): Promise<Answer<T>> {
    const text = await this.askText(JSON.stringify([name, body]));
    return (JSON.parse(text) as [Answer<T>])[0];
  }

  /** The same for a message that is written already, `["name",{…}]`. Resolves to the answer's text, `[{…}]`. */
  askText(message: string): Promise<string> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) return reject(new Error(CUT));
      this.asked.set(id, { resolve, reject });
      this.socket.write(frame(`42${id}${message}`));
    });
  }

  /** Resolves when all that was asked is on its way, and cuts the connection without waiting for an answer. */
  async cut(): Promise<void> {
    await new Promise<void>((resolve) => this.socket.write('', () => resolve()));
    this.close();
  }

  close(): void {
    this.socket.destroy();
  }

  private end(): void {
    const error = new Error(CUT);
    for (const { reject } of this.asked.values()) reject(error);
    this.asked.clear();
    this.refuse(error);
  }

  private read(data: Buffer): void {
    this.rest = this.rest.length > 0 ? Buffer.concat([this.rest, data]) : data;
    if (!this.upgraded) {
      const end = this.rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.upgraded = this.rest.toString('latin1', 0, end).includes(' 101 ');
      if (!this.upgraded) {
        this.close();
        return;
      }
      this.rest = this.rest.subarray(end + 4);
    }
    for (let part = firstFrame(this.rest); part; part = firstFrame(this.rest)) {
      this.rest = this.rest.subarray(part.end);
      this.hear(part.text);
    }
  }

  /** `0`: the transport is open. `40`: the namespace is. `2`: ping. `42`: an event. `43`: an acknowledgement. */
  private hear(text: string): void {
    if (text.startsWith('43')) this.acknowledged(text);
    else if (text.startsWith('42')) this.onEvent(text);
    else if (text.startsWith('40')) this.letIn();
    else if (text.startsWith('0')) this.socket.write(frame('40'));
    else if (text === '2') this.socket.write(frame('3'));
    else this.close();
  }

  private acknowledged(text: string): void {
    const begin = text.indexOf('[');
    const id = Number(text.slice(2, begin));
    this.asked.get(id)?.resolve(text.slice(begin));
    this.asked.delete(id);
  }
}

function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const long = body.length > LARGEST_SHORT;
  const head = Buffer.alloc(long ? 4 : 2);
  head[0] = 0x81;
  head[1] = 0x80 | (long ? 126 : body.length);
  if (long) head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, MASK, body]);
}

/** The first whole frame of what came; null while it is not all there. */
function firstFrame(data: Buffer): { readonly text: string; readonly end: number } | null {
  const short = (data[1] ?? 0) & 0x7f;
  const begin = short === 126 ? 4 : 2;
  if (data.length < begin) return null;
  const end = begin + (short === 126 ? data.readUInt16BE(2) : short);
  return data.length < end ? null : { text: data.toString('utf8', begin, end), end };
}
