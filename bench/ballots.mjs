/** Ballots a second over HTTP, each by another signed-in voter, 32 at a time, against a route that inserts a row. */
import { Agent, request } from 'node:http';
import { median, openPoll } from './stage.mjs';

const ROUNDS = 9;
const PER_ROUND = 300;
const TOGETHER = 32;

export const about = 'Casting ballots over HTTP; reference: a bare Fastify route that inserts one row by pg.';
export const unit = 'ballots/s';

export async function run(stage) {
  const { poll, cookies } = await openPoll(stage, (ROUNDS + 1) * PER_ROUND);
  const reference = await stage.startReference('reference-insert.mjs');
  const [ours, theirs] = [[], []];
  // The first round warms both up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    const voters = cookies.slice(round * PER_ROUND, (round + 1) * PER_ROUND);
    const rates = [await rate(stage.app, poll, voters), await rate(reference, poll, voters)];
    if (round === 0) continue;
    ours.push(rates[0]);
    theirs.push(rates[1]);
  }
  const [{ count }] = (await stage.db.query('SELECT count(*)::int FROM ballot')).rows;
  if (count !== cookies.length) throw new Error(`${count} ballots stored, ${cookies.length} acknowledged`);
  return { ours: median(ours), reference: median(theirs), n: ROUNDS * PER_ROUND };
}

/** The same requests to both. */
async function rate(url, poll, cookies) {
  const agent = new Agent({ keepAlive: true, maxSockets: TOGETHER });
  const waiting = [...cookies];
  const begin = performance.now();
  const voter = async () => {
    for (let cookie = waiting.pop(); cookie; cookie = waiting.pop())
      await put(agent, `${url}/api/v1/polls/${poll}/ballot`, cookie);
  };
  await Promise.all(Array.from({ length: TOGETHER }, voter));
  const seconds = (performance.now() - begin) / 1_000;
  agent.destroy();
  return cookies.length / seconds;
}

function put(agent, url, cookie) {
  const headers = {
    cookie,
    'x-nidaa': '1',
    'content-type': 'application/json',
    'idempotency-key': cookie.slice(-20),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'PUT', headers }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${url} answered ${answer.statusCode}`));
      });
    });
    sent.on('error', reject).end('{"choice":"yes"}');
  });
}
