import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PARTICIPANT_ROLES } from '../../forum/forum.contract.js';
import { Forum } from '../../forum/forum.entity.js';
import { Clock } from '../../kernel/clock.js';
import { Turnout } from '../../voting/turnout.js';
import { SampleClock } from './sample-clock.js';
import { makeHall } from './sample-hall.js';
import { vote } from './sample-polls.js';
import { holdSessions, planSessions } from './sample-program.js';
import { propose } from './sample-proposals.js';
import { roomsIn } from './sample-rooms.js';
import { discuss } from './sample-threads.js';

/** Any number that no other advisory lock of this database uses. */
const SAMPLE_LOCK = 7_164_204;

/** A forum to try the product with: everything in it went through the rooms' own use cases. */
@Injectable()
export class SampleForum {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly turnout: Turnout,
  ) {}

  /**
   * Loads the sample into a database that has no forum yet, in one transaction. Answers whether it did: of
   * processes that start together, one does.
   */
  async load(): Promise<boolean> {
    return this.db.transaction(async (em) => {
      await em.query('SELECT pg_advisory_xact_lock($1)', [SAMPLE_LOCK]);
      if (await em.existsBy(Forum, {})) return false;
      const rooms = roomsIn(em, SampleClock.ticking(this.clock.now()), this.turnout);
      const hall = await makeHall(rooms);
      const sessions = await planSessions(rooms, hall);
      const proposals = await propose(rooms, hall);
      await discuss(rooms, hall);
      await holdSessions(rooms, hall, sessions, (key, { id }) => vote(rooms, hall, key, id, proposals));
      return true;
    });
  }

  /** One account of each role in the sample forum, the organiser first; none where there is no sample. */
  async trialAccounts(): Promise<{ role: string; accountId: string }[]> {
    const seats: { role: string; accountId: string }[] = await this.db.query(
      `SELECT DISTINCT ON (p.role) p.role, p.account_id AS "accountId"
         FROM participant p JOIN forum f ON f.id = p.forum_id
        WHERE f.sample AND p.suspended_at IS NULL
        ORDER BY p.role, p.id`,
    );
    return PARTICIPANT_ROLES.flatMap((role) => seats.filter((seat) => seat.role === role));
  }
}
