import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { AppealSummary, AppealView } from '../../src/appeal/appeal.contract.js';
import type { AppealDocument } from '../../src/appeal/release/release.format.js';
import { SITE_WORDS } from '../../src/appeal/release/words/site-words.js';
import { SignIns } from '../../src/identity/sign-ins.service.js';
import { LANGS } from '../../src/kernel/localized.js';
import { FORUM } from '../../src/opendata/sample/content/forum.js';
import { SampleForum } from '../../src/opendata/sample/sample-forum.js';
import { Config } from '../../src/platform/config/config.js';
import { adopt } from '../support/adopted-appeal.js';
import { startApp, type TestApp } from '../support/app.js';
import { BrowserClient } from '../support/browser-client.js';
import type { Person } from '../support/people.js';
import { until } from '../support/until.js';
import { textsIn } from '../support/xml-schema.js';

const BUDGET = 50 * 1024;

let test: TestApp;
let appeal: AppealView;
let site: string;

/** Two of the sample who vote, and one who moderates, each signed in. */
async function trialPeople(): Promise<Person[]> {
  const rows = await test.db.query(
    `(SELECT account_id, id FROM participant WHERE role = 'moderator' ORDER BY id LIMIT 1)
      UNION ALL (SELECT account_id, id FROM participant WHERE role = 'delegate' ORDER BY id LIMIT 2)`,
  );
  return Promise.all(
    rows.map(async ({ account_id: accountId, id: participantId }: Record<string, string>) => {
      const client = new BrowserClient(test.url);
      client.cookie = `nidaa=${await test.app.get(SignIns).start(test.db.manager, accountId as string, 'test')}`;
      return { client, accountId, participantId };
    }),
  );
}

/** The sample forum's appeal, published by its trial moderator. */
beforeAll(async () => {
  test = await startApp();
  await test.app.get(SampleForum).load();
  site = test.app.get(Config).publicUrl.replace(/\/$/, '');
  const [moderator, delegate, otherDelegate] = (await trialPeople()) as [Person, Person, Person];
  const { client } = moderator;
  const { body } = await client.post<AppealSummary>(`/api/v1/forums/${FORUM.slug}/appeals`, { lang: 'fr' });
  const one = `/api/v1/appeals/${body.id}`;
  const leaves = (state: string) =>
    until(async () => {
      appeal = (await client.get<AppealView>(one)).body;
      return appeal.state !== state;
    }, 120_000);
  await leaves('compiling');
  await client.post<AppealView>(`${one}/fates`, {});
  const hall = { forum: { slug: FORUM.slug }, moderator, delegate, otherDelegate };
  const { version } = await adopt(hall, body.id);
  await client.post(`${one}/publish`, { version });
  await leaves('publishing');
  expect(appeal).toMatchObject({ state: 'published', error: null });
});
afterAll(() => test.stop());

