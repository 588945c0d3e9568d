import { stat } from 'node:fs/promises';
import { SystemClock } from '../kernel/clock.js';
import { writeBackup } from '../platform/backup/backup.js';
import { Files } from '../platform/files/files.service.js';
import { Secrets } from '../platform/files/secrets.js';
import { readArguments } from './arguments.js';
import { CommandError } from './commands.js';
import { onRunningSystem } from './running-system.js';

const OPTIONS = {
  'with-secret': { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
} as const;

/** Writes a backup of the running system into a file that is not there yet. */
export async function run(args: string[]): Promise<number> {
  const { values, words } = readArguments(args, ['the file to write'], OPTIONS);
  const path = words[0] as string;
  if (!values.force && (await stat(path).catch(() => null)))
    throw new CommandError(`${path} is there already: --force replaces it.`);
  const clock = new SystemClock();
  const figures = await onRunningSystem(async (config) => {
    const secrets = await Secrets.load(config.dataDir, config.secret);
    const files = new Files(config, clock);
    return writeBackup(
      {
        databaseUrl: config.databaseUrl,
        filePath: (sha256) => files.pathOf(sha256),
        secretMark: secrets.mark(),
        secret: values['with-secret'] ? secrets.reveal() : null,
      },
      path,
      clock.now(),
    );
  });
  process.stdout.write(`${JSON.stringify({ file: path, ...figures })}\n`);
  if (!values['with-secret'])
    process.stderr.write('The root secret is not in the archive: keep a copy of it in another place.\n');
  return 0;
}
