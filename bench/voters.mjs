/** Many voters with a connection each, in a process of their own so that their work is not counted as the server's. */
import { randomBytes } from 'node:crypto';
import { newCode } from '../dist/src/kernel/ids.js';
import { openWire } from '../dist/src/voting/rehearsal/wire.js';
import { percentile } from './figures.mjs';

/** So many connect at a time. */
const CONNECTING = 64;

let wires = [];

const COMMANDS = { connect, watch, cast, burst };

process.on('message', ({ command, asked }) => {
  COMMANDS[command](asked).then(
    (answer) => process.send({ answer }),
    (error) => process.send({ error: error.message }),
  );
});
process.send({ answer: 'ready' });

async function connect({ url, cookies }) {
  wires = new Array(cookies.length);
  await inParallel(cookies.length, CONNECTING, async (at) => {
    wires[at] = await openWire(url, cookies[at]);
  });
}

async function watch({ slug }) {
  await inParallel(wires.length, CONNECTING, async (at) => {
    taken(await wires[at].askText(JSON.stringify(['forum.watch', { slug }])));
  });
}

/** Everyone votes, so many at a time. Answers the seconds that it took, and the latencies in ms. */
async function cast({ roundId, voterIds, together }) {
  const ballots = voterIds.map((voterId) => ballotMessage(roundId, voterId));
  const latencies = new Array(ballots.length);
  const [cpu, begin] = [process.cpuUsage(), performance.now()];
  await inParallel(ballots.length, together, async (at) => {
    const pressed = performance.now();
    taken(await wires[at].askText(ballots[at]));
    latencies[at] = performance.now() - pressed;
  });
  const seconds = (performance.now() - begin) / 1_000;
  return { seconds, ...spread(latencies), cpu: cpuSince(cpu) };
}

/** Everyone votes at a moment of their own within `withinMs`, and waits for the final turnout on the screen. */
async function burst({ roundId, voterIds, withinMs }) {
  const ballots = voterIds.map((voterId) => ballotMessage(roundId, voterId));
  const latencies = new Array(ballots.length);
  const last = `"cast":${ballots.length},`;
  const shown = wires.map(
    (wire) =>
      new Promise((resolve) => {
        wire.onEvent = (text) => text.includes(last) && text.includes(roundId) && resolve(performance.now());
      }),
  );
  const [cpu, begin] = [process.cpuUsage(), performance.now()];
  const acknowledged = await Promise.all(
    ballots.map(async (ballot, at) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * withinMs));
      const pressed = performance.now();
      taken(await wires[at].askText(ballot));
      latencies[at] = performance.now() - pressed;
      return performance.now();
    }),
  );
  const lastAcknowledged = acknowledged.reduce((a, b) => Math.max(a, b));
  const lastShown = (await Promise.all(shown)).reduce((a, b) => Math.max(a, b));
  return {
    ...spread(latencies),
    seconds: (lastAcknowledged - begin) / 1_000,
    shownAfter: lastShown - lastAcknowledged,
    cpu: cpuSince(cpu),
  };
}

/** Code and key are drawn independently, as a voter's device does it. */
function ballotMessage(roundId, voterId) {
  const [code, key] = [newCode(26), randomBytes(16).toString('base64url')];
  return JSON.stringify(['ballot.cast', { roundId, voterId, ballot: { choice: 'yes' }, code, key }]);
}

function taken(text) {
  if (!text.startsWith('[{"ok":true')) throw new Error(`the server answered ${text}`);
}

async function inParallel(count, together, work) {
  let next = 0;
  const one = async () => {
    for (let at = next++; at < count; at = next++) await work(at);
  };
  await Promise.all(Array.from({ length: Math.min(together, count) }, one));
}

const spread = (latencies) => ({ p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) });

function cpuSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
