import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { workerBeside } from '../platform/threads/worker-beside.js';
import { countRound, type RoundToCount } from './counting/count-round.js';
import type { PollResult } from './polls.contract.js';

/** A hall's poll is counted in a few milliseconds; more than so many ballots would hold up everybody's requests. */
const MOST_HERE = 2_000;

/** Counts rounds, large ones in a thread of their own. */
@Injectable()
export class Counter {
  async count({ definition, ballots, hand, seed }: RoundToCount): Promise<PollResult> {
    const round = { definition, ballots, hand, seed };
    return ballots.length > MOST_HERE ? countAside(round) : countRound(round);
  }
}

function countAside(round: RoundToCount): Promise<PollResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerBeside(import.meta.url, 'count-worker'), { workerData: round });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the count ended with ${code}`)));
  });
}
