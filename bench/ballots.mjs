/** Ballots a second through signed-in sockets, each of another voter, against pgbench on the same server. */
import { cpuSeconds } from './cpu.mjs';
import { median, round } from './figures.mjs';
import { makeHall } from './hall.mjs';
import { findPgbench, runPgbench } from './pgbench.mjs';
import { sized } from './size.mjs';
import { countStatements } from './stage.mjs';

const VOTERS = sized(3_000, 40);
const TOGETHER = sized([32, 256, VOTERS], [8, VOTERS]);
const ROUNDS = sized(3, 1);
const ROWS_EACH = sized(80, 2);

export const about = `Ballots of ${VOTERS} signed-in sockets, so many in flight; reference: pgbench, one row a transaction, 32 clients.`;

export async function run(stage) {
  const pgbench = await findPgbench();
  const hall = await makeHall(stage, VOTERS);
  const voters = await stage.startVoters();
  await voters('connect', { url: stage.app, cookies: hall.cookies });
  const connecting = await cpuOfConnecting(stage, pgbench);
  const measured = { reference: [], ...Object.fromEntries(TOGETHER.map((together) => [together, []])) };
  // The first round warms both up and is not counted.
  for (let at = 0; at <= ROUNDS; at++) {
    for (const together of TOGETHER) {
      const ours = await castAll(stage, hall, voters, together);
      const reference = await insertRows(stage, pgbench, connecting);
      if (at === 0) continue;
      measured[together].push(ours);
      measured.reference.push(reference);
    }
  }
  const statements = await statementsPerBallot(stage, hall, voters, TOGETHER[1]);
  const reference = medians(measured.reference);
  return [
    ...TOGETHER.map((together) => figuresOf(together, medians(measured[together]), reference)),
    { name: 'ballots statements', ours: statements, reference: 1, unit: 'statements/ballot', n: VOTERS },
  ];
}

function figuresOf(together, ours, reference) {
  return {
    name: `ballots ${together}`,
    ours: ours.rate,
    reference: reference.rate,
    unit: 'ballots/s',
    n: VOTERS * ROUNDS,
    more: {
      p50: `${round(ours.p50)} ms`,
      p99: `${round(ours.p99)} ms`,
      'pgbench p50': `${round(reference.p50)} ms`,
      'pgbench p99': `${round(reference.p99)} ms`,
      'CPU of server and Postgres': `${round(ours.cpu * 1e6)} µs/ballot`,
      'of it Postgres': `${round(ours.postgres * 1e6)} µs/ballot`,
      "pgbench's Postgres": `${round(reference.cpu * 1e6)} µs/row`,
      'CPU of the voters': `${round(ours.client * 1e6)} µs/ballot`,
      'cores busy': round((ours.cpu + ours.client) * ours.rate),
    },
  };
}

async function castAll({ appPid, postgresPid }, hall, voters, together) {
  const poll = await hall.openPoll();
  const before = [cpuSeconds(appPid), cpuSeconds(postgresPid)];
  const { seconds, p50, p99, cpu } = await voters('cast', {
    roundId: poll.roundId,
    voterIds: hall.voterIds,
    together,
  });
  const [app, postgres] = [cpuSeconds(appPid) - before[0], cpuSeconds(postgresPid) - before[1]];
  await hall.closePoll(poll, VOTERS);
  return {
    rate: VOTERS / seconds,
    p50,
    p99,
    cpu: (app + postgres) / VOTERS,
    postgres: postgres / VOTERS,
    client: cpu / VOTERS,
  };
}

async function insertRows(stage, pgbench, connecting) {
  const before = cpuSeconds(stage.postgresPid);
  const { rate, n, p50, p99 } = await runPgbench(pgbench, stage, { rowsEach: ROWS_EACH });
  return { rate, p50, p99, cpu: (cpuSeconds(stage.postgresPid) - before - connecting) / n };
}

/** What 32 new connections cost Postgres: with one row each, the rest of such a run. */
async function cpuOfConnecting(stage, pgbench) {
  const runs = [];
  for (let at = 0; at < 3; at++) {
    const before = cpuSeconds(stage.postgresPid);
    await runPgbench(pgbench, stage, { rowsEach: 1 });
    runs.push(cpuSeconds(stage.postgresPid) - before);
  }
  return median(runs);
}

/** All statements that reach the server while they vote, turnout and jobs among them. Not a measured run. */
async function statementsPerBallot({ db }, hall, voters, together) {
  await db.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  const poll = await hall.openPoll();
  await countStatements(db, true);
  await db.query('SELECT pg_stat_statements_reset()');
  await voters('cast', { roundId: poll.roundId, voterIds: hall.voterIds, together });
  // The deferred foreign key's checks at the commit are counted as if somebody had sent them.
  const { rows } = await db.query(
    `SELECT sum(calls)::int AS calls FROM pg_stat_statements WHERE query NOT LIKE '%FOR KEY SHARE OF x'`,
  );
  await countStatements(db, false);
  await hall.closePoll(poll, VOTERS);
  return rows[0].calls / VOTERS;
}

/** The middle one of each figure. */
function medians(runs) {
  const names = Object.keys(runs[0]);
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name]))]));
}
