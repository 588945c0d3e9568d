/** Compiling forums of growing size, and what the web process answers while it compiles one. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { newId } from '../dist/src/kernel/ids.js';
import { bundleOf } from './bundles.mjs';
import { percentile, round } from './figures.mjs';
import { makeHall } from './hall.mjs';
import { sized } from './size.mjs';

const SIZES = sized([100, 1_000, 10_000, 100_000], [20, 100]);
/** Of a forum that is compiled while others ask for pages. */
const BUSY = sized(10_000, 300);
const EVERY_MS = 10;
const inProcess = promisify(execFile);

export const about =
  'CPU time of compiling bundles of growing size, in a process of its own each; reference: the same texts read once and cut into words. Then /health/live every 10 ms of an app that compiles 10,000 contributions by its job; reference: of the same app before.';

export async function run(stage) {
  const measured = [];
  for (const size of SIZES) measured.push(await compileOnce(size, measured.at(-1)));
  return [...measured, await whileCompiling(stage)];
}

async function compileOnce(n, before) {
  const ours = await pass('ours', n);
  const reference = await pass('reference', n);
  return {
    ...{
      name: `compile ${n}`,
      ours: ours.milliseconds,
      reference: reference.milliseconds,
      unit: 'ms of CPU',
      n,
    },
    more: {
      ...(before && { 'times the one before': round(ours.milliseconds / before.ours) }),
      'by the clock': `${round(ours.seconds)} s`,
      'peak memory': `${Math.round(ours.mebibytes)} MiB, reference ${Math.round(reference.mebibytes)} MiB`,
      'a contribution': `${round((ours.milliseconds * 1000) / n)} µs`,
      clauses: ours.result,
    },
  };
}

async function pass(whose, n) {
  const script = join(import.meta.dirname, 'compile-once.mjs');
  const { stdout } = await inProcess(process.execPath, [script, whose, String(n)]);
  return JSON.parse(stdout);
}

async function whileCompiling(stage) {
  const hall = await makeHall(stage, 10);
  await fill(stage.db, hall);
  await asked(stage, () => pause(sized(1_000, 50)));
  const quiet = await asked(stage, () => pause(sized(10_000, 200)));
  let took = 0;
  const busy = await asked(stage, async () => {
    const begun = performance.now();
    const { id } = await hall.post(`forums/${hall.slug}/appeals`, { lang: 'fr' });
    await compiled(stage.db, id);
    took = performance.now() - begun;
  });
  return {
    name: `answers while ${BUSY} contributions are compiled`,
    ...{ ours: percentile(busy, 0.99), reference: percentile(quiet, 0.99), unit: 'ms, p99', n: busy.length },
    more: {
      'p50, while compiling': `${round(percentile(busy, 0.5))} ms`,
      'slowest, while compiling': `${round(Math.max(...busy))} ms`,
      'slowest, before': `${round(Math.max(...quiet))} ms`,
      'the compile, with reading and writing': `${round(took / 1000)} s`,
    },
  };
}

async function compiled(db, id) {
  for (;;) {
    const { rows } = await db.query('SELECT state FROM appeal WHERE id = $1', [id]);
    if (rows[0].state === 'failed') throw new Error('the compile failed');
    if (rows[0].state === 'drafting') return;
    await pause(50);
  }
}

/** How long /health/live took each time, asked at fixed moments whether the one before was answered or not. */
async function asked({ app }, work) {
  const answers = [];
  const timer = setInterval(() => {
    const begun = performance.now();
    answers.push(
      fetch(`${app}/health/live`)
        .then((answer) => answer.text())
        .then(() => performance.now() - begun),
    );
  }, EVERY_MS);
  await work();
  clearInterval(timer);
  return Promise.all(answers);
}

/** What a bundle holds, as if it had been imported. */
async function fill(db, { slug }) {
  const { rows } = await db.query('SELECT id FROM forum WHERE slug = $1', [slug]);
  const [{ id: forumId }] = rows;
  const { proposals, threads } = bundleOf(BUSY);
  const named = new Map();
  const idOf = (name) => named.get(name) ?? named.set(name, newId()).get(name);
  const insert = (sql, list) => db.query(sql, [forumId, JSON.stringify(list)]);
  await insert(
    `INSERT INTO proposal (id, forum_id, number, lang, state, imported, imported_support)
     SELECT id, $1, number, lang, 'admitted', true, number % 20
       FROM jsonb_to_recordset($2) AS p (id uuid, number int, lang text)`,
    proposals.map((each) => ({ ...each, id: idOf(each.id) })),
  );
  await insert(
    `INSERT INTO proposal_text (proposal_id, lang, title, summary, paragraphs, plain)
     SELECT id, lang, title, '', jsonb_build_array(jsonb_build_object('id', 'A0000000', 'kind', 'text', 'html', text)), text
       FROM jsonb_to_recordset($2) AS t (id uuid, lang text, title text, text text) WHERE $1::uuid IS NOT NULL`,
    proposals.map(({ id, texts }) => ({ id: idOf(id), ...texts[0] })),
  );
  await insert(
    `INSERT INTO thread (id, forum_id, title, lang, imported)
     SELECT id, $1, title, lang, true FROM jsonb_to_recordset($2) AS t (id uuid, title text, lang text)`,
    threads.map(({ id, title, lang }) => ({ id: idOf(id), title, lang })),
  );
  await insert(
    `INSERT INTO post (id, forum_id, thread_id, body, plain, lang, support, imported)
     SELECT id, $1, thread, text, text, lang, support, true
       FROM jsonb_to_recordset($2) AS p (id uuid, thread uuid, text text, lang text, support int)`,
    threads.flatMap(({ id, posts }) =>
      posts.map((each) => ({ ...each, id: idOf(each.id), thread: idOf(id) })),
    ),
  );
  await db.query('ANALYZE');
}
