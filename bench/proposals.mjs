/** Lists of proposals in a forum that has very many: filters, search, deep pages, and what is alike. */
import { newId } from '../dist/src/kernel/ids.js';
import { encodeCursor } from '../dist/src/kernel/pagination.js';
import { median, percentile, round } from './figures.mjs';
import { makeHall } from './hall.mjs';
import { sized } from './size.mjs';
import { countStatements } from './stage.mjs';

const PROPOSALS = sized(10_000, 200);
const ENDORSEMENTS = sized(200_000, 600);
const PARTICIPANTS = sized(2_000, 20);
const PAGE = 20;
const DEEP = sized(500, 5);
const REQUESTS = sized(60, 2);
const ROUNDS = sized(3, 1);

export const about = `Pages of ${PAGE} out of ${PROPOSALS} proposals with ${ENDORSEMENTS} endorsements, asked by a signed-in delegate over HTTP, one after the other; reference: Postgres alone answers the same page's rows, without sign-in, permissions and texts.`;

export async function run(stage) {
  const hall = await makeHall(stage, PARTICIPANTS);
  const forum = await fillForum(stage, hall);
  const list = `forums/${hall.slug}/proposals?limit=${PAGE}`;
  const deep = await cursorAt(stage, forum, DEEP * PAGE - PAGE);
  const asked = [
    ['the newest', list, page(`ORDER BY created_at DESC, id DESC`)],
    ['page 500', `${list}&cursor=${deep}`, page(`ORDER BY created_at DESC, id DESC`, DEEP * PAGE - PAGE)],
    [
      'by topic and state, most endorsed',
      `${list}&topic=${forum.topicId}&state=debated&sort=endorsed`,
      page(`AND topic_id = '${forum.topicId}' AND state = 'debated' ORDER BY endorsements DESC, id DESC`),
    ],
    ['broadest', `${list}&sort=breadth`, page('ORDER BY endorsing_cities DESC, id DESC')],
    [
      'search',
      `${list}&q=fontaine+quartier`,
      page(`AND id IN (SELECT proposal_id FROM proposal_text WHERE search @@ nidaa_tsquery('fontaine quartier'))
            ORDER BY created_at DESC, id DESC`),
    ],
    [
      'counts by state',
      `forums/${hall.slug}/proposals/counts?`,
      `SELECT state, count(*) FROM proposal WHERE forum_id = $1 GROUP BY 1`,
    ],
    [
      'alike, while writing',
      `forums/${hall.slug}/proposals/similar?lang=fr&title=${encodeURIComponent('Une fontaine dans le quartier 17')}`,
      `SELECT proposal_id FROM proposal_text WHERE title % 'Une fontaine dans le quartier 17' AND $1::uuid IS NOT NULL LIMIT 5`,
    ],
  ];
  const measured = [];
  for (const each of asked) measured.push(await measure(stage, hall, forum, each));
  return measured;
}

const page = (rest, offset = 0) =>
  `SELECT * FROM proposal WHERE forum_id = $1 ${rest} OFFSET ${offset} LIMIT ${PAGE}`;

async function measure(stage, hall, forum, [name, path, statement]) {
  const [ours, reference] = [[], []];
  const get = () => fetchOk(`${stage.app}/api/v1/${path}`, hall.cookies[0]);
  await get();
  for (let at = 0; at < ROUNDS; at++) {
    for (let each = 0; each < REQUESTS; each++) ours.push(await timed(get));
    for (let each = 0; each < REQUESTS; each++)
      reference.push(await timed(() => stage.db.query(statement, [forum.id])));
  }
  return {
    name: `proposals: ${name}`,
    ours: median(ours),
    reference: median(reference),
    unit: 'ms',
    n: REQUESTS * ROUNDS,
    more: { p99: `${round(percentile(ours, 0.99))} ms`, 'queries a request': await queries(stage, get) },
  };
}

