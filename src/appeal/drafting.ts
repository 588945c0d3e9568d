import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ClientBase } from 'pg';
import { canonicalJson, type Json } from '../kernel/canonical-json.js';
import { sha256 } from '../kernel/hash-chain.js';
import type { Lang } from '../kernel/localized.js';
import { workerBeside } from '../platform/threads/worker-beside.js';
import type { ContributionBundle } from './compile/bundle.js';
import { compileInSteps } from './compile/compile.js';
import type { Draft } from './compile/draft.js';
import { readBundle } from './contributions.js';

/** What is to be compiled, and where it is read. */
export interface CompileOrder {
  /** Of the database. */
  readonly url: string;
  readonly forumId: string;
  readonly lang: Lang;
}

export interface Drafted {
  readonly draft: Draft;
  /** What was compiled and what came of it, in canonical JSON: as they are kept. */
  readonly texts: { readonly bundle: string; readonly draft: string };
  /** SHA-256 over the bundle's. */
  readonly inputHash: string;
}

export type CompileMessage = { readonly percent: number } | { readonly drafted: Drafted };

type Report = (percent: number) => Promise<void>;

/** Compiles in this thread, letting others in between the steps: for a forum in which little was said. */
export async function draftHere(bundle: ContributionBundle, lang: Lang, report: Report): Promise<Drafted> {
  const steps = draftInSteps(bundle, lang);
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    await report(step.value);
    // Lets a ballot or a request in between: the compile is long, each step is short.
    await setImmediate();
  }
  return step.value;
}

/** Compiles in a thread of its own. Throws what fails there, and where the thread ends without a draft. */
export async function draftAside(order: CompileOrder, report: Report): Promise<Drafted> {
  const worker = new Worker(workerBeside(import.meta.url, 'compile-worker'), { workerData: order });
  return new Promise((resolve, reject) => {
    worker.on('message', (message: CompileMessage) => {
      if ('drafted' in message) resolve(message.drafted);
      else report(message.percent).catch(reject);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the compile ended with ${code}`)));
  });
}

export function* draftInSteps(bundle: ContributionBundle, lang: Lang): Generator<number, Drafted> {
  const draft = yield* compileInSteps(bundle, lang);
  const texts = {
    bundle: canonicalJson(bundle as unknown as Json),
    draft: canonicalJson(draft as unknown as Json),
  };
  return { draft, texts, inputHash: sha256(texts.bundle) };
}

/** All of it as it stood at one moment. */
export async function readInOneMoment(
  client: ClientBase,
  forumId: string,
  lang: Lang,
): Promise<ContributionBundle> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const query = async (sql: string, parameters: unknown[]) => (await client.query(sql, parameters)).rows;
  const bundle = await readBundle({ query }, forumId, lang);
  await client.query('COMMIT');
  return bundle;
}
