import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ForumAccess, type Standing } from '../forum/forum-access.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { Config } from '../platform/config/config.js';
import { brokenUnique } from '../platform/database/conflicts.js';
import { EventDispatcher } from '../platform/events/event-dispatcher.js';
import { Events } from '../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Log } from '../platform/observability/log.js';
import { Poll } from './poll.entity.js';
import { Rehearsal } from './rehearsal.entity.js';
import { holdAside } from './rehearsal-process.js';
import type { RehearsalReport, RehearsalView, StartRehearsal } from './rehearsals.contract.js';
import { Round } from './round.entity.js';
import { mayPreparePoll, mayRehearsePoll } from './voting.abilities.js';
import { VOTING_ERRORS } from './voting.contract.js';

const REHEARSE = 'poll.rehearse';
/** So many of the last ones are shown. */
const SHOWN = 5;

/** Rehearsals that the chair starts from the poll's page; a job holds them, in a process of their own. */
@Injectable()
export class Rehearsals {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly events: Events,
    private readonly access: ForumAccess,
    private readonly log: Log,
    jobs: Jobs,
    dispatcher: EventDispatcher,
  ) {
    jobs.handle(REHEARSE, ({ id }) => this.hold(id as string));
    dispatcher.consume('poll-rehearse', async ({ type, payload }) => {
      const { rehearsal } = payload;
      if (type === 'poll.rehearsed' && typeof rehearsal === 'string' && payload.state === 'running')
        await jobs.enqueue(REHEARSE, { id: rehearsal }, { key: rehearsal });
    });
  }

  /** The last ones, the newest first. */
  async list(reader: Reader, pollId: string): Promise<RehearsalView[]> {
    const { standing } = await this.enter(reader, pollId);
    permit(mayPreparePoll(standing), reader);
    const found = await this.db.manager.find(Rehearsal, {
      where: { pollId },
      order: { startedAt: 'DESC' },
      take: SHOWN,
    });
    return found.map(present);
  }

  async startRehearsal(reader: Reader, pollId: string, { voters }: StartRehearsal): Promise<RehearsalView> {
    const { poll, standing } = await this.enter(reader, pollId);
    permit(mayPreparePoll(standing), reader);
    const round = await this.db.manager.findOneByOrFail(Round, { pollId, number: poll.rounds });
    if (!mayRehearsePoll(standing, round)) throw refuse(VOTING_ERRORS, 'poll.state');
    const rehearsal = {
      id: newId(),
      pollId,
      voters,
      state: 'running' as const,
      startedAt: this.clock.now(),
      report: null,
    };
    try {
      await this.db.transaction(async (em) => {
        await em.insert(Rehearsal, rehearsal);
        await this.tell(em, poll, rehearsal, accountOf(reader).id);
      });
    } catch (error) {
      if (brokenUnique(error) === 'rehearsal_running') throw refuse(VOTING_ERRORS, 'rehearsal.running');
      throw error;
    }
    return present(rehearsal);
  }

  /** Holds one that waits; one that was interrupted is held again from its beginning. */
  private async hold(id: string): Promise<void> {
    const rehearsal = await this.db.manager.findOneBy(Rehearsal, { id, state: 'running' });
    if (!rehearsal) return;
    const report = await this.report(rehearsal);
    const poll = await this.db.manager.findOneByOrFail(Poll, { id: rehearsal.pollId });
    const state = report ? ('held' as const) : ('failed' as const);
    await this.db.transaction(async (em) => {
      await em.update(Rehearsal, { id, state: 'running' }, { state, report } as object);
      await this.tell(em, poll, { id, state }, null);
    });
  }

  private async report({ pollId, voters }: Rehearsal): Promise<RehearsalReport | null> {
    try {
      return await holdAside({ pollId, voters, databaseUrl: this.config.databaseUrl ?? '' });
    } catch (error) {
      this.log.error({ err: error }, 'a rehearsal could not be held');
      return null;
    }
  }

  private async enter(reader: Reader, pollId: string): Promise<{ poll: Poll; standing: Standing }> {
    const poll = await this.db.manager.findOneBy(Poll, { id: pollId });
    if (!poll) throw refuse(KERNEL_ERRORS, 'object.missing');
    return { poll, standing: await this.access.standing(reader, poll.forumId) };
  }

  private tell(
    em: EntityManager,
    { id, forumId }: Poll,
    rehearsal: Pick<Rehearsal, 'id' | 'state'>,
    actorId: string | null,
  ): Promise<void> {
    return this.events.append(em, {
      forumId,
      type: 'poll.rehearsed',
      subject: { kind: 'poll', id },
      actorId,
      payload: { rehearsal: rehearsal.id, state: rehearsal.state },
    });
  }
}

function present({ id, voters, state, startedAt, report }: Rehearsal): RehearsalView {
  return { id, voters, state, startedAt: startedAt.toISOString(), report };
}
