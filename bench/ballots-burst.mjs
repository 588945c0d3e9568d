/** Everybody presses within one second, and looks at the turnout: against pgbench at the same pace. */
import { cpuSeconds } from './cpu.mjs';
import { median, round } from './figures.mjs';
import { makeHall } from './hall.mjs';
import { findPgbench, runPgbench } from './pgbench.mjs';
import { sized } from './size.mjs';

const VOTERS = sized(3_000, 40);
const WITHIN_MS = 1_000;
const ROUNDS = sized(3, 1);
const CLIENTS = 32;

export const about = `${VOTERS} signed-in sockets that watch the forum press within a second: p99 until acknowledged; reference: pgbench, ${VOTERS} rows a second, from the due moment.`;

export async function run(stage) {
  const pgbench = await findPgbench();
  const hall = await makeHall(stage, VOTERS);
  const voters = await stage.startVoters();
  await voters('connect', { url: stage.app, cookies: hall.cookies });
  await voters('watch', { slug: hall.slug });
  const [ours, theirs] = [[], []];
  // The first round warms both up and is not counted.
  for (let at = 0; at <= ROUNDS; at++) {
    const pressed = await pressAll(stage, hall, voters);
    const inserted = await runPgbench(pgbench, stage, {
      rowsEach: Math.ceil(VOTERS / CLIENTS),
      rate: (VOTERS * 1_000) / WITHIN_MS,
    });
    if (at === 0) continue;
    ours.push(pressed);
    theirs.push(inserted);
  }
  const middle = (runs, name) => median(runs.map((each) => each[name]));
  return [
    {
      name: 'ballots-burst',
      ours: middle(ours, 'p99'),
      reference: middle(theirs, 'p99'),
      unit: 'ms',
      n: VOTERS * ROUNDS,
      more: {
        acknowledged: `${VOTERS} of ${VOTERS} in each round`,
        p50: `${round(middle(ours, 'p50'))} ms`,
        'pgbench p50': `${round(middle(theirs, 'p50'))} ms`,
        'first press to last answer': `${round(middle(ours, 'seconds'))} s`,
        'last answer to last screen': `${ours.map(({ shownAfter }) => round(shownAfter)).join(', ')} ms`,
        'CPU of server and Postgres': `${round((middle(ours, 'cpu') / VOTERS) * 1e6)} µs/ballot, the turnout to ${VOTERS} screens included`,
        'CPU of the voters': `${round((middle(ours, 'clientCpu') / VOTERS) * 1e6)} µs/ballot`,
      },
    },
  ];
}

async function pressAll({ appPid, postgresPid }, hall, voters) {
  const poll = await hall.openPoll();
  const before = cpuSeconds(appPid, postgresPid);
  const { cpu: clientCpu, ...measured } = await voters('burst', {
    roundId: poll.roundId,
    voterIds: hall.voterIds,
    withinMs: WITHIN_MS,
  });
  const cpu = cpuSeconds(appPid, postgresPid) - before;
  await hall.closePoll(poll, VOTERS);
  return { ...measured, clientCpu, cpu };
}
