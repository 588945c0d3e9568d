import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const MAIN = join(ROOT, 'dist', 'src', 'main.js');
export const NIDAA = join(ROOT, 'bin', 'nidaa.js');

type Env = Readonly<Record<string, string>>;

/** Nothing of the test's own environment but what a program needs to run at all. */
const bare = (env: Env): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NIDAA_SAMPLE: '0',
  LOG_LEVEL: 'error',
  ...env,
});

/** The built app as a process of its own, as production runs it. */
export class AppProcess {
  readonly url: string;
  stdout = '';
  stderr = '';
  private readonly child: ChildProcess;
  private readonly ready: Promise<'ready'>;
  private readonly ended: Promise<unknown>;

  private constructor(env: Env) {
    this.url = `http://127.0.0.1:${env.PORT}`;
    this.child = spawn(process.execPath, [MAIN], { env: bare(env), stdio: ['ignore', 'pipe', 'pipe'] });
    this.ended = once(this.child, 'close');
    this.ready = new Promise((resolve) => {
      this.child.stdout?.on('data', (text) => {
        this.stdout += text;
        if (this.stdout.includes('Nidaa is ready')) resolve('ready');
      });
    });
    this.child.stderr?.on('data', (text) => {
      this.stderr += text;
    });
  }

  /** Starts and returns when the ready line stands on standard output. PORT must be in `env`. */
  static async start(env: Env): Promise<AppProcess> {
    const app = new AppProcess(env);
    if ((await app.outcome()) !== 'ready')
      throw new Error(`the app did not start:\n${app.stdout}${app.stderr}`);
    return app;
  }

  /** Starts without waiting: for a start that is expected to fail. */
  static launch(env: Env): AppProcess {
    return new AppProcess(env);
  }

  /** `ready`, or the exit code of a start that failed. */
  outcome(): Promise<'ready' | number | null> {
    return Promise.race([this.ready, this.ended.then(() => this.child.exitCode)]);
  }

  /** Sends a signal and waits for the end. Answers the exit code, null if the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.exitCode();
  }

  /** Waits for the end, however it comes. */
  async exitCode(): Promise<number | null> {
    await this.ended;
    return this.child.exitCode;
  }
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the `nidaa` command to its end. */
export async function nidaa(args: readonly string[], env: Env = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [NIDAA, ...args], {
    env: bare(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return String(port);
}
