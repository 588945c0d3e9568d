import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startApp, type TestApp } from '../support/app.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** As it comes over the wire: `fetch` would unpack it. */
function get(path: string, accepts: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(test.url + path, { headers: { 'accept-encoding': accepts } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('what is large', () => {
  it('is compressed for who understands it, and comes as it is to who does not', async () => {
    const [packed, plain] = await Promise.all([
      get('/api/openapi.json', 'gzip'),
      get('/api/openapi.json', 'identity'),
    ]);
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(gunzipSync(packed.body)).toEqual(plain.body);
    expect(packed.body.length).toBeLessThan(plain.body.length / 4);
  });

  it('is laid ready by the build where it is the client’s', async () => {
    const page = await get('/', 'identity');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page.body.toString())?.[1] as string;
    const [brotli, plain] = await Promise.all([get(script, 'gzip, br'), get(script, 'identity')]);
    expect(brotli.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
  });
});

describe('every answer', () => {
  it.each(['/', '/api/v1/me', '/appeals/none', '/api/v1/none'])(
    'to %s lets no foreign script run and no other site frame it',
    async (path) => {
      const { headers } = await get(path, 'identity');
      const policy = String(headers['content-security-policy']).split(';');
      for (const rule of ["default-src 'self'", "script-src 'self'", "frame-ancestors 'none'"])
        expect(policy).toContain(rule);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
      });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});
