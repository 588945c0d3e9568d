import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Localized } from '../../kernel/localized.js';
import { faultsOfRecord } from '../counting/check-record.js';
import type { PollTerms, PollView } from '../polls.contract.js';
import { completeTerms } from '../terms.js';
import { faultsOfRehearsal, type RehearsalFigures } from './rehearsal.judge.js';
import { RehearsalApp } from './rehearsal-app.js';
import { makeRehearsalDatabase, withClient } from './rehearsal-database.js';
import { SimulatedChair } from './simulated-chair.js';
import { fillHall, type SimulatedHall } from './simulated-hall.js';
import { type CastFigures, castVotes } from './simulated-votes.js';

/** As often is the close pressed at once. */
const CLOSES = 2;
const OK = 200;

export interface RehearsedPoll {
  readonly question: Localized;
  readonly terms: PollTerms;
}

export interface Rehearsal extends RehearsalFigures {
  /** Empty if all held. */
  readonly faults: readonly string[];
  readonly method: PollTerms['method'];
  readonly secrecy: PollTerms['secrecy'];
  /** Ballots that were sent twice at once, over connections that were cut, and once more for want of an answer. */
  readonly doubled: number;
  readonly cut: number;
  readonly retried: number;
  /** Milliseconds: within which half of the voters, and 99 of 100, had their answer; how long all of it took. */
  readonly times: Readonly<Record<'half' | 'most' | 'casting' | 'restarting' | 'closing', number>>;
}

/** A poll on a free question, for which nothing has to be there. */
export const PLAIN_POLL: RehearsedPoll = {
  question: { ar: 'هل نعتمد؟', fr: 'Adoptons-nous ?', en: 'Do we adopt?' },
  terms: completeTerms({ rule: { majority: 'simple', base: 'votes' } }),
};

/**
 * Holds a poll with simulated voters in a database and a process of its own, kills the process in the middle, closes
 * twice at once, and compares what was acknowledged, stored and counted. Whatever happens, and at `stop`, all that it
 * made is gone when it ends.
 */
export async function rehearse(
  serverUrl: string,
  poll: RehearsedPoll,
  voters: number,
  stop: AbortSignal,
): Promise<Rehearsal> {
  const undo: (() => Promise<void>)[] = [];
  try {
    const database = await makeRehearsalDatabase(serverUrl);
    undo.push(() => database.drop());
    const folder = await mkdtemp(join(tmpdir(), 'nidaa-rehearsal-'));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    stop.throwIfAborted();
    const app = await RehearsalApp.prepare(database.url, folder, stop);
    undo.push(() => app.kill());
    await app.start();
    return await hold(app, database.url, { ...poll, terms: simulated(poll.terms) }, voters, stop);
  } finally {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  }
}

async function hold(
  app: RehearsalApp,
  databaseUrl: string,
  { question, terms }: RehearsedPoll,
  voters: number,
  stop: AbortSignal,
): Promise<Rehearsal> {
  const byCity = terms.electorate === 'cities';
  const hall = await withClient(databaseUrl, (db) => fillHall(db, { voters, byCity }));
  const chair = new SimulatedChair(app.url, hall);
  const poll = await chair.open(question, terms, voters);
  const { cast, ...voting } = await voteAndKill(app, poll, hall, stop);
  const begin = performance.now();
  const statuses = await chair.closeAtOnce(poll, CLOSES);
  const closing = performance.now() - begin;
  const box = await withClient(databaseUrl, (db) => codesOf(db, poll.roundId));
  const figures = { voters, ...compared(cast, box), ...(await closed(chair, poll, statuses)) };
  const { method, secrecy } = terms;
  const { doubled, cut, retried } = cast;
  const times = { ...timesOf(cast), ...voting, closing };
  return { ...figures, faults: faultsOfRehearsal(figures), method, secrecy, doubled, cut, retried, times };
}

/** When half of the voters hold an answer, the app is killed and started again; who has none tries on. */
async function voteAndKill(app: RehearsalApp, poll: PollView, hall: SimulatedHall, stop: AbortSignal) {
  const begin = performance.now();
  const trouble = new AbortController();
  let restarted: Promise<number> | null = null;
  const onAcknowledged = (count: number): void => {
    if (restarted || count < hall.voters.length / 2) return;
    restarted = restart(app);
    restarted.catch((error) => trouble.abort(error));
  };
  const either = AbortSignal.any([stop, trouble.signal]);
  const cast = await castVotes(app.url, poll, hall.voters, onAcknowledged, either);
  const restarting = await (restarted as Promise<number> | null);
  return { cast, restarting: restarting ?? 0, casting: performance.now() - begin };
}

/** Simulated voters are all delegates or all cities, vote in person and need no second one. */
function simulated(terms: PollTerms): PollTerms {
  const electorate = terms.electorate === 'cities' ? 'cities' : 'delegates';
  return { ...terms, electorate, circle: [], proxies: false, confirmed: false };
}

async function restart(app: RehearsalApp): Promise<number> {
  const begin = performance.now();
  await app.kill();
  await app.start();
  return performance.now() - begin;
}

async function codesOf(
  db: { query(sql: string, values: unknown[]): Promise<{ rows: { code: string }[] }> },
  roundId: string,
): Promise<string[]> {
  const { rows } = await db.query('SELECT code FROM ballot WHERE round_id = $1', [roundId]);
  return rows.map(({ code }) => code);
}

function compared({ acknowledged, differing }: CastFigures, box: readonly string[]) {
  const stored = new Set(box);
  const missing = acknowledged.filter(({ code }) => !stored.has(code)).length;
  return { acknowledged: acknowledged.length, stored: box.length, missing, differing };
}

async function closed(chair: SimulatedChair, { id }: PollView, statuses: readonly number[]) {
  const closes = statuses.filter((status) => status === OK).length;
  let poll = await chair.show(id);
  if (poll.state === 'closed') poll = await chair.publish(poll);
  const record = await chair.record(poll.roundId);
  return { closes, counted: record.result.cast.ballots, record: faultsOfRecord(record) };
}

function timesOf({ acknowledged }: CastFigures): { half: number; most: number } {
  const sorted = acknowledged.map(({ ms }) => ms).sort((a, b) => a - b);
  const within = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { half: within(0.5), most: within(0.99) };
}