/** As it comes over the wire: `fetch` would unpack it. */
async function raw(path: string, headers: Record<string, string> = {}) {
  const { get } = await import('node:http');
  return new Promise<{ status: number; headers: Record<string, string>; bytes: Buffer }>((resolve, reject) =>
    get(`${test.url}${path}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
          bytes: Buffer.concat(chunks),
        }),
      );
    }).on('error', reject),
  );
}
const textOf = async (path: string): Promise<string> => (await raw(path)).bytes.toString();

describe('the page of the sample’s appeal', () => {
  it.each(LANGS)('in %s is less than 50 KiB on its way, with its style', async (lang) => {
    const path = `${appeal.page}?lang=${lang}`;
    const page = await raw(path, { 'accept-encoding': 'gzip, deflate, br' });
    const [, style] = /href="(\/appeals\/appeal\.css[^"]*)"/.exec(
      brotliDecompressSync(page.bytes).toString(),
    ) as RegExpExecArray;
    const css = await raw(style as string, { 'accept-encoding': 'gzip' });
    expect(page.headers['content-encoding']).toBe('br');
    expect(page.bytes.byteLength + css.bytes.byteLength).toBeLessThan(BUDGET);
    const packed = await raw(path, { 'accept-encoding': 'gzip' });
    expect(packed.bytes.byteLength).toBeLessThan(BUDGET);
    expect(gunzipSync(packed.bytes).equals(brotliDecompressSync(page.bytes))).toBe(true);
    const plain = await raw(path);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.bytes.equals(gunzipSync(packed.bytes))).toBe(true);
  });

  it('is sent once: whoever has it is told so, encoding by encoding', async () => {
    const path = `${appeal.page}?lang=fr`;
    for (const encoding of ['br', 'gzip', 'identity']) {
      const first = await raw(path, { 'accept-encoding': encoding });
      const etag = first.headers.etag as string;
      expect(first.headers).toMatchObject({
        vary: expect.stringMatching(/accept-encoding/i),
        'cache-control': 'public, max-age=60, must-revalidate',
        'content-language': 'fr',
      });
      const again = await raw(path, { 'accept-encoding': encoding, 'if-none-match': `W/"x", ${etag}` });
      expect([again.status, again.bytes.byteLength, again.headers['content-encoding']]).toEqual([
        304,
        0,
        undefined,
      ]);
    }
    expect((await raw(path, { 'accept-encoding': 'br;q=0, gzip' })).headers['content-encoding']).toBe('gzip');
  });

  it('says where it stands, in which languages, and what else there is of it', async () => {
    const page = await textOf(`${appeal.page}?lang=ar`);
    expect(page).toContain(`<link rel="canonical" href="${site}${appeal.page}?lang=ar">`);
    for (const lang of LANGS)
      expect(page).toContain(
        `<link rel="alternate" hreflang="${lang}" href="${site}${appeal.page}?lang=${lang}">`,
      );
    const addresses = [...page.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)">/g)];
    expect(addresses.map(([, type]) => type)).toEqual([
      'application/atom+xml',
      'application/json+oembed',
      'application/ld+json',
      'application/akn+xml',
      'application/pdf',
    ]);
    for (const [, , href] of addresses) {
      const path = (href as string).replaceAll('&#38;', '&').replace(site, '');
      expect([path, (await raw(path)).status]).toEqual([path, 200]);
    }
  });

  it('shows the cities on a map and in a table, and every file with its size and hash', async () => {
    const page = await textOf(`${appeal.page}?lang=en`);
    const { body } = await new BrowserClient(test.url).get<AppealDocument>(
      `${appeal.page}/release/appeal.json`,
    );
    const placed = body.cities.filter(({ latitude }) => latitude !== null);
    expect(page.match(/<circle /g)).toHaveLength(placed.length);
    for (const { name } of body.cities) expect(page).toContain(`<th scope="row">${name.en}</th>`);
    const { body: manifest } = await new BrowserClient(test.url).get<{ files: { sha256: string }[] }>(
      `${appeal.page}/release/manifest.json`,
    );
    for (const { sha256 } of manifest.files) expect(page).toContain(`<code>${sha256}</code>`);
  });
});

describe('what became of my contribution', () => {
  const fates = (query: string) => textOf(`${appeal.page}/fates?lang=en${query}`);

  it('lists every contribution, filtered by links alone', async () => {
    const { body } = await new BrowserClient(test.url).get<AppealDocument>(
      `${appeal.page}/release/appeal.json`,
    );
    const all = await fates('');
    const pages = Math.ceil(body.fates.length / 100);
    const texts = [
      all,
      ...(await Promise.all(Array.from({ length: pages - 1 }, (_, i) => fates(`&page=${i + 2}`)))),
    ];
    for (const { contribution } of body.fates)
      expect(texts.some((text) => text.includes(`<li id="${contribution.id}">`))).toBe(true);
    const [, city] = /href="[^"]*city=([^"&]+)/.exec(all) as RegExpExecArray;
    const ofCity = await fates(`&city=${city}`);
    const [, count] = new RegExp(`city=${city}">\\s*<bdi>[^<]*</bdi> (\\d+)<`).exec(all) as RegExpExecArray;
    expect(ofCity).toContain(`<p role="status">${count} contribution`);
    const retained = await fates('&fate=retained');
    expect(retained.match(/<li id="/g)?.length).toBe(Math.min(100, body.coverage.byFate.retained));
  });

  it('leads from a contribution that is used to its clause', async () => {
    const { body } = await new BrowserClient(test.url).get<AppealDocument>(
      `${appeal.page}/release/appeal.json`,
    );
    const clause = body.clauses.find(
      ({ sources }) => sources.length > 0,
    ) as AppealDocument['clauses'][number];
    const retained = await fates('&fate=retained');
    const from = retained.indexOf(`<li id="${clause.sources[0]?.contribution.id}">`);
    expect(from).toBeGreaterThan(0);
    expect(retained.slice(from, retained.indexOf('</li>', from))).toContain(
      `href="${appeal.page}?lang=en#${clause.anchor}"`,
    );
  });

  it('takes any wish, and what is not known is not wished', async () => {
    const hostile = encodeURIComponent('"><script>alert(1)</script>');
    for (const query of [
      `&city=${hostile}`,
      `&fate=${hostile}&page=-1`,
      '&page=999999',
      '&city=a&city=b&fate[]=x',
    ]) {
      const { status, bytes } = await raw(`${appeal.page}/fates?lang=en${query}`);
      expect([query, status]).toEqual([query, 200]);
      expect(bytes.toString()).not.toContain('<script');
    }
    expect(await fates('&city=Nowhere')).toContain(SITE_WORDS.en.none);
  });
});

describe('beside the page', () => {
  it('is a frame for other sites: nobody frames the page itself, and nothing runs in it', async () => {
    const frame = await raw(`${appeal.page}/embed?lang=en`);
    expect(frame.headers['x-frame-options']).toBeUndefined();
    expect(frame.headers['content-security-policy']).toMatch(
      /default-src 'none'.*frame-ancestors \*.*sandbox/,
    );
    expect(frame.bytes.toString()).toMatch(/target="_blank" rel="noopener"/);
    const page = await raw(`${appeal.page}?lang=en`);
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    const { status, headers, bytes } = await raw(
      `/appeals/oembed.json?url=${encodeURIComponent(`${site}${appeal.page}`)}&lang=en&maxwidth=320`,
    );
    expect([status, headers['access-control-allow-origin']]).toEqual([200, '*']);
    expect(JSON.parse(bytes.toString())).toMatchObject({
      ...{ version: '1.0', type: 'rich', width: 320, height: 600 },
      html: expect.stringContaining(`src="${site}${appeal.page}/embed?lang=en"`),
    });
    for (const url of ['https://elsewhere.example/appeals/fez', `${site}/appeals/nothing`, 'x', ''])
      expect((await raw(`/appeals/oembed.json?url=${encodeURIComponent(url)}`)).status).toBe(404);
  });

  it('is a feed of the releases that programs can read', async () => {
    const { headers, bytes } = await raw('/appeals/feed.atom?lang=ar');
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(textsIn(bytes, '//*[local-name()="entry"]/*[local-name()="title"]')).toEqual([appeal.title.ar]);
  });

  it('is the key by which it was signed', async () => {
    const { status, bytes } = await raw('/.well-known/nidaa-release-key.json');
    const { body } = await new BrowserClient(test.url).get<{ publicKey: string }>(
      `${appeal.page}/release/signature.json`,
    );
    expect([status, JSON.parse(bytes.toString()).publicKey]).toEqual([200, body.publicKey]);
  });
});
