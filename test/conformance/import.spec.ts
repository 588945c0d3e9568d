import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse';
import { compileDraft } from '../../src/appeal/compile/compile.js';
import { readBundle } from '../../src/appeal/contributions.js';
import type { Forum } from '../../src/forum/forum.entity.js';
import type { ImportReport } from '../../src/opendata/opendata.contract.js';
import { Config } from '../../src/platform/config/config.js';
import { startApp, type TestApp } from '../support/app.js';
import { blockImport } from '../support/blocked-import.js';
import { makeForum } from '../support/people.js';
import { NIDAA, nidaa } from '../support/processes.js';
import { until } from '../support/until.js';

/** Real exports, which are not ours to carry: where they are not, these tests say so and are skipped. */
const DATA =
  process.env.NIDAA_SHARED_DATA ?? resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const LILLE = join(DATA, 'decidim-lille');
const MADRID = join(DATA, 'decide-madrid');
const there = existsSync(LILLE) && existsSync(MADRID);
const given = there ? it : it.skip;
const why = there ? '' : ` (skipped: no exports at ${DATA})`;

let test: TestApp;
let env: Record<string, string>;
beforeAll(async () => {
  test = await startApp();
  const { databaseUrl, dataDir } = test.app.get(Config);
  env = { DATABASE_URL: databaseUrl as string, NIDAA_DATA_DIR: dataDir };
});
afterAll(() => test.stop());

type Row = Readonly<Record<string, string>> & { readonly line: string };

/** Reads a file by itself, apart from the importer: what it holds is what the counts are held to. */
async function rowsOf(path: string, delimiter: string): Promise<Row[]> {
  const rows: Row[] = [];
  let line = 2;
  const parser = createReadStream(path).pipe(parse({ delimiter, columns: true, info: true, bom: true }));
  for await (const { record, info } of parser) {
    rows.push({ ...record, line: String(line) });
    line = info.lines + 1;
  }
  return rows;
}

const sum = (rows: readonly Row[], column: string) => rows.reduce((all, row) => all + Number(row[column]), 0);

async function imported(path: string, forum: Forum, ...more: string[]) {
  const { code, stdout, stderr } = await nidaa(
    ['import', 'decidim', path, '--forum', forum.slug, ...more],
    env,
  );
  const lines = (kind: string) => stderr.split('\n').filter((line) => line.includes(`: ${kind}: `));
  return { code, report: JSON.parse(stdout) as ImportReport, bad: lines('bad'), notes: lines('note') };
}

async function figures({ id }: Forum) {
  const [row] = await test.db.query(
    `SELECT (SELECT count(*)::int FROM topic WHERE forum_id = $1) AS topics,
            (SELECT count(*)::int FROM proposal WHERE forum_id = $1 AND imported) AS proposals,
            (SELECT coalesce(sum(imported_support), 0)::int FROM proposal WHERE forum_id = $1) AS support,
            (SELECT count(topic_id)::int FROM proposal WHERE forum_id = $1) AS "inTopics",
            count(*)::int AS posts, count(parent_id)::int AS answers,
            coalesce(sum(support), 0)::int AS votes, coalesce(sum(opposition), 0)::int AS against
       FROM post WHERE forum_id = $1 AND imported`,
    [id],
  );
  return row;
}

/** What the files of Lille say, computed from them. */
async function lille() {
  const [proposals, debates, comments, strays] = await Promise.all(
    ['proposals', 'debates', 'debate-comments', 'proposal-comments'].map((name) =>
      rowsOf(join(LILLE, `${name}.csv`), ';'),
    ),
  );
  return { proposals, debates, comments, strays } as Record<
    'proposals' | 'debates' | 'comments' | 'strays',
    Row[]
  >;
}

async function lilleFigures() {
  const { proposals, comments } = await lille();
  const categories = proposals.map((row) => row['category/id']).filter(Boolean);
  return {
    topics: new Set(categories).size,
    proposals: proposals.length,
    support: sum(proposals, 'votes'),
    inTopics: categories.length,
    posts: comments.length,
    answers: comments.filter((row) => row.commentable_type?.endsWith('Comment')).length,
    votes: 0,
    against: 0,
  };
}

