import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventDispatcher } from '../platform/events/event-dispatcher.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Round } from './round.entity.js';
import type { VOTING_EVENTS } from './voting.contract.js';

const SWEEP = 'poll.sweep';

/** With these a round is over, and the box of a secret one was rewritten. */
const ENDED: readonly (keyof typeof VOTING_EVENTS)[] = ['poll.closed', 'poll.annulled'];

/**
 * Takes away the rows of secret ballots as they lay before their box was rewritten, and the index entries that point
 * at them: their places tell in which order they came. Outside of any transaction, and in nobody's way.
 */
@Injectable()
export class BoxSweep {
  constructor(
    jobs: Jobs,
    private readonly db: DataSource,
    dispatcher: EventDispatcher,
  ) {
    dispatcher.consume('box-sweep', async ({ id, type, subjectId }) => {
      if (!(ENDED as readonly string[]).includes(type)) return;
      await jobs.enqueue(SWEEP, { pollId: subjectId }, { key: id });
    });
    jobs.handle(SWEEP, ({ pollId }) => this.sweep(pollId as string));
  }

  private async sweep(pollId: string): Promise<void> {
    const secret = await this.db.manager.existsBy(Round, { pollId, secrecy: 'secret' });
    if (secret) await this.db.query('VACUUM (INDEX_CLEANUP ON, TRUNCATE OFF) ballot');
  }
}
