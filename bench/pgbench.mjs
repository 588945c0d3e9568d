/** pgbench, which comes with Postgres: one ballot row a transaction, into a table of the ballots' shape. */
import { execFile } from 'node:child_process';
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { percentile } from './figures.mjs';

const run = promisify(execFile);
const CLIENTS = 32;

const TABLE = `
  CREATE TABLE IF NOT EXISTS bare_ballot (
    round_id uuid NOT NULL, code text NOT NULL CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{26}$'), content jsonb NOT NULL,
    weight text NOT NULL, group_key text, voter_id uuid, cast_at timestamptz, confirmer_id uuid,
    PRIMARY KEY (round_id, code), UNIQUE (round_id, voter_id));
  TRUNCATE bare_ballot`;

const SCRIPT = `\\set code random(1, 9000000000000000000)
INSERT INTO bare_ballot (round_id, code, content, weight, voter_id, cast_at)
VALUES ('00000000-0000-7000-8000-000000000000', lpad(:code, 26, '0'), '{"choice":"yes"}', '1', gen_random_uuid(), now());
`;

/** The program on PATH or in Debian's folder of Postgres. Throws where there is none. */
export async function findPgbench() {
  const debian = await readdir('/usr/lib/postgresql').catch(() => []);
  const folders = [
    ...process.env.PATH.split(':'),
    ...debian.map((version) => `/usr/lib/postgresql/${version}/bin`),
  ];
  for (const folder of folders) {
    const path = join(folder, 'pgbench');
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  throw new Error('pgbench is neither on PATH nor in /usr/lib/postgresql/*/bin: there is no reference');
}

/**
 * Inserts so many rows by each of 32 clients with prepared statements: as fast as it goes or, with a `rate`, as many
 * a second. Answers transactions a second, the connecting not counted, and their latencies in ms, which with a rate
 * count from the due moment.
 */
export async function runPgbench(program, { db, url }, { rowsEach, rate = null }) {
  const folder = await mkdtemp(join(tmpdir(), 'nidaa-pgbench-'));
  try {
    await db.query(TABLE);
    const script = join(folder, 'ballot.sql');
    await writeFile(script, SCRIPT);
    const pace = rate === null ? [] : ['-R', String(rate)];
    const log = ['-l', `--log-prefix=${join(folder, 'log')}`];
    const work = ['-n', '-M', 'prepared', '-c', String(CLIENTS), '-j', '2', '-t', String(rowsEach)];
    const { stdout } = await run(program, [...work, ...pace, ...log, '-f', script, url]);
    const reached = Number(/tps = ([\d.]+) \(without/.exec(stdout)?.[1]);
    const latencies = await latenciesIn(folder);
    if (!reached || latencies.length !== CLIENTS * rowsEach) throw new Error(`pgbench said\n${stdout}`);
    return {
      rate: reached,
      n: latencies.length,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The third word of each line is a transaction's time in microseconds. */
async function latenciesIn(folder) {
  const logs = (await readdir(folder)).filter((name) => name.startsWith('log'));
  const texts = await Promise.all(logs.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) =>
    text
      .trim()
      .split('\n')
      .map((line) => Number(line.split(' ')[2]) / 1_000),
  );
}
