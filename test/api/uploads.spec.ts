import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { startApp, type TestApp } from '../support/app.js';
import { makeHall } from '../support/people.js';
import { until } from '../support/until.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const LIMIT = 1024 * 1024;
const EDGE = 'edge-of-the-form';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;
beforeAll(async () => {
  test = await startApp();
  hall = await makeHall(test);
});
afterAll(() => test.stop());

const padded = (bytes: number): Buffer => Buffer.concat([PNG, Buffer.alloc(bytes - PNG.length, 7)]);

/** Sends an emblem in these pieces, each once the server has read those before; answers the status. */
async function sendInPieces(pieces: readonly Uint8Array[]): Promise<number> {
  const head = `--${EDGE}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n`;
  const parts = [
    ...pieces.map((piece, at) => Buffer.concat([Buffer.from(at === 0 ? head : ''), piece])),
    Buffer.from(`\r\n--${EDGE}--\r\n`),
  ];
  const { hostname, port } = new URL(test.url);
  const server = test.app.getHttpServer() as Server;
  const [[far], socket] = await Promise.all([
    once(server, 'connection') as Promise<[Socket]>,
    connect(Number(port), hostname),
  ]);
  let answer = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    answer += text;
  });
  const start = [
    `PUT /api/v1/forums/${hall.forum.slug}/emblem HTTP/1.1`,
    `Host: ${hostname}`,
    `Cookie: ${hall.organiser.client.cookie}`,
    'X-Nidaa: 1',
    `Content-Type: multipart/form-data; boundary=${EDGE}`,
    `Content-Length: ${parts.reduce((sum, { length }) => sum + length, 0)}`,
    'Connection: close',
  ].join('\r\n');
  let sent = 0;
  for (const part of [Buffer.from(`${start}\r\n\r\n`), ...parts]) {
    socket.write(part);
    sent += part.length;
    await until(() => far.bytesRead >= sent);
  }
  await until(() => /^HTTP\/1\.1 \d{3}/.test(answer));
  socket.destroy();
  return Number(answer.slice(9, 12));
}

describe('an upload', () => {
  it('is taken up to its limit, and above it refused, wherever the pieces end in which it comes', async () => {
    expect(await sendInPieces([padded(LIMIT)])).toBe(200);
    expect(await sendInPieces([padded(LIMIT + 1)])).toBe(413);
    // Cut just where the limit is: what comes after must not be lost without a word.
    expect(await sendInPieces([padded(LIMIT), Buffer.from('!')])).toBe(413);
    expect(await sendInPieces([padded(LIMIT), Buffer.alloc(100_000)])).toBe(413);
    const stored = await test.db.query('SELECT DISTINCT size FROM file');
    expect(stored).toEqual([{ size: String(LIMIT) }]);
  });
});
