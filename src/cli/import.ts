import { SystemClock } from '../kernel/clock.js';
import { openBundle } from '../opendata/import/bundle-source.js';
import { openExport } from '../opendata/import/export-folder.js';
import { BadSource } from '../opendata/import/items.js';
import { runImport } from '../opendata/import/run-import.js';
import type { Source } from '../opendata/import/source.js';
import type { Finding, ImportReport } from '../opendata/opendata.contract.js';
import { Event } from '../platform/events/event.entity.js';
import { Events } from '../platform/events/events.service.js';
import { readArguments } from './arguments.js';
import { chooseForum } from './chosen-forum.js';
import { CommandError } from './commands.js';
import { ProgressBar } from './progress-bar.js';
import { onRunningSystem, withEntities } from './running-system.js';

const OPTIONS = {
  forum: { type: 'string' },
  lang: { type: 'string' },
  strict: { type: 'boolean', default: false },
} as const;
const FORMATS = ['decidim', 'decide-madrid', 'bundle'];

/**
 * Brings an export of another platform, or a bundle, into a forum of the running system. Prints the report as
 * JSON; bad rows and notices go to standard error, one line each. Answers 1 if rows were bad.
 */
export async function run(args: string[]): Promise<number> {
  const { values, words } = readArguments(args, ['the format', 'the path'], OPTIONS);
  const [format = '', path = ''] = words;
  if (!FORMATS.includes(format)) throw new CommandError(`the format must be one of ${FORMATS.join(', ')}.`);
  if (values.lang !== undefined && !/^[a-z]{2,3}$/.test(values.lang))
    throw new CommandError('--lang must be a language code of two or three letters.');
  const report = await explained(async () => {
    const source = await open(format, path, values.lang ?? null);
    return onRunningSystem((config) =>
      withEntities(config, [Event], async (db) => {
        const target = { forum: await chooseForum(db, values.forum), events: new Events(new SystemClock()) };
        const bar = new ProgressBar();
        for (const name of source.leftOut) bar.say(`${name}: left out, its columns are of no known kind`);
        const options = {
          strict: values.strict,
          onFinding: (finding: Finding) => bar.say(lineOf(finding)),
          onProgress: bar.show.bind(bar),
        };
        return runImport(db, target, source, path, options).finally(() => bar.end());
      }),
    );
  });
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  if (report.bad > 0) process.stderr.write(`${summary(report)}\n`);
  return report.bad > 0 ? 1 : 0;
}

/** An export is told apart by its columns; naming Decide Madrid's own format only asks that it be this one. */
async function open(format: string, path: string, lang: string | null): Promise<Source> {
  if (format === 'bundle') return openBundle(path);
  const source = await openExport(path, lang);
  if (format === 'decide-madrid' && source.format !== format)
    throw new BadSource(`${path} is an export of ${source.format}.`);
  return source;
}

async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadSource) throw new CommandError(error.message);
    throw error;
  }
}

function lineOf({ severity, file, line, reason }: Finding): string {
  return `${file}${line === null ? '' : `:${line}`}: ${severity === 'bad' ? 'bad' : 'note'}: ${reason}`;
}

function summary({ bad, read, outcome }: ImportReport): string {
  const counted = `${bad} of ${read} rows ${bad === 1 ? 'is' : 'are'} bad`;
  return outcome === 'refused' ? `${counted}: nothing went in.` : `${counted}, the rest is in.`;
}
