import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventDispatcher } from '../platform/events/event-dispatcher.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Poll } from './poll.entity.js';
import { Round } from './round.entity.js';
import { Rounds } from './rounds.service.js';
import type { VOTING_EVENTS } from './voting.contract.js';

const CLOSE = 'poll.close';

/** After these, a round may have a time at which it closes by itself. */
const TIMED: readonly (keyof typeof VOTING_EVENTS)[] = [
  'poll.opened',
  'poll.counting-down',
  'poll.prolonged',
];

/** Closes rounds whose time has come, whichever process is there then. */
@Injectable()
export class VotingProcessor {
  constructor(
    private readonly jobs: Jobs,
    private readonly db: DataSource,
    rounds: Rounds,
    dispatcher: EventDispatcher,
  ) {
    dispatcher.consume('poll-close', async ({ type, subjectId }) => {
      if ((TIMED as readonly string[]).includes(type)) await this.setClock(subjectId);
    });
    jobs.handle(CLOSE, async ({ pollId, roundId }) => {
      const again = await rounds.closeOnTime(pollId as string, roundId as string);
      if (again) await this.closeAt(pollId as string, roundId as string, again);
    });
  }

  private async setClock(pollId: string): Promise<void> {
    const poll = await this.db.manager.findOneBy(Poll, { id: pollId });
    const round = poll && (await this.db.manager.findOneBy(Round, { pollId, number: poll.rounds }));
    if (round?.closesAt) await this.closeAt(pollId, round.id, round.closesAt);
  }

  /** A job for each time that was said: the one that comes early sees that the time was put off. */
  private closeAt(pollId: string, roundId: string, at: Date): Promise<void> {
    const key = `${roundId}:${at.getTime()}:${Date.now()}`;
    return this.jobs.enqueue(CLOSE, { pollId, roundId }, { key, runAt: at });
  }
}