describe('the export of Lille', () => {
  given(`comes in whole but for the comments of another platform, and once${why}`, async () => {
    const forum = await makeForum(test);
    const { strays, proposals } = await lille();
    const first = await imported(LILLE, forum);
    expect(first).toMatchObject({ code: 1, report: { format: 'decidim', lang: 'fr', bad: strays.length } });
    const addresses = new Set(proposals.map(({ url }) => url));
    expect(strays.filter((row) => addresses.has(row.root_commentable_url as string))).toEqual([]);
    const lines = first.bad.map(
      (line) => /^proposal-comments\.csv:(\d+): bad: .+ is not in the export$/.exec(line)?.[1],
    );
    expect(lines).toEqual(strays.map(({ line }) => line));
    expect(await figures(forum)).toEqual(await lilleFigures());

    const second = await imported(LILLE, forum);
    expect(second.report).toMatchObject({ added: 0, known: first.report.added, bad: strays.length });
    expect(await figures(forum)).toEqual(await lilleFigures());
  });

  given(`stays out whole with --strict${why}`, async () => {
    const forum = await makeForum(test);
    const { code, report } = await imported(LILLE, forum, '--strict');
    expect({ code, outcome: report.outcome, added: report.added }).toEqual({
      code: 1,
      outcome: 'refused',
      added: 0,
    });
    expect(await figures(forum)).toMatchObject({ topics: 0, proposals: 0, posts: 0 });
  });

  given(`compiles to a French draft whose every quote stands in its source${why}`, async () => {
    const forum = await makeForum(test);
    await imported(LILLE, forum);
    const bundle = await readBundle(test.db.manager, forum.id, 'fr');
    const draft = compileDraft(bundle, 'fr');
    const texts = new Map<string, string>([
      ...bundle.proposals.map(
        ({ id, texts: all }) => [id, all.map((t) => `${t.title}\n${t.text}`).join('\n')] as const,
      ),
      ...bundle.threads.flatMap(({ posts }) => posts.map(({ id, text }) => [id, text] as const)),
    ]);
    const sourced = draft.clauses.filter(({ editorial }) => editorial === null);
    expect(sourced.length).toBeGreaterThan(10);
    for (const { sources } of sourced) {
      expect(sources.length).toBeGreaterThan(0);
      for (const { contribution, quote } of sources) expect(texts.get(contribution.id)).toContain(quote);
    }
  });
});

describe('the export of Decide Madrid', () => {
  given(`survives kill -9 in the middle and comes in once, with its threads and votes${why}`, async () => {
    const forum = await makeForum(test);
    const [proposals, comments] = (await Promise.all(
      ['proposals', 'comments'].map((name) => rowsOf(join(MADRID, `${name}.csv`), ',')),
    )) as [Row[], Row[]];
    const whole = comments.filter(({ text }) => text?.trim());
    const present = new Set(whole.map(({ id }) => id));
    const last = whole.filter(({ parentId }) => parentId === '-1').at(-1) as Row;

    const blocked = await blockImport(test.db, forum.id, `decide.madrid.es/comments/${last.id}`);
    const child = importing(MADRID, forum);
    await until(blocked.isWaiting, 60_000);
    child.kill('SIGKILL');
    await once(child, 'close');
    await blocked.release();
    const halfway = await figures(forum);
    expect(halfway.proposals).toBe(proposals.length);
    expect(halfway.posts).toBeGreaterThan(0);
    expect(halfway.posts).toBeLessThan(whole.length);

    const rest = await imported(MADRID, forum);
    expect(rest).toMatchObject({ code: 1, report: { format: 'decide-madrid', lang: 'es' } });
    expect(rest.report.known).toBe(proposals.length + halfway.posts);
    expect(rest.report.added).toBe(whole.length - halfway.posts);
    const empty = comments.filter(({ text }) => !text?.trim());
    expect(rest.bad).toEqual(empty.map(({ line }) => `comments.csv:${line}: bad: text is empty`));
    const expected = {
      topics: 0,
      proposals: proposals.length,
      support: sum(proposals, 'numSupports'),
      inTopics: 0,
      posts: whole.length,
      answers: whole.filter(({ parentId }) => present.has(parentId as string)).length,
      votes: sum(whole, 'numPositiveVotes'),
      against: sum(whole, 'numNegativeVotes'),
    };
    expect(await figures(forum)).toEqual(expected);
    expect((await imported(MADRID, forum)).report).toMatchObject({ added: 0, bad: empty.length, notices: 0 });
    expect(await figures(forum)).toEqual(expected);
  });
});

function importing(path: string, forum: Forum): ChildProcess {
  return spawn(process.execPath, [NIDAA, 'import', 'decidim', path, '--forum', forum.slug], {
    env: { PATH: process.env.PATH, ...env },
    stdio: 'ignore',
  });
}
