import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { sha256 as sumOf } from '../../src/kernel/hash-chain.js';
import { newId } from '../../src/kernel/ids.js';
import { checkArchive, entriesOf, HEAD, SUMS } from '../../src/platform/backup/archive.js';
import { quoted, tablesOf } from '../../src/platform/backup/tables.js';
import { Config } from '../../src/platform/config/config.js';
import { Files } from '../../src/platform/files/files.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { castByHttp, choiceOf } from '../support/ballots.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { nidaa } from '../support/processes.js';
import { makeVotingHall, openPoll, type VotingHall } from '../support/voting-hall.js';

const VOTERS = 120;
const ANNEX = 'What a fountain costs.';
/** Everything that a format of lines and columns could trip over. */
const AWKWARD = 'tab\there, line\nfeed, back\\slash, \\N, \\., "quotes", نداء فاس, é, 🕌, \u200f';

let test: TestApp;
let hall: VotingHall;
let folder: string;
let archive: string;
let source: Record<string, string>;
const opened: TestDatabase[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nidaa-backup-'));
  archive = join(folder, 'whole.tar.gz');
  test = await startApp();
  const { databaseUrl, dataDir } = test.app.get(Config);
  source = { DATABASE_URL: databaseUrl as string, NIDAA_DATA_DIR: dataDir };
  hall = await makeVotingHall(test.db, test.url, { voters: VOTERS });
  await openPoll(hall);
  await addContent();
  await attachFile();
});

