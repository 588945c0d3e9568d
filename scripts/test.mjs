/**
 * Everything that `npm test` checks: format and lint, architecture, types, then every Jest test (rules, API,
 * realtime, faults, browser). Brings its own database server and Redis in a temporary folder and takes them away.
 * The last line of standard output is `N passed, N failed, N skipped`.
 *
 * `npm test -- --only jest test/api/polls` runs a part: one of the steps by name, the rest goes to it.
 */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareBrowser } from './test-browser.mjs';
import { prepareRedis } from './test-redis.mjs';
import { prepareTemplate } from './test-template.mjs';

const { only, rest } = readArguments(process.argv.slice(2));
const closing = [];
const total = { passed: 0, failed: 0, skipped: 0 };

/** Each counts as one test, except the last, which counts its own. */
const STEPS = [
  {
    name: 'lint',
    command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--reporter=default', '--colors=off'],
  },
  {
    name: 'architecture',
    command: [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'src',
      'client',
      'migrations',
    ],
  },
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'] },
  {
    name: 'client types',
    command: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'client/tsconfig.json'],
  },
  { name: 'jest', run: jest },
];

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, async () => {
    await end();
    process.exit(1);
  });

try {
  for (const step of STEPS.filter(({ name }) => !only || name === only))
    await (step.run ? step.run() : check(step));
} catch (error) {
  total.failed += 1;
  process.stderr.write(`${error?.stack ?? error}\n`);
} finally {
  await end();
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function check({ name, command }) {
  const code = await run(command, process.env);
  total[code === 0 ? 'passed' : 'failed'] += 1;
  process.stdout.write(`${code === 0 ? 'ok' : 'FAILED'}: ${name}\n`);
}

async function jest() {
  const folder = await mkdtemp(join(tmpdir(), 'nidaa-tests-'));
  // The database's user must be able to pass through.
  await chmod(folder, 0o711);
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const template = await prepareTemplate(join(folder, 'server'));
  closing.push(template.stop);
  const redis = await prepareRedis(folder, process.env.REDIS_URL);
  closing.push(redis.stop);
  const report = join(folder, 'report.json');
  const env = {
    ...ownEnvironment(),
    ...template.env,
    ...(await prepareBrowser(folder)),
    NIDAA_TEST_REDIS: redis.url ?? '',
    NIDAA_TEST_ENGINE: process.env.REDIS_URL ? 'redis' : 'postgres',
    NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
  };
  const code = await run(['node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, ...rest], env);
  const results = JSON.parse(await readFile(report, 'utf8'));
  total.passed += results.numPassedTests;
  total.failed += results.numFailedTests + results.numRuntimeErrorTestSuites;
  total.skipped += results.numPendingTests + results.numTodoTests;
  if (code !== 0 && total.failed === 0) total.failed += 1;
}

/** Nothing of an installation on this machine reaches the tests. */
function ownEnvironment() {
  const { DATABASE_URL, REDIS_URL, SMTP_URL, PORT, HOST, ROLE, NODE_ENV, LOG_LEVEL, ...env } = process.env;
  for (const name of Object.keys(env))
    if (name.startsWith('NIDAA_') && name !== 'NIDAA_SHARED_DATA') delete env[name];
  return env;
}

/** Jest writes its progress to standard error; the steps' words go there too, so that standard output stays short. */
function run(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 2, 2] });
    closing.push(async () => child.exitCode ?? child.kill());
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function end() {
  for (let close = closing.pop(); close; close = closing.pop()) await close();
}

function readArguments(args) {
  if (args[0] !== '--only') return { only: null, rest: args };
  return { only: args[1], rest: args.slice(2) };
}
