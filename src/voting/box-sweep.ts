import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { EventDispatcher } from '../platform/events/event-dispatcher.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Round } from './round.entity.js';
import type { VOTING_EVENTS } from './voting.contract.js';

const SWEEP = 'poll.sweep';
const PAUSE_MS = 2_000;

/** With these a round is over, and the box of a secret one was rewritten. */
const ENDED: readonly (keyof typeof VOTING_EVENTS)[] = ['poll.closed', 'poll.annulled'];

/**
 * Takes away the rows of secret ballots as they lay before their box was rewritten, and the index entries that point
 * at them: their places tell in which order they came. Outside of any transaction, and in nobody's way.
 */
@Injectable()
export class BoxSweep {
  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly db: DataSource,
    dispatcher: EventDispatcher,
  ) {
    dispatcher.consume('box-sweep', async ({ id, type, subjectId }) => {
      if (!(ENDED as readonly string[]).includes(type)) return;
      await jobs.enqueue(SWEEP, { pollId: subjectId }, { key: id });
    });
    jobs.handle(SWEEP, ({ pollId, since }) => this.sweep(pollId as string, since));
  }

  /** Whatever was under way when the round ended may still see the old rows: until it is over, they cannot go. */
  private async sweep(pollId: string, given: string | undefined): Promise<void> {
    if (!(await this.db.manager.existsBy(Round, { pollId, secrecy: 'secret' }))) return;
    const [{ since, busy }]: [{ since: string; busy: boolean }] = await this.db.query(UNDER_WAY, [
      given ?? null,
    ]);
    if (!busy) {
      await this.db.query('VACUUM (INDEX_CLEANUP ON, TRUNCATE OFF) ballot');
      return;
    }
    const runAt = new Date(this.clock.now().getTime() + PAUSE_MS);
    await this.jobs.enqueue(SWEEP, { pollId, since }, { key: `${pollId}:${runAt.getTime()}`, runAt });
  }
}

/** Whether a transaction still runs that began before $1, or before now if that is null; and which moment it was. */
const UNDER_WAY = `
  SELECT moment::text AS since,
         EXISTS (SELECT FROM pg_stat_activity
                  WHERE datname = current_database() AND pid <> pg_backend_pid()
                    AND backend_type = 'client backend' AND xact_start < moment) AS busy
    FROM coalesce($1::timestamptz, clock_timestamp()) AS moment`;
