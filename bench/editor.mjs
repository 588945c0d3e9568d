/** How long a key takes to all other screens while twenty people write in one text, against a bare relay that stores nothing. */
import { io } from 'socket.io-client';
import * as Y from 'yjs';
import { newId } from '../dist/src/kernel/ids.js';
import { elementsOf, openParts } from '../dist/src/text/clause-document/clause-nodes.js';
import { fillHall } from '../dist/src/voting/rehearsal/simulated-hall.js';
import { percentile } from './figures.mjs';
import { sized } from './size.mjs';

const EDITORS = sized(20, 3);
const BLOCKS = sized(5, 1);
/** Letters of each editor in a block; in all 10,000 are stored. */
const LETTERS = sized(100, 5);
/** A fast typist's pace. */
const PACE_MS = 100;

export const about = `${EDITORS} editors in one text, each a letter every ${PACE_MS} ms: from the key to each other screen; reference: a bare Socket.IO relay of the same updates, which stores nothing.`;

export async function run(stage) {
  const { cookies, appealId } = await makeDraft(stage);
  const ours = await Promise.all(
    cookies.map((cookie) => openEditor(`${stage.app}/appeal`, cookie, appealId)),
  );
  const relay = await stage.startReference('reference-relay.mjs');
  const theirs = await Promise.all(ours.map(({ doc }) => openEditor(relay, '', null, doc)));
  const heard = { ours: [], theirs: [] };
  const acknowledged = [];
  for (let block = 0; block < BLOCKS; block++) {
    await write(ours, heard.ours, acknowledged);
    await write(theirs, heard.theirs, []);
  }
  const stored = await storedOf(stage, appealId, EDITORS * BLOCKS * LETTERS);
  for (const { socket } of [...ours, ...theirs]) socket.disconnect();
  const each = (share) => [percentile(heard.ours, share), percentile(heard.theirs, share)];
  const [p50, p99] = [each(0.5), each(0.99)];
  return [
    {
      name: 'editor, p50 from key to screen',
      ours: p50[0],
      reference: p50[1],
      unit: 'ms',
      n: heard.ours.length,
      more: { 'until acknowledged, p50': ms(percentile(acknowledged, 0.5)) },
    },
    {
      name: 'editor, p99 from key to screen',
      ours: p99[0],
      reference: p99[1],
      unit: 'ms',
      n: heard.ours.length,
      more: { 'until acknowledged, p99': ms(percentile(acknowledged, 0.99)), ...stored },
    },
  ];
}

const ms = (value) => `${value.toFixed(1)} ms`;

async function makeDraft({ db }) {
  const { slug, voters } = await fillHall(db, { voters: EDITORS, byCity: false });
  const {
    rows: [{ id: forumId }],
  } = await db.query('SELECT id FROM forum WHERE slug = $1', [slug]);
  await db.query("UPDATE participant SET role = 'moderator' WHERE forum_id = $1 AND role = 'delegate'", [
    forumId,
  ]);
  const appealId = newId();
  await db.query(
    "INSERT INTO appeal (id, forum_id, slug, lang, state, title) VALUES ($1, $2, $3, 'fr', 'drafting', '{}')",
    [appealId, forumId, slug],
  );
  for (let position = 0; position < EDITORS * 2; position++)
    await db.query(
      `INSERT INTO clause (id, appeal_id, kind, position, lang, texts, editorial)
       VALUES ($1, $2, 'operative', $3, 'fr', $4, 'bench')`,
      [
        newId(),
        appealId,
        position,
        { fr: 'Les villes confient aux habitants une part de leur budget. '.repeat(4) },
      ],
    );
  return { cookies: voters.map(({ cookie }) => cookie), appealId };
}

async function openEditor(url, cookie, appealId, from) {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: cookie ? { cookie } : {},
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  const doc = openParts(new Y.Doc());
  let epoch = null;
  if (appealId) {
    const answer = await socket.emitWithAck('document.open', { appealId });
    if (!answer.ok) throw new Error(answer.error.code);
    epoch = answer.data.epoch;
    Y.applyUpdate(doc, new Uint8Array(answer.data.state), 'server');
  } else Y.applyUpdate(doc, Y.encodeStateAsUpdate(from), 'server');
  return { socket, doc, appealId, epoch };
}

/** Everybody writes a block of letters at their pace, each in a clause of their own; `heard` gets a time for each screen. */
async function write(editors, heard, acknowledged) {
  const sent = new Map();
  let left = editors.length * LETTERS * (editors.length - 1);
  let done;
  const all = new Promise((resolve) => {
    done = resolve;
  });
  for (const { socket, doc } of editors) {
    socket.removeAllListeners('update');
    socket.on('update', ({ update }) => {
      const begun = sent.get(Buffer.from(update).toString('base64'));
      if (begun === undefined) return;
      Y.applyUpdate(doc, new Uint8Array(update), 'server');
      heard.push(performance.now() - begun);
      if (--left === 0) done();
    });
  }
  await Promise.all(editors.map((editor, at) => typeBlock(editor, at, sent, acknowledged)));
  await all;
}

async function typeBlock({ socket, doc, appealId, epoch }, at, sent, acknowledged) {
  const text = elementsOf(doc, 'fr')[at].get(0).get(0);
  const waiting = [];
  const send = (update, origin) => {
    if (origin === 'server') return;
    const begun = performance.now();
    sent.set(Buffer.from(update).toString('base64'), begun);
    const answered = socket.emitWithAck('document.update', { appealId, epoch, update }).then((answer) => {
      if (!answer.ok) throw new Error(answer.error.code);
      acknowledged.push(performance.now() - begun);
    });
    waiting.push(answered);
  };
  doc.on('update', send);
  await sleep(Math.random() * PACE_MS);
  for (let letter = 0; letter < LETTERS; letter++) {
    text.insert(text.length, 'a');
    await sleep(PACE_MS);
  }
  doc.off('update', send);
  await Promise.all(waiting);
}

async function storedOf({ db }, appealId, updates) {
  const ask = async () =>
    (
      await db.query(
        `SELECT d.seq::int, d.settled_seq::int AS settled, octet_length(d.snapshot) AS snapshot,
                (SELECT coalesce(sum(octet_length(bytes)), 0)::int FROM document_update u WHERE u.appeal_id = d.appeal_id) AS rest
           FROM document d WHERE d.appeal_id = $1`,
        [appealId],
      )
    ).rows[0];
  let row = await ask();
  while (row.settled < row.seq) {
    await sleep(200);
    row = await ask();
  }
  if (row.seq < updates) throw new Error(`${row.seq} updates stored, ${updates} acknowledged`);
  return {
    'updates stored': row.seq,
    'bytes stored of the text': row.snapshot + row.rest,
  };
}

const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));
