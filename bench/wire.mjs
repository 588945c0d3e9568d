/**
 * A Socket.IO connection with as little as the protocol needs: a thousand of them cost less than the server that
 * they measure. WebSocket (RFC 6455), Engine.IO 4 and Socket.IO 5, text frames only.
 */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

/** Frames of a client are masked; the key may be any, and zeroes leave the text as it is. */
const MASK = Buffer.alloc(4);

/** Connects with a cookie. Resolves, when the server has let it in, to a connection. */
export function openWire(url, cookie) {
  const { hostname, port, host } = new URL(url);
  return new Promise((resolve, reject) => {
    const wire = new Wire(connect(Number(port), hostname), resolve, reject);
    wire.socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    );
  });
}

/** The frame of one message that is to be acknowledged. */
export const messageFrame = (id, name, body) => frame(`42${id}${JSON.stringify([name, body])}`);

class Wire {
  /** Hears every event that is no acknowledgement, as the text of the frame. */
  onEvent = () => undefined;
  #rest = Buffer.alloc(0);
  #upgraded = false;
  #acknowledge = null;

  constructor(socket, letIn, refuse) {
    this.socket = socket;
    this.letIn = letIn;
    socket.setNoDelay(true);
    socket.on('data', (data) => this.#read(data));
    socket.on('error', refuse);
    socket.on('close', () => refuse(new Error('the connection was cut')));
  }

  /** Sends a frame made by `messageFrame`; one at a time. Resolves to the text of the acknowledgement. */
  ask(sent) {
    return new Promise((resolve) => {
      this.#acknowledge = resolve;
      this.socket.write(sent);
    });
  }

  close() {
    this.socket.destroy();
  }

  #read(data) {
    let rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, data]) : data;
    if (!this.#upgraded) {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) {
        this.#rest = rest;
        return;
      }
      if (!rest.toString('latin1', 0, 12).endsWith(' 101')) throw new Error(rest.toString('latin1', 0, end));
      this.#upgraded = true;
      rest = rest.subarray(end + 4);
    }
    for (let part = firstFrame(rest); part; part = firstFrame(rest)) {
      this.#hear(part.text);
      rest = rest.subarray(part.end);
    }
    this.#rest = rest;
  }

  #hear(text) {
    if (text.startsWith('43')) this.#acknowledge(text);
    else if (text.startsWith('42')) this.onEvent(text);
    else if (text.startsWith('40')) this.letIn(this);
    else if (text.startsWith('0')) this.socket.write(frame('40'));
    else if (text === '2') this.socket.write(frame('3'));
    else throw new Error(`the server said ${text}`);
  }
}

function frame(text) {
  const body = Buffer.from(text);
  const long = body.length > 125;
  const head = Buffer.alloc(long ? 4 : 2);
  head[0] = 0x81;
  head[1] = 0x80 | (long ? 126 : body.length);
  if (long) head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, MASK, body]);
}

function firstFrame(data) {
  if (data.length < 2) return null;
  const short = data[1] & 0x7f;
  const begin = short === 126 ? 4 : 2;
  if (data.length < begin) return null;
  const end = begin + (short === 126 ? data.readUInt16BE(2) : short);
  if (data.length < end) return null;
  return { text: data.toString('utf8', begin, end), end };
}
