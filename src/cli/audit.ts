import { auditEvents } from '../platform/events/audit.js';
import { Event } from '../platform/events/event.entity.js';
import { readArguments } from './arguments.js';
import { onRunningSystem, withEntities } from './running-system.js';

/** Prints the audit's report; 1 if a link of the event log does not hold. */
export async function run(args: string[]): Promise<number> {
  readArguments(args, [], {});
  const report = await onRunningSystem((config) => withEntities(config, [Event], auditEvents));
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  for (const { forumId, seq, reason } of report.broken)
    process.stderr.write(`The log of ${forumId ?? 'the installation'} does not hold at ${seq}: ${reason}.\n`);
  return report.broken.length === 0 ? 0 : 1;
}
