import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Forum } from '../../src/forum/forum.entity.js';
import { openExport } from '../../src/opendata/import/export-folder.js';
import { runImport } from '../../src/opendata/import/run-import.js';
import type { ImportReport } from '../../src/opendata/opendata.contract.js';
import { Config } from '../../src/platform/config/config.js';
import { auditEvents } from '../../src/platform/events/audit.js';
import { EventSequencer } from '../../src/platform/events/event-sequencer.js';
import { Events } from '../../src/platform/events/events.service.js';
import type { Paragraph } from '../../src/text/rich-text.contract.js';
import { plainOfParagraphs } from '../../src/text/rich-text.js';
import { startApp, type TestApp } from '../support/app.js';
import { blockImport } from '../support/blocked-import.js';
import { makeForum } from '../support/people.js';
import { nidaa } from '../support/processes.js';
import { until } from '../support/until.js';

const SITE = 'https://decide.example.org/processes/plan/f';
const AT = '2024-03-01 10:00:00 +0100';

/** A town's export in two languages; line 5 of its proposals and some comments are broken as in life. */
const DECIDIM = {
  'proposals.csv': `id;category/id;category/name/en;category/name/fr;title;body;votes;created_at;url
1;7;Water;Eau;Fontaines;"Des fontaines sur chaque place.

Et de l'ombre < 30 °C.";12;${AT};${SITE}/1/proposals/1
2;7;Water;Eau;Puits;<p>Rouvrir <b>les puits</b><script>alert(1)</script></p>;;${AT};${SITE}/1/proposals/2
3;;;;Marchés;Un marché par quartier.;many;${AT};${SITE}/1/proposals/3
4;;;;Arbres;Planter des arbres.;3;${AT}
`,
  'debates.csv': `id;title/fr;description/fr;created_at;url
1;Quelle eau ?;<p>EAU</p>;${AT};${SITE}/2/debates/1
2;Quels arbres ?;<p>Dites où planter.</p>;${AT};${SITE}/2/debates/2
`,
  'comments.csv': `id;created_at;body;hidden_at;commentable_id;commentable_type;root_commentable_url
12;${AT};Réponse avant la question.;;11;Decidim::Comments::Comment;${SITE}/2/debates/1
11;${AT};Question.;;1;Decidim::Debates::Debate;${SITE}/2/debates/1
13;${AT};Ailleurs.;;1;Decidim::Proposals::Proposal;https://other.example.org/f/1/proposals/1
14;${AT};Sans parent.;;99;Decidim::Comments::Comment;${SITE}/1/proposals/1
15;${AT};Caché.;${AT};1;Decidim::Debates::Debate;${SITE}/2/debates/1
16;${AT};   ;;1;Decidim::Debates::Debate;${SITE}/2/debates/1
17;${AT};Cercle.;;18;Decidim::Comments::Comment;${SITE}/2/debates/1
18;${AT};Cercle.;;17;Decidim::Comments::Comment;${SITE}/2/debates/1
11;${AT};Deux fois.;;1;Decidim::Debates::Debate;${SITE}/2/debates/1
`,
  'meetings.csv': 'id;address\n1;Somewhere\n',
};
const FINDINGS = [
  'meetings.csv: left out, its columns are of no known kind',
  'proposals.csv:6: bad: votes is not a count: "many"',
  'proposals.csv:7: bad: the row has 8 cells instead of 9',
  'comments.csv:7: bad: body is empty',
  'comments.csv:10: bad: decide.example.org/comments/11 stands in the export twice',
  'comments.csv:4: bad: other.example.org/f/1/proposals/1, to which it belongs, is not in the export',
  'comments.csv:5: note: decide.example.org/comments/99, which it answers, is not in the export: it begins a branch',
  'comments.csv:8: bad: it answers itself, by way of other posts',
  'comments.csv:9: bad: it answers itself, by way of other posts',
];
const MADRID = {
  'p.csv': ',id,title,date,summary,text,numSupports\n0,5,Árboles,2015-09-15,Plantar.,,40\n',
  'c.csv': `,id,parentId,proposalId,date,time,text,numVotes,numPositiveVotes,numNegativeVotes
0,1,-1,5,2015-09-15,0 days 10:50:19,Sí.,3,2,1
1,2,1,5,2015-09-15,0 days 10:51:00,"Una ""cita"", y más.",0,0,0
`,
};

