import { parentPort, workerData } from 'node:worker_threads';
import { oneConnection } from '../platform/database/pool.js';
import type { CompileMessage, CompileOrder } from './drafting.js';
import { draftInSteps, readInOneMoment } from './drafting.js';

/** A compile in a thread of its own: reads the contributions itself, so that the main one never holds them. */
const { url, forumId, lang } = workerData as CompileOrder;
const tell = (message: CompileMessage) => parentPort?.postMessage(message);
const client = oneConnection(url, 'nidaa-compile');
await client.connect();
try {
  const bundle = await readInOneMoment(client, forumId, lang);
  const steps = draftInSteps(bundle, lang);
  let step = steps.next();
  for (; !step.done; step = steps.next()) tell({ percent: step.value });
  tell({ drafted: step.value });
} finally {
  await client.end();
}
