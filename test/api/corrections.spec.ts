import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppealSummary, AppealView } from '../../src/appeal/appeal.contract.js';
import { pack } from '../../src/appeal/release/archive.js';
import { jsonBytes } from '../../src/appeal/release/json-bytes.js';
import type { AppealDocument } from '../../src/appeal/release/release.format.js';
import { seal } from '../../src/appeal/release/seal.js';
import { unpack } from '../../src/appeal/verify/unpack.js';
import { run as verify } from '../../src/cli/verify.js';
import { adopt } from '../support/adopted-appeal.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { publishAppeal } from '../support/published-appeal.js';
import { quietly } from '../support/quietly.js';
import { RECORD_KEY } from '../support/records.js';
import { until } from '../support/until.js';

let test: TestApp;
let debate: Debate;
let first: AppealView;
let second: AppealView;
beforeAll(async () => {
  test = await startApp();
  debate = await makeDebate(test);
  first = await publishAppeal(debate);
});
afterAll(() => test.stop());

const REASON = 'The second city of the list was missing.';
const zipOf = async ({ page }: AppealView) =>
  new Uint8Array(await (await fetch(`${test.url}${page}/release.zip`)).arrayBuffer());
const appealOf = async ({ page }: AppealView) =>
  (await debate.hall.anonymous.get<AppealDocument>(`${page}/release/appeal.json`)).body;

