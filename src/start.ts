import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createApp } from './app.setup.js';
import { SignInLinks } from './identity/sign-in-links.service.js';
import { SampleForum } from './opendata/sample/sample-forum.js';
import { Config, readConfig } from './platform/config/config.js';
import { dataSourceOptions } from './platform/database/data-source.js';
import { migrate } from './platform/database/migrate.js';
import { claimDataDir } from './platform/embedded/data-dir-claim.js';
import { startEmbeddedPostgres } from './platform/embedded/embedded-postgres.js';
import type { Watcher } from './platform/embedded/keep-running.js';
import { Log } from './platform/observability/log.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Starts what the environment asks for, says when it is ready, and ends it cleanly on SIGINT and SIGTERM. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const given = readConfig(env);
  const closing: (() => Promise<void>)[] = [];
  const end = ending(closing);
  process.on('SIGINT', () => void end(0));
  process.on('SIGTERM', () => void end(0));
  const config = given.databaseUrl ? given : await withEmbeddedDatabase(given, closing, () => end(1));
  await migrateFirst(config);
  const app = await createApp(config);
  closing.push(() => app.close());
  await app.listen(config.port, config.host);
  await welcome(app, config);
}

/** What was started last is closed first; what is still being started when the signal comes is closed too. */
function ending(closing: (() => Promise<void>)[]): (code: number) => Promise<void> {
  let isEnding = false;
  return async (code) => {
    if (isEnding) return;
    isEnding = true;
    for (let close = closing.pop(); close; close = closing.pop()) await close().catch(() => undefined);
    process.exit(code);
  };
}

async function withEmbeddedDatabase(
  config: Config,
  closing: (() => Promise<void>)[],
  fail: () => Promise<void>,
): Promise<Config> {
  const claim = await claimDataDir(config.dataDir);
  closing.push(() => claim.release());
  say('Starting the embedded database …');
  const database = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    watcher: watching(new Log(config), fail),
  });
  closing.push(() => database.stop());
  return new Config({ ...config, databaseUrl: database.url });
}

/** A database that ended comes back by itself; where it does not, neither does the app: its keeper may try both. */
function watching(log: Log, fail: () => Promise<void>): Watcher {
  return {
    ended: (how) => log.error(how, 'the embedded database has ended and is started again'),
    back: (ms) => log.warn({ ms }, 'the embedded database is back'),
    lost: (error) => {
      log.error({ err: error }, 'the embedded database does not start again: Nidaa ends');
      void fail();
    },
  };
}

async function migrateFirst(config: Config): Promise<void> {
  const db = await new DataSource(dataSourceOptions(config.databaseUrl ?? '', 2)).initialize();
  try {
    const applied = await migrate(db);
    if (applied > 0) say(`Applied ${applied} ${applied === 1 ? 'migration' : 'migrations'}.`);
  } finally {
    await db.destroy();
  }
}

/** The ready line, and the links that let somebody in: for trying out, or once for the first organiser. */
async function welcome(app: NestFastifyApplication, config: Config): Promise<void> {
  const links = app.get(SignInLinks);
  const ready = `Nidaa is ready at ${config.publicUrl}`;
  if (!config.sample) {
    await links.endTrial();
    const first = await links.printFirstOrganiser();
    say(ready);
    if (first) say(`The first organiser signs in once with ${first}`);
    return;
  }
  const sample = app.get(SampleForum);
  if (await sample.load()) say('Loaded the sample forum.');
  const accounts = await sample.trialAccounts();
  const addresses = await links.printTrial(accounts.map(({ accountId }) => accountId));
  say(ready);
  if (accounts.length > 0) say('Sign in to try it out, from this machine, until Nidaa stops:');
  for (const [index, { role }] of accounts.entries()) say(`  ${role.padEnd(20)} ${addresses[index]}`);
}