afterAll(async () => {
  await test.stop();
  for (const database of opened) await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function addContent(): Promise<void> {
  const [forum] = await test.db.query('SELECT id FROM forum WHERE slug = $1', [hall.slug]);
  const [threadId, authorId] = [newId(), hall.voters[0]?.participantId];
  await test.db.query(
    `INSERT INTO thread (id, forum_id, author_id, title, lang) VALUES ($1, $2, $3, 'المدينة', 'ar')`,
    [threadId, forum.id, authorId],
  );
  await test.db.query(
    `INSERT INTO post (id, forum_id, thread_id, author_id, body, plain, lang)
     SELECT gen_random_uuid(), $1, $2, $3, $4 || n, $4 || n || repeat(' long', 1500), 'fr' FROM generate_series(1, 300) n`,
    [forum.id, threadId, authorId, AWKWARD],
  );
  // Answers that lie before what they answer to.
  await test.db.query(
    `UPDATE post SET parent_id = (SELECT max(id::text)::uuid FROM post WHERE thread_id = $1)
      WHERE thread_id = $1 AND id <> (SELECT max(id::text)::uuid FROM post WHERE thread_id = $1)`,
    [threadId],
  );
  for (const text of ['one', 'two', 'one'])
    await test.app.get(Files).store(test.db.manager, {
      forumId: forum.id,
      name: `${text}.txt`,
      mediaType: 'text/plain',
      bytes: Buffer.from(text.repeat(50_000)),
    });
}

/** A proposal with an attached file, as the rooms leave them. */
async function attachFile(): Promise<void> {
  const [forum] = await test.db.query('SELECT id FROM forum WHERE slug = $1', [hall.slug]);
  const [id, author] = [newId(), hall.voters[0]?.participantId];
  await test.db.query(
    `INSERT INTO proposal (id, forum_id, number, author_id, lang) VALUES ($1, $2, 900, $3, 'fr')`,
    [id, forum.id, author],
  );
  const file = await test.app.get(Files).store(test.db.manager, {
    forumId: forum.id,
    name: 'annexe.txt',
    mediaType: 'text/plain; charset=utf-8',
    bytes: Buffer.from(ANNEX),
  });
  await test.db.query(
    `INSERT INTO attachment (id, forum_id, proposal_id, file_id, place, sha256, participant_id, added_at)
     VALUES (gen_random_uuid(), $1, $2, $3, 1, $4, $5, now())`,
    [forum.id, id, file.id, file.sha256, author],
  );
}

/** An installation of its own, with the schema and without a row. */
async function elsewhere(): Promise<Record<string, string>> {
  const database = await cloneDatabase();
  opened.push(database);
  return { DATABASE_URL: database.url, NIDAA_DATA_DIR: await mkdtemp(join(folder, 'data-')) };
}

/** A sum over all rows of each table, whatever their order. */
async function fingerprints({ DATABASE_URL }: Record<string, string>): Promise<Record<string, string>> {
  const db = new pg.Client({ connectionString: DATABASE_URL });
  await db.connect();
  const sums: Record<string, string> = {};
  for (const { name } of await tablesOf(db)) {
    const {
      rows: [row],
    } = await db.query(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS sum FROM ${quoted(name)} t`,
    );
    sums[name] = row.sum;
  }
  await db.end();
  return sums;
}

async function inDatabase({ DATABASE_URL }: Record<string, string>, statement: string): Promise<void> {
  const db = new pg.Client({ connectionString: DATABASE_URL });
  await db.connect();
  await db.query(statement);
  await db.end();
}

async function receiptsIn({ DATABASE_URL }: Record<string, string>): Promise<string[]> {
  const db = new pg.Client({ connectionString: DATABASE_URL });
  await db.connect();
  const { rows } = await db.query('SELECT code FROM ballot ORDER BY code');
  await db.end();
  return rows.map(({ code }) => code);
}

/** What an archive holds: the rows of each table in a fixed order, other entries as they are. */
async function contentOf(path: string): Promise<Record<string, string[]>> {
  const content: Record<string, string> = {};
  for await (const { name, body } of entriesOf(path)) {
    const table = name.replace(/^(tables\/.*)\/\d+$/, '$1');
    for await (const piece of body) content[table] = (content[table] ?? '') + piece.toString('latin1');
  }
  const { [HEAD]: _, [SUMS]: __, ...kept } = content;
  return Object.fromEntries(Object.entries(kept).map(([name, text]) => [name, text.split('\n').sort()]));
}

describe('nidaa backup and nidaa restore', () => {
  it('take one moment of a running vote: every ballot acknowledged before is in it, and the log holds', async () => {
    const path = join(folder, 'running.tar.gz');
    const before: string[] = [];
    for (const [index, voter] of hall.voters.slice(0, 20).entries())
      before.push(await castByHttp(hall, voter, choiceOf(index)));
    const [backup] = await Promise.all([
      nidaa(['backup', path], source),
      ...hall.voters.slice(20).map((voter, index) => castByHttp(hall, voter, choiceOf(index + 20))),
    ]);
    expect(backup).toMatchObject({ code: 0 });

    const target = await elsewhere();
    expect(await nidaa(['restore', path], target)).toMatchObject({ code: 0 });
    const [stored, restored] = [await receiptsIn(source), await receiptsIn(target)];
    expect(restored).toEqual(expect.arrayContaining(before));
    expect(stored).toEqual(expect.arrayContaining(restored));
    expect(await nidaa(['audit'], target)).toMatchObject({ code: 0 });
  });

  it('give every row of every table and every file back', async () => {
    expect(await nidaa(['backup', archive, '--with-secret'], source)).toMatchObject({ code: 0, stderr: '' });
    expect((await stat(archive)).mode & 0o777).toBe(0o600);
    const target = await elsewhere();
    const restore = await nidaa(['restore', archive], target);
    expect(restore).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(restore.stdout)).toMatchObject({ secret: 'same' });

    const [here, there] = [await fingerprints(source), await fingerprints(target)];
    expect(there).toEqual(here);
    expect(here.ballot).toMatch(/^120 /);
    expect(here.post).toMatch(/^300 /);
    for (const { sha256 } of await test.db.query('SELECT sha256 FROM file'))
      expect(
        await readFile(join(target.NIDAA_DATA_DIR as string, 'files', sha256.slice(0, 2), sha256)),
      ).toEqual(await readFile(test.app.get(Files).pathOf(sha256)));
    const annex = sumOf(ANNEX);
    expect(
      await readFile(join(target.NIDAA_DATA_DIR as string, 'files', annex.slice(0, 2), annex), 'utf8'),
    ).toBe(ANNEX);
    expect(here.attachment).toMatch(/^1 /);
    expect((await stat(join(target.NIDAA_DATA_DIR as string, 'secret'))).mode & 0o777).toBe(0o600);
  });

  it('work on the embedded database: a backup of what was restored holds the same', async () => {
    const NIDAA_DATA_DIR = await mkdtemp(join(folder, 'embedded-'));
    const again = join(folder, 'again.tar.gz');
    expect(await nidaa(['restore', archive], { NIDAA_DATA_DIR })).toMatchObject({ code: 0 });
    expect(await nidaa(['audit'], { NIDAA_DATA_DIR })).toMatchObject({ code: 0 });
    expect(await nidaa(['backup', again, '--with-secret'], { NIDAA_DATA_DIR })).toMatchObject({ code: 0 });
    expect(await contentOf(again)).toEqual(await contentOf(archive));
  });

  it('leave what is there alone, unless told otherwise', async () => {
    expect(await nidaa(['backup', archive], source)).toMatchObject({ code: 2 });
    const running = await nidaa(['restore', archive, '--force'], source);
    expect(running).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Nidaa runs on this database'),
    });

    const target = await elsewhere();
    await nidaa(['restore', archive], target);
    const kept = await fingerprints(target);
    const refused = await nidaa(['restore', join(folder, 'running.tar.gz')], target);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('not empty') });
    expect(await fingerprints(target)).toEqual(kept);
    await inDatabase(target, `UPDATE account SET name = 'Somebody else'`);
    expect(await fingerprints(target)).not.toEqual(kept);
    expect(await nidaa(['restore', archive, '--force'], target)).toMatchObject({ code: 0 });
    expect(await fingerprints(target)).toEqual(kept);
  });

  it('say so when the root secret is not in the archive', async () => {
    const path = join(folder, 'no-secret.tar.gz');
    const backup = await nidaa(['backup', path], source);
    expect(backup.stderr).toContain('root secret');
    const restore = await nidaa(['restore', path], await elsewhere());
    expect(JSON.parse(restore.stdout)).toMatchObject({ secret: 'missing' });
    expect(
      gunzipSync(await readFile(path)).includes(
        await readFile(join(source.NIDAA_DATA_DIR as string, 'secret')),
      ),
    ).toBe(false);
  });
});

describe('a damaged archive', () => {
  const damaged = () => join(folder, 'damaged.tar.gz');

  it('is refused whichever byte is other, wherever it is cut off', async () => {
    const bytes = await readFile(archive);
    const step = Math.floor(bytes.length / 40);
    for (let at = 20; at < bytes.length; at += step) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 0x10;
      await writeFile(damaged(), changed);
      await expect(checkArchive(damaged())).rejects.toThrow(/damaged|not a backup/);
      await writeFile(damaged(), bytes.subarray(0, at));
      await expect(checkArchive(damaged())).rejects.toThrow('damaged');
    }
  });

  it('is refused also where only the content was changed and packed anew, and nothing is written', async () => {
    const tar = gunzipSync(await readFile(archive));
    const name = tar.indexOf('Voter 7\t');
    tar.write('Water 7', name);
    await writeFile(damaged(), gzipSync(tar));
    const target = await elsewhere();
    const empty = await fingerprints(target);
    expect(await nidaa(['restore', damaged()], target)).toMatchObject({
      code: 1,
      stderr: 'nidaa: restore: The archive is damaged: its sums differ.\n',
    });
    expect(await fingerprints(target)).toEqual(empty);
    expect(await readdir(target.NIDAA_DATA_DIR as string)).toEqual([]);
  });

  it('that a stored file makes is never written: the backup names the file', async () => {
    const [{ sha256 }] = await test.db.query('SELECT sha256 FROM file LIMIT 1');
    const path = test.app.get(Files).pathOf(sha256);
    const bytes = await readFile(path);
    await writeFile(path, Buffer.from(bytes).fill('x', 0, 1));
    const backup = await nidaa(['backup', join(folder, 'bad-file.tar.gz')], source);
    await writeFile(path, bytes);
    expect(backup).toMatchObject({ code: 2, stderr: expect.stringContaining(sha256) });
    expect((await readdir(folder)).filter((name) => name.startsWith('bad-file'))).toEqual([]);
  });
});
