import { parentPort, workerData } from 'node:worker_threads';
import { countRound, type RoundToCount } from './counting/count-round.js';

parentPort?.postMessage(countRound(workerData as RoundToCount));
