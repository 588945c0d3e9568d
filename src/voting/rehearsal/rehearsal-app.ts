import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', '..', 'main.js');
const READY = 'Nidaa is ready';

/** The app of a rehearsal: the same program in a process of its own, which may be killed and started again. */
export class RehearsalApp {
  private child: ChildProcess | null = null;

  private constructor(
    readonly url: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly stop: AbortSignal,
  ) {}

  /** On a free port of this machine alone; without Redis, and with mail that goes nowhere. */
  static async prepare(databaseUrl: string, dataDir: string, stop: AbortSignal): Promise<RehearsalApp> {
    const port = await freePort();
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      HOST: '127.0.0.1',
      PORT: port,
      DATABASE_URL: databaseUrl,
      NIDAA_DATA_DIR: dataDir,
      NIDAA_SAMPLE: '0',
      LOG_LEVEL: 'fatal',
    };
    return new RehearsalApp(`http://127.0.0.1:${port}`, env, stop);
  }

  /** Returns when it takes connections; throws if it ends before, as it does at `stop`. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [MAIN], {
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: this.stop,
      killSignal: 'SIGKILL',
    });
    this.child = child;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const hear = (text: Buffer): void => {
        said += text;
        if (said.includes(READY)) resolve();
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.on('error', reject);
      child.once('exit', () => reject(new Error(`the rehearsal's app did not start: ${said.trim()}`)));
    });
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

async function freePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return String(port);
}