describe('a correction', () => {
  it('begins as a draft with everything in it, for moderators, with a reason, and once', async () => {
    const { moderator, organiser, delegate, anonymous } = debate.hall;
    const one = `/api/v1/appeals/${first.id}/correct`;
    const body = { reason: REASON, version: first.version };
    expect((await delegate.client.post(one, body)).status).toBe(403);
    expect((await anonymous.post(one, body)).status).toBe(401);
    for (const bad of [
      { version: first.version },
      { ...body, reason: ' ' },
      { ...body, reason: 'x'.repeat(501) },
    ])
      expect((await moderator.client.post(one, bad)).status).toBe(400);
    expect((await moderator.client.post(one, { ...body, version: 1 })).body).toMatchObject({
      code: 'object.changed',
    });
    const both = await Promise.all(
      [moderator, organiser].map(({ client }) => client.post<AppealView>(one, body)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const begun = both.find(({ status }) => status === 201)?.body as AppealView;
    expect(begun).toMatchObject({
      ...{ state: 'drafting', supersedesId: first.id, correction: REASON, title: first.title, missing: [] },
      ...{ textHash: first.textHash, adoption: first.adoption },
      abilities: { edit: true, openReview: true, publish: false, recompile: true, correct: false },
    });
    const told = ({ clauses }: AppealView) =>
      clauses.map(({ texts, kind, sources }) => [kind, texts, sources.map(({ quote }) => quote)]);
    expect(told(begun)).toEqual(told(first));
    expect(begun.coverage).toEqual(first.coverage);
    expect((await anonymous.get(`/api/v1/appeals/${begun.id}`)).status).toBe(404);
    second = begun;
  });

  it('takes the other’s place when it is published, and lists what differs', async () => {
    const { client } = debate.hall.moderator;
    const path = `/api/v1/appeals/${second.id}`;
    const [opening, ...rest] = second.clauses;
    const last = rest.at(-1) as AppealView['clauses'][number];
    await client.patch(`${path}/clauses/${opening?.id}`, {
      texts: { fr: 'Nous, villes réunies à Fès,' },
      version: 1,
    });
    await client.delete(`${path}/clauses/${last.id}`);
    const added = {
      kind: 'operative',
      lang: 'fr',
      texts: { fr: 'Nous nous reverrons.' },
      editorial: 'Oubliée.',
    };
    const { body: edited } = await client.post<AppealView>(`${path}/clauses`, added);
    expect(edited.missing.map(({ code }) => code)).toContain('appeal.not-adopted');
    const { version } = await adopt(debate.hall, second.id);
    await client.post(`${path}/publish`, { version });
    await until(async () => {
      second = (await client.get<AppealView>(path)).body;
      return second.state !== 'publishing';
    });
    expect(second).toMatchObject({ state: 'published', error: null });
    const { body } = await debate.hall.anonymous.get<AppealView>(`/api/v1/appeals/${first.id}`);
    expect(body).toMatchObject({ state: 'superseded', page: first.page, abilities: { correct: false } });
    const { supersedes, clauses } = await appealOf(second);
    expect(supersedes).toMatchObject({ slug: first.slug, number: 1, reason: REASON });
    expect(supersedes?.changes).toEqual([
      { now: 'c1', before: 'c1', change: 'changed' },
      {
        now: clauses.find(({ texts }) => texts.fr === 'Nous nous reverrons.')?.anchor,
        before: null,
        change: 'added',
      },
      { now: null, before: `c${first.clauses.length}`, change: 'removed' },
    ]);
  });

  it('says so on both pages, and the old one stays as it was', async () => {
    const { anonymous } = debate.hall;
    const old = await anonymous.get<string>(`${first.page}?lang=en`);
    expect(old.status).toBe(200);
    expect(old.body).toContain(`href="${second.page}?lang=en"`);
    expect(old.body).toContain('Its place was taken by a correction');
    const now = await anonymous.get<string>(`${second.page}?lang=en`);
    expect(now.body).toContain(REASON);
    expect(now.body).toContain(`href="${first.page}?lang=en#c1"`);
    expect(now.body).not.toContain('Its place was taken by a correction');
    expect((await anonymous.get<string>(`${first.page}/release/appeal.json`)).status).toBe(200);
    expect((await quietly(verify, [`${test.url}${first.page}`])).code).toBe(0);
  });

  it('can be checked with the link, which breaks with whatever is changed in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nidaa-corrected-'));
    try {
      const good = await quietly(verify, [`${test.url}${second.page}`]);
      expect(good).toMatchObject({ code: 0, err: '' });
      expect(good.out).toContain(
        `it takes the place of release 1 of ${first.slug}, and differs in the 3 clauses listed`,
      );
      expect(good.out).toContain(`the key is the one that ${test.url} publishes`);
      const files = unpack(await zipOf(second))?.files ?? new Map();
      const sealedWith = async (path: string, change: (text: string) => string) => {
        const all = new Map(files);
        const text = new TextDecoder().decode(all.get(path));
        const bytes = new TextEncoder().encode(change(text));
        expect(new TextDecoder().decode(bytes)).not.toBe(text);
        all.set(path, bytes);
        for (const each of ['manifest.json', 'signature.json', 'SHA256SUMS']) all.delete(each);
        const about = { slug: second.slug, number: 1, publishedAt: '2014-06-14T17:00:00.000Z', log: null };
        await writeFile(join(folder, 'x.zip'), pack(seal(all, about, RECORD_KEY).files));
        return (await quietly(verify, [join(folder, 'x.zip')])).out;
      };
      const json = (change: (appeal: { supersedes: Record<string, unknown> }) => void) => (text: string) => {
        const appeal = JSON.parse(text);
        change(appeal);
        return new TextDecoder().decode(jsonBytes(appeal));
      };
      expect(
        await sealedWith(
          'appeal.json',
          json((it) => (it.supersedes.manifestHash = '0'.repeat(64))),
        ),
      ).toContain('superseded/manifest.json: is not of the release whose place this one takes');
      expect(
        await sealedWith(
          'appeal.json',
          json((it) => (it.supersedes.changes = [])),
        ),
      ).toContain('appeal.json: differs from the release before in other clauses than it lists');
      expect(await sealedWith('superseded/appeal.json', (text) => text.replace('"c1"', '"c9"'))).toContain(
        'superseded/appeal.json: is not of the release whose place this one takes',
      );
      // The forger's key is not the one that signed the release before.
      expect(await sealedWith('appeal.css', (text) => `${text}/**/`)).toContain(
        'superseded/signature.json: is not of the release whose place this one takes',
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('can itself be corrected, and the one before it no more', async () => {
    const { client } = debate.hall.moderator;
    const again = { reason: 'Once more.', version: second.version };
    const { body: old } = await client.get<AppealView>(`/api/v1/appeals/${first.id}`);
    expect(
      (await client.post(`/api/v1/appeals/${first.id}/correct`, { reason: 'Late.', version: old.version }))
        .body,
    ).toMatchObject({ code: 'appeal.state' });
    expect((await client.post(`/api/v1/appeals/${second.id}/correct`, again)).status).toBe(201);
    const { items } = (await client.get<{ items: AppealSummary[] }>(debate.path)).body;
    expect(items.map(({ state }) => state)).toEqual(['drafting', 'published', 'superseded']);
  });
});
