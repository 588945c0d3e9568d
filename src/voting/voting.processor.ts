import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, In, IsNull, Not } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { EventDispatcher } from '../platform/events/event-dispatcher.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Log } from '../platform/observability/log.js';
import { Poll } from './poll.entity.js';
import { VOTING_STATES } from './poll.states.js';
import { Round } from './round.entity.js';
import { Rounds } from './rounds.service.js';
import type { VOTING_EVENTS } from './voting.contract.js';

const CLOSE = 'poll.close';
/** Longer than any poll is set to last; a timer cannot hold more than 24 days. */
const SOON_MS = 25 * 60 * 60_000;

/** After these, a round may have a time at which it closes by itself. */
const TIMED: readonly (keyof typeof VOTING_EVENTS)[] = [
  'poll.opened',
  'poll.counting-down',
  'poll.prolonged',
];

/** Closes rounds whose time has come, whichever process is there then. */
@Injectable()
export class VotingProcessor implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly jobs: Jobs,
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly rounds: Rounds,
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
    if (!round?.closesAt) return;
    await this.closeAt(pollId, round.id, round.closesAt);
    this.closeInTime(pollId, round.id, round.closesAt);
  }

  /** Rounds that a start finds open: their jobs may be lost with the queue that kept them. */
  async onApplicationBootstrap(): Promise<void> {
    const rounds = await this.db.manager.findBy(Round, {
      state: In([...VOTING_STATES]),
      closesAt: Not(IsNull()),
    });
    for (const { pollId, id, closesAt } of rounds) this.closeInTime(pollId, id, closesAt as Date);
  }

  /** The queue looks for due jobs every few seconds: who knows of a time that comes soon keeps it as well. */
  private closeInTime(pollId: string, roundId: string, at: Date): void {
    const wait = at.getTime() - this.clock.now().getTime();
    if (wait > SOON_MS) return;
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        void this.closeNow(pollId, roundId);
      },
      Math.max(0, wait),
    );
    this.timers.add(timer);
  }

  private async closeNow(pollId: string, roundId: string): Promise<void> {
    try {
      const again = await this.rounds.closeOnTime(pollId, roundId);
      if (again) this.closeInTime(pollId, roundId, again);
    } catch (error) {
      this.log.warn({ err: error }, 'a poll was not closed in time: its job will close it');
    }
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  /** A job for each time that was said: the one that comes early sees that the time was put off. */
  private closeAt(pollId: string, roundId: string, at: Date): Promise<void> {
    const key = `${roundId}:${at.getTime()}:${Date.now()}`;
    return this.jobs.enqueue(CLOSE, { pollId, roundId }, { key, runAt: at });
  }
}