let test: TestApp;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  test = await startApp();
  folder = await mkdtemp(join(tmpdir(), 'nidaa-import-'));
  const { databaseUrl, dataDir } = test.app.get(Config);
  env = { DATABASE_URL: databaseUrl as string, NIDAA_DATA_DIR: dataDir };
});
afterAll(async () => {
  await test.stop();
  await rm(folder, { recursive: true, force: true });
});

async function lay(files: Readonly<Record<string, string>>): Promise<string> {
  const path = await mkdtemp(join(folder, 'export-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return path;
}

async function imported(format: string, path: string, forum: Forum, ...more: string[]) {
  const { code, stdout, stderr } = await nidaa(['import', format, path, '--forum', forum.slug, ...more], env);
  const said = stderr.split('\n').filter((line) => line.includes(': '));
  return { code, said, report: (stdout ? JSON.parse(stdout) : null) as ImportReport | null };
}

const postsOf = (forum: Forum): Promise<{ thread: string; plain: string; answers: string | null }[]> =>
  test.db.query(
    `SELECT t.title AS thread, p.plain, q.plain AS answers FROM post p JOIN thread t ON t.id = p.thread_id
       LEFT JOIN post q ON q.id = p.parent_id WHERE p.forum_id = $1 ORDER BY t.title, p.plain`,
    [forum.id],
  );
const text = (html: string) => ({ id: expect.stringMatching(/^\w{8}$/), kind: 'text', html });
const proposalsOf = (forum: Forum) =>
  test.db.query(
    `SELECT p.number, p.lang, p.state, p.imported, p.imported_support AS support, x.title, x.paragraphs, t.name->>'en' AS topic
       FROM proposal p JOIN proposal_text x ON x.proposal_id = p.id LEFT JOIN topic t ON t.id = p.topic_id
      WHERE p.forum_id = $1 ORDER BY p.number`,
    [forum.id],
  );
const sizeOf = async (forum: Forum): Promise<number> => {
  const [{ size }] = await test.db.query(
    `SELECT (SELECT count(*) FROM import_item WHERE forum_id = $1) + (SELECT count(*) FROM proposal WHERE forum_id = $1)
          + (SELECT count(*) FROM thread WHERE forum_id = $1) + (SELECT count(*) FROM post WHERE forum_id = $1)
          + (SELECT count(*) FROM topic WHERE forum_id = $1) AS size`,
    [forum.id],
  );
  return Number(size);
};

describe('the import of a Decidim export', () => {
  it('brings in what is whole, and tells of each row that is not', async () => {
    const forum = await makeForum(test);
    const { code, said, report } = await imported('decidim', await lay(DECIDIM), forum);
    expect({ code, said }).toEqual({
      code: 1,
      said: [...FINDINGS, '7 of 15 rows are bad, the rest is in.'].filter((l) => l.includes(': ')),
    });
    expect(report).toMatchObject({
      format: 'decidim',
      lang: 'fr',
      outcome: 'done',
      ...{ read: 15, added: 7, known: 0, hidden: 1, bad: 7, notices: 1 },
      objects: { topic: 1, proposal: 2, thread: 3, post: 4 },
    });
    const proposal = { lang: 'fr', state: 'admitted', imported: true, topic: 'Water' };
    expect(await proposalsOf(forum)).toEqual([
      {
        ...proposal,
        ...{ number: 1, support: 12, title: 'Fontaines' },
        paragraphs: [text('Des fontaines sur chaque place.'), text("Et de l'ombre &lt; 30 °C.")],
      },
      {
        ...proposal,
        number: 2,
        support: 0,
        title: 'Puits',
        paragraphs: [text('Rouvrir <strong>les puits</strong>')],
      },
    ]);
    expect(await postsOf(forum)).toEqual([
      { thread: 'Fontaines', plain: 'Sans parent.', answers: null },
      { thread: 'Quelle eau ?', plain: 'Question.', answers: null },
      { thread: 'Quelle eau ?', plain: 'Réponse avant la question.', answers: 'Question.' },
      { thread: 'Quels arbres ?', plain: 'Dites où planter.', answers: null },
    ]);
    const threads = await test.db.query(
      `SELECT h.title, h.posts, t.name->>'fr' AS topic FROM thread h LEFT JOIN topic t ON t.id = h.topic_id
        WHERE h.forum_id = $1 ORDER BY h.title`,
      [forum.id],
    );
    expect(threads).toEqual([
      { title: 'Fontaines', posts: 1, topic: 'Eau' },
      { title: 'Quelle eau ?', posts: 2, topic: 'Eau' },
      { title: 'Quels arbres ?', posts: 1, topic: null },
    ]);
  });

  it('brings nothing in twice, and only the new of a later export', async () => {
    const forum = await makeForum(test);
    await imported('decidim', await lay(DECIDIM), forum);
    const before = await sizeOf(forum);
    const again = await imported('decidim', await lay(DECIDIM), forum);
    expect(again).toMatchObject({ code: 1, report: { added: 0, known: 7, bad: 7, notices: 0 } });
    expect(await sizeOf(forum)).toBe(before);
    const later = {
      'later.csv': `${DECIDIM['comments.csv'].split('\n')[0]}
21;${AT};Plus tard.;;11;Decidim::Comments::Comment;${SITE}/2/debates/1
22;${AT};Puits, oui.;;2;Decidim::Proposals::Proposal;${SITE}/1/proposals/2
`,
    };
    const alone = await imported('decidim', await lay(later), forum, '--lang', 'fr');
    expect(alone.said).toEqual([
      `later.csv:3: bad: decide.example.org/processes/plan/f/1/proposals/2, to which it belongs, is not in the export`,
    ]);
    expect(await postsOf(forum)).toContainEqual({
      thread: 'Quelle eau ?',
      plain: 'Plus tard.',
      answers: 'Question.',
    });
    const together = await imported('decidim', await lay({ ...DECIDIM, ...later }), forum);
    expect(together.report).toMatchObject({
      added: 1,
      objects: { topic: 0, proposal: 0, thread: 1, post: 1 },
    });
  });

  it('lets nothing in with --strict if a row is bad, and everything if none is', async () => {
    const forum = await makeForum(test);
    const refused = await imported('decidim', await lay(DECIDIM), forum, '--strict');
    expect(refused).toMatchObject({ code: 1, report: { outcome: 'refused', added: 0, bad: 7 } });
    expect(await sizeOf(forum)).toBe(0);
    const whole = await imported('decidim', await lay(MADRID), forum, '--strict');
    expect(whole).toMatchObject({
      code: 0,
      said: [],
      report: { outcome: 'done', added: 3, format: 'decide-madrid' },
    });
  });

  it('joins a topic that the forum has under the same name', async () => {
    const forum = await makeForum(test);
    await test.db.query(
      `INSERT INTO topic (id, forum_id, position, name)
       VALUES (gen_random_uuid(), $1, 0, '{"ar": "الماء", "fr": "eau", "en": "The water"}')`,
      [forum.id],
    );
    const { report } = await imported('decidim', await lay(DECIDIM), forum);
    expect(report?.objects.topic).toBe(0);
    expect(await proposalsOf(forum)).toMatchObject([{ topic: 'The water' }, { topic: 'The water' }]);
  });

  it('goes on where it was when its connection was cut in the middle', async () => {
    const forum = await makeForum(test);
    const source = await openExport(await lay(DECIDIM), null);
    const target = { forum, events: test.app.get(Events) };
    const options = { strict: false, onFinding: () => undefined, onProgress: () => undefined };
    const blocked = await blockImport(test.db, forum.id, 'decide.example.org/comments/11');
    const run = runImport(test.db, target, source, 'cut', options);
    const failed = expect(run).rejects.toThrow();
    await until(blocked.isWaiting);
    await blocked.cut();
    await failed;
    await blocked.release();
    expect(await proposalsOf(forum)).toHaveLength(2);
    expect(await postsOf(forum)).toEqual([]);
    expect(await imported('decidim', await lay(DECIDIM), forum)).toMatchObject({ report: { bad: 7 } });
    expect(await postsOf(forum)).toHaveLength(4);
    const runs = await test.db.query('SELECT state FROM import_run WHERE forum_id = $1 ORDER BY started_at', [
      forum.id,
    ]);
    expect(runs).toEqual([{ state: 'failed' }, { state: 'done' }]);
  });

  it('is told in the event log by ids and counts', async () => {
    const forum = await makeForum(test);
    const { report } = await imported('decidim', await lay(DECIDIM), forum);
    const told = await test.db.query(
      `SELECT subject_id AS of, payload FROM event WHERE forum_id = $1 AND type = 'import.batch-added' ORDER BY id`,
      [forum.id],
    );
    expect(told).toEqual([
      { of: report?.run, payload: { of: 'proposal', count: 2 } },
      { of: report?.run, payload: { of: 'thread', count: 3 } },
      { of: report?.run, payload: { of: 'post', count: 4 } },
    ]);
    await test.app.get(EventSequencer).placeWaiting();
    expect((await auditEvents(test.db)).broken).toEqual([]);
  });

  it.each([
    [['decidim', '/nowhere/at/all'], '/nowhere/at/all is not there.'],
    [['polis', '/tmp'], 'the format must be one of decidim, decide-madrid, bundle.'],
    [['decidim', '/tmp', '--forum', 'none'], /./],
    [['bundle', '/nowhere'], '/nowhere is not there.'],
  ])('explains %j and exits 2', async (args, sentence) => {
    const { code, stdout, stderr } = await nidaa(['import', ...args], env);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence instanceof RegExp ? sentence : `nidaa: import: ${sentence}\n`);
  });
});

describe('the import of Decide Madrid', () => {
  it('keeps threads, votes, supports and the time of the city', async () => {
    const forum = await makeForum(test);
    const { code, report } = await imported('decide-madrid', await lay(MADRID), forum);
    expect({ code, lang: report?.lang }).toEqual({ code: 0, lang: 'es' });
    expect(await proposalsOf(forum)).toMatchObject([
      { support: 40, title: 'Árboles', paragraphs: [text('Plantar.')] },
    ]);
    expect(await postsOf(forum)).toEqual([
      { thread: 'Árboles', plain: 'Sí.', answers: null },
      { thread: 'Árboles', plain: 'Una "cita", y más.', answers: 'Sí.' },
    ]);
    const [post] = await test.db.query(
      `SELECT support, opposition, created_at AS at FROM post WHERE forum_id = $1 ORDER BY created_at LIMIT 1`,
      [forum.id],
    );
    expect(post).toEqual({ support: 2, opposition: 1, at: new Date('2015-09-15T08:50:19Z') });
  });
});

describe('a bundle', () => {
  it('carries everything that was imported to another forum, and back without a double', async () => {
    const [from, to] = [await makeForum(test), await makeForum(test)];
    await imported('decidim', await lay(DECIDIM), from);
    const file = join(folder, 'bundle.json');
    expect(await nidaa(['export', '--forum', from.slug, '--out', file], env)).toMatchObject({ code: 0 });
    expect(await imported('bundle', file, to)).toMatchObject({ code: 0, report: { added: 9, bad: 0 } });
    const words = (rows: { paragraphs: Paragraph[] }[]) =>
      rows.map((row) => ({ ...row, paragraphs: plainOfParagraphs(row.paragraphs) }));
    expect(words(await proposalsOf(to))).toEqual(words(await proposalsOf(from)));
    expect(await postsOf(to)).toEqual(await postsOf(from));
    const before = await sizeOf(to);
    expect(await imported('bundle', file, to)).toMatchObject({ code: 0, report: { added: 0, known: 9 } });
    expect(await sizeOf(to)).toBe(before);
    expect(await imported('bundle', file, from)).toMatchObject({ code: 0, report: { added: 0, known: 9 } });
    expect(await proposalsOf(from)).toHaveLength(2);
  });
});