async function queries({ db }, get) {
  await db.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  await countStatements(db, true);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await db.query('SELECT pg_stat_statements_reset()');
  for (let at = 0; at < 10; at++) await get();
  const { rows } = await db.query(
    `SELECT query, calls::int FROM pg_stat_statements WHERE calls >= 10 AND query LIKE 'SELECT%'`,
  );
  await countStatements(db, false);
  return rows.reduce((sum, { calls }) => sum + Math.floor(calls / 10), 0);
}

async function fetchOk(url, cookie) {
  const answer = await fetch(url, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${url} was answered ${await answer.text()}`);
  return answer.json();
}

async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** The cursor behind the row at this place, as the page before would have answered it. */
async function cursorAt({ db }, { id }, place) {
  const { rows } = await db.query(
    `SELECT created_at::text AS key, id FROM proposal WHERE forum_id = $1
      ORDER BY created_at DESC, id DESC OFFSET $2 LIMIT 1`,
    [id, place - 1],
  );
  return encodeCursor([rows[0].key, rows[0].id]);
}

/** Texts of everyday words, so that search and likeness have something to do; two languages for every third. */
async function fillForum({ db }, { slug, voterIds }) {
  const { rows } = await db.query('SELECT id FROM forum WHERE slug = $1', [slug]);
  const [{ id }] = rows;
  const topicIds = [newId(), newId(), newId(), newId()];
  for (const [at, topicId] of topicIds.entries())
    await db.query(`INSERT INTO topic (id, forum_id, position, name) VALUES ($1, $2, $3, $4)`, [
      topicId,
      id,
      100 + at,
      { ar: 'ماء', fr: 'Eau', en: 'Water' },
    ]);
  await db.query(
    `INSERT INTO proposal (id, forum_id, number, topic_id, author_id, lang, state, created_at, active_at, submitted_at,
                           admitted_at, versions)
     SELECT gen_random_uuid(), $1, n, ($2::uuid[])[1 + n % 4], ($3::uuid[])[1 + n % cardinality($3::uuid[])], 'fr',
            (ARRAY['admitted','debated','scheduled','adopted'])[1 + (n * 7) % 4], at, at, at, at, 1
       FROM generate_series(1, $4::int) n CROSS JOIN LATERAL (SELECT now() - n * interval '1 minute' AS at) moment`,
    [id, topicIds, voterIds, PROPOSALS],
  );
  await db.query(
    `INSERT INTO proposal_text (proposal_id, lang, title, summary, paragraphs, plain)
     SELECT p.id, words.lang, title, '', jsonb_build_array(jsonb_build_object('id', 'A0000000', 'kind', 'text', 'html', body)), body
       FROM proposal p
       CROSS JOIN LATERAL (SELECT (ARRAY['fontaine','place','école','marché','pont','jardin','médina','tramway'])[1 + p.number % 8] AS thing,
                                  p.number / 8 AS place) what
       CROSS JOIN LATERAL (VALUES ('fr', format('Une %s dans le quartier %s', thing, place),
                                   format('Nous proposons une %s ouverte à tous dans le quartier %s, entretenue par la commune.', thing, place)),
                                  ('en', format('A %s in quarter %s', thing, place),
                                   format('We propose a %s open to everyone in quarter %s, kept by the city.', thing, place)))
                          AS words (lang, title, body)
      WHERE p.forum_id = $1 AND (words.lang = 'fr' OR p.number % 3 = 0)`,
    [id],
  );
  await db.query(
    `INSERT INTO endorsement (forum_id, proposal_id, participant_id)
     SELECT $1, p.id, ($2::uuid[])[1 + (p.number * 31 + k * 97) % cardinality($2::uuid[])]
       FROM proposal p CROSS JOIN generate_series(1, $3::int) k WHERE p.forum_id = $1 ON CONFLICT DO NOTHING`,
    [id, voterIds, ENDORSEMENTS / PROPOSALS],
  );
  await db.query(
    `UPDATE proposal SET endorsements = (SELECT count(*) FROM endorsement e WHERE e.proposal_id = proposal.id),
            endorsing_cities = number % 37 WHERE forum_id = $1`,
    [id],
  );
  await db.query('ANALYZE');
  return { id, topicId: topicIds[0] };
}
