import type { ChildProcess } from 'node:child_process';
import { hasEnded, stopServer } from './server-process.js';

/** Is told what happens to a server that nobody asked to end. */
export interface Watcher {
  ended(how: { readonly code: number | null; readonly signal: string | null }): void;
  /** It answers again, after so many milliseconds, and has repaired what was under way. */
  back(ms: number): void;
  /** It does not start any more, for this reason. */
  lost(error: unknown): void;
}

export interface Kept {
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a server again each time that it ends by itself, until it is stopped. */
export function keepRunning(
  first: ChildProcess,
  launch: (signal: AbortSignal) => Promise<ChildProcess>,
  watcher: Watcher,
): Kept {
  const stopping = new AbortController();
  let server = first;
  let starting: Promise<void> = Promise.resolve();

  const startAgain = async (): Promise<void> => {
    if (stopping.signal.aborted) return;
    const since = Date.now();
    watcher.ended({ code: server.exitCode, signal: server.signalCode });
    try {
      server = await launch(stopping.signal);
      watcher.back(Date.now() - since);
      watch();
    } catch (error) {
      if (!stopping.signal.aborted) watcher.lost(error);
    }
  };
  const onEnd = (): void => {
    starting = startAgain();
  };
  const watch = (): void => {
    if (hasEnded(server)) onEnd();
    else server.once('exit', onEnd);
  };

  watch();
  return {
    get pid() {
      return server.pid as number;
    },
    stop: async () => {
      stopping.abort();
      await starting;
      await stopServer(server);
    },
  };
}
