import { Worker } from 'node:worker_threads';

const TIMEOUT_MS = 120_000;

/**
 * Runs a file of plain JavaScript in a thread of its own, with `data` as its `workerData`, and answers what it posts:
 * `count` files. What the thread took is given back when it ends. Throws what the thread throws, and an Error where
 * it takes more than two minutes.
 */
export function inWorker(path: string, data: object, count: number): Promise<Uint8Array[]> {
  const worker = new Worker(path, { workerData: data, execArgv: [] });
  const late = setTimeout(() => void worker.terminate(), TIMEOUT_MS);
  return new Promise<Uint8Array[]>((resolve, reject) => {
    const made: Uint8Array[] = [];
    worker.on('message', (bytes: Uint8Array) => made.push(bytes));
    worker.on('error', reject);
    worker.on('exit', () =>
      made.length === count
        ? resolve(made)
        : reject(new Error('the worker ended before its files were made')),
    );
  }).finally(() => clearTimeout(late));
}
