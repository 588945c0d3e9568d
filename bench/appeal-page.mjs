/** What a reader of the published appeal costs. */

import { DataSource } from 'typeorm';
import { createApp } from '../dist/src/app.setup.js';
import { SignIns } from '../dist/src/identity/sign-ins.service.js';
import { newCode, newId } from '../dist/src/kernel/ids.js';
import { FORUM } from '../dist/src/opendata/sample/content/forum.js';
import { SampleForum } from '../dist/src/opendata/sample/sample-forum.js';
import { readConfig } from '../dist/src/platform/config/config.js';
import { cpuSeconds } from './cpu.mjs';
import { median, round } from './figures.mjs';
import { readFor } from './readers.mjs';
import { sized } from './size.mjs';

const ROUNDS = sized(5, 1);
const READERS = sized(32, 2);
const MILLISECONDS = sized(2_000, 100);
const LANGS = ['ar', 'fr', 'en'];

export const about = `The published appeal of the sample forum, ${READERS} readers on connections that they keep; reference: a bare Fastify route that sends the same bytes.`;

export async function run(stage) {
  const page = await publish(stage);
  const headers = { 'accept-encoding': 'br' };
  const url = `${stage.app}${page}?lang=fr`;
  const bare = await stage.startReference('reference-page.mjs');
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  const packed = await bytesOf(url, headers);
  await fetch(bare, {
    method: 'POST',
    body: packed,
    headers: { 'content-type': 'application/octet-stream' },
  });
  const [ours, reference, cpu] = [[], [], []];
  for (let at = -1; at < ROUNDS; at++) {
    const asked = { readers: READERS, milliseconds: MILLISECONDS, headers };
    const before = cpuSeconds(stage.appPid);
    const mine = await readFor(url, asked);
    const spent = cpuSeconds(stage.appPid) - before;
    const theirs = await readFor(bare, asked);
    if (at < 0) continue;
    ours.push(mine.rate);
    reference.push(theirs.rate);
    cpu.push((spent / (mine.rate * (MILLISECONDS / 1000))) * 1e6);
  }
  const sizes = await Promise.all(
    LANGS.map(async (lang) => (await bytesOf(`${stage.app}${page}?lang=${lang}`, headers)).byteLength),
  );
  return [
    {
      name: 'the page of an appeal',
      ours: median(ours),
      reference: median(reference),
      unit: 'requests/s',
      n: packed.byteLength,
      more: {
        'bytes, compressed (ar, fr, en)': sizes.join(', '),
        'bytes, plain (fr)': (await answer.arrayBuffer()).byteLength,
        'CPU a request': `${round(median(cpu))} µs`,
      },
    },
  ];
}

/** The bytes as they come over the wire: `fetch` would unpack them. */
async function bytesOf(url, headers) {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) =>
    get(url, { headers }, async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve(Buffer.concat(chunks));
    }).on('error', reject),
  );
}

/** Loads the sample into the stage's database, compiles its appeal, has it adopted and publishes it; its address. */
async function publish(stage) {
  // The stage's own app lets no trial account in.
  const env = {
    DATABASE_URL: stage.url,
    NIDAA_DATA_DIR: stage.folder,
    LOG_LEVEL: 'error',
    NIDAA_SAMPLE: '1',
  };
  const app = await createApp(readConfig(env));
  try {
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    const sample = app.get(SampleForum);
    await sample.load();
    const [ask, vote] = await Promise.all(
      ['moderator', 'delegate'].map(async (wanted) => {
        const { accountId } = (await sample.trialAccounts()).find(({ role }) => role === wanted);
        return asking(url, await app.get(SignIns).start(app.get(DataSource).manager, accountId, 'bench'));
      }),
    );
    const leaves = async (id, state) => {
      for (;;) {
        const appeal = await ask('GET', `/appeals/${id}`);
        if (appeal.state !== state) return appeal;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    };
    const { id } = await ask('POST', `/forums/${FORUM.slug}/appeals`, { lang: 'fr' });
    await leaves(id, 'compiling');
    await ask('POST', `/appeals/${id}/fates`, {});
    await adopt(id, ask, vote);
    const { version } = await ask('GET', `/appeals/${id}`);
    await ask('POST', `/appeals/${id}/publish`, { version });
    return (await leaves(id, 'publishing')).page;
  } finally {
    await app.close();
  }
}

/** Asks the API as one person; throws what is refused. */
const asking = (url, token) => async (method, path, body) => {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      ...{ cookie: `nidaa=${token}`, 'x-nidaa': '1', 'content-type': 'application/json' },
      'idempotency-key': newId(),
    },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
};

/** Gives every clause words in each language, stands for them, and has one delegate adopt the whole. */
async function adopt(id, ask, vote) {
  const one = `/appeals/${id}`;
  for (const { id: clauseId, texts, version } of (await ask('GET', one)).clauses) {
    const [words] = Object.values(texts);
    const lacking = LANGS.filter((lang) => !texts[lang]).map((lang) => [lang, words]);
    if (lacking.length > 0)
      await ask('PATCH', `${one}/clauses/${clauseId}`, { texts: Object.fromEntries(lacking), version });
  }
  for (const lang of LANGS)
    await ask('PUT', `${one}/approvals/${lang}`, { version: (await ask('GET', one)).version });
  for (const step of ['review', 'adoption'])
    await ask('POST', `${one}/${step}`, { version: (await ask('GET', one)).version });
  const { items } = await ask('GET', `/forums/${FORUM.slug}/sessions`);
  const sessionId = items.find(({ state }) => state === 'running').id;
  const terms = { rule: { majority: 'simple', base: 'votes' } };
  const subject = { kind: 'appeal', id };
  const poll = await ask('POST', `/forums/${FORUM.slug}/polls`, { sessionId, subject, terms });
  const { roundId } = await ask('POST', `/polls/${poll.id}/open`, { version: poll.version });
  const voterId = (await vote('GET', '/me')).seats[0].participantId;
  const ballot = { voterId, ballot: { choice: 'yes' }, code: newCode(26) };
  await vote('PUT', `/rounds/${roundId}/ballot`, ballot);
  const { version } = await ask('GET', `/polls/${poll.id}`);
  await ask('POST', `/polls/${poll.id}/close`, { version });
}
