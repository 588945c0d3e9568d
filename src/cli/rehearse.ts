import { Poll } from '../voting/poll.entity.js';
import { PLAIN_POLL, type Rehearsal, type RehearsedPoll, rehearse } from '../voting/rehearsal/rehearse.js';
import { readArguments } from './arguments.js';
import { CommandError } from './commands.js';
import { onRunningSystem, type SystemConfig, withEntities } from './running-system.js';

const OPTIONS = {
  voters: { type: 'string', default: '500' },
  poll: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;
const MOST_VOTERS = 5_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** 128 and the number of SIGINT, as shells say it. */
const INTERRUPTED = 130;

/**
 * `nidaa rehearse`: a poll with simulated voters on the running system's database server, in a database and a process
 * of its own that are gone afterwards. 0: acknowledged = stored = counted; 1: not, and it says what is wrong.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = readArguments(args, [], OPTIONS);
  const voters = numberOf(values.voters);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  try {
    const rehearsal = await onRunningSystem(async (config) => {
      const poll = values.poll === undefined ? PLAIN_POLL : await pollOf(config, values.poll);
      return rehearse(config.databaseUrl, poll, voters, stop.signal);
    });
    process.stdout.write(values.json ? `${JSON.stringify(rehearsal, null, 2)}\n` : inWords(rehearsal));
    return rehearsal.faults.length > 0 ? 1 : 0;
  } catch (error) {
    if (stop.signal.aborted) return INTERRUPTED;
    throw error;
  }
}

function numberOf(given: string): number {
  const voters = Number(given);
  if (!/^\d+$/.test(given) || voters < 1 || voters > MOST_VOTERS)
    throw new CommandError(`--voters must be a whole number from 1 to ${MOST_VOTERS}.`);
  return voters;
}

/** The question and the terms of a poll of the running system, which is only read. */
async function pollOf(config: SystemConfig, id: string): Promise<RehearsedPoll> {
  const poll =
    UUID.test(id) && (await withEntities(config, [Poll], (db) => db.manager.findOneBy(Poll, { id })));
  if (!poll) throw new CommandError(`there is no poll ${JSON.stringify(id)}.`);
  return poll;
}

function inWords({ faults, times, ...seen }: Rehearsal): string {
  const ms = (value: number): string => `${Math.round(value)} ms`;
  const lines = [
    `Rehearsal of a poll (${seen.method}, ${seen.secrecy}) with ${seen.voters} simulated voters`,
    `  acknowledged  ${seen.acknowledged}`,
    `  stored        ${seen.stored}`,
    `  counted       ${seen.counted}`,
    `  on the way    ${seen.doubled} sent twice at once, ${seen.cut} cut before the answer, ${seen.retried} sent again, the app killed once, two closes at once`,
    `  answered      half within ${ms(times.half)}, 99 of 100 within ${ms(times.most)}, all within ${ms(times.casting)}`,
    `  restart       ${ms(times.restarting)}`,
    `  close         ${ms(times.closing)}`,
    ...faults.map((fault) => `  WRONG: ${fault}`),
    faults.length === 0 ? 'Acknowledged = stored = counted.' : 'The rehearsal failed.',
  ];
  return `${lines.join('\n')}\n`;
}
