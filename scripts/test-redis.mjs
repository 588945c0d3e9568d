/** A Redis of the tests' own, where the machine has `redis-server`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Resolves to `{ url, stop }`; url is null where there is no Redis. `given` is used only where none can be started:
 * every key of the tests begins with the name of a database of theirs, and nothing is ever flushed.
 */
export async function prepareRedis(folder, given) {
  const port = await freePort();
  const args = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn('redis-server', args.map(String), { stdio: ['ignore', 'pipe', 'ignore'] });
  const started = await new Promise((resolve) => {
    server.on('error', () => resolve(false));
    server.on('exit', () => resolve(false));
    server.stdout.on('data', (text) => String(text).includes('Ready to accept connections') && resolve(true));
  });
  if (!started) {
    if (process.env.CI) throw new Error('CI needs redis-server, and there is none.');
    return { url: given ?? null, stop: async () => undefined };
  }
  return { url: `redis://127.0.0.1:${port}`, stop: () => stop(server) };
}

async function stop(server) {
  const ended = once(server, 'exit');
  server.kill();
  await ended;
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
