import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ForumAccess, type Standing } from '../forum/forum-access.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { Events } from '../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { mayEditSession, mayMoveSession, mayPlan } from './program.abilities.js';
import {
  PROGRAM_ERRORS,
  type PROGRAM_EVENTS,
  type SessionView,
  type UpdateSession,
  type WriteSession,
} from './program.contract.js';
import { presentSession } from './program.presenter.js';
import { Session } from './session.entity.js';
import { SESSION_MOVES, type SessionMove } from './session.states.js';

@Injectable()
export class Sessions {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
  ) {}

  /** The whole programme in the order of time: a forum has tens of sessions, not thousands. */
  async list(reader: Reader, slug: string): Promise<SessionView[]> {
    const { forum, standing } = await this.access.enter(reader, slug);
    const sessions = await this.db.manager.find(Session, {
      where: { forumId: forum.id },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
    return sessions.map((session) => presentSession(session, standing));
  }

  async planSession(reader: Reader, slug: string, wanted: WriteSession): Promise<SessionView> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(mayPlan(standing), reader);
    const session: Session = {
      id: newId(),
      forumId: forum.id,
      ...asColumns(wanted),
      state: 'planned',
      version: 1,
      createdAt: this.clock.now(),
    };
    await this.db.transaction(async (em) => {
      await em.insert(Session, session);
      await this.tell(em, standing, session, 'session.planned');
    });
    return presentSession(session, standing);
  }

  changeSession(reader: Reader, id: string, { version, ...wanted }: UpdateSession): Promise<SessionView> {
    return this.change(reader, id, version, (session, standing) => {
      permit(mayEditSession(standing, session), reader);
      return { change: asColumns(wanted), event: 'session.changed' };
    });
  }

  moveSession(reader: Reader, id: string, version: number, move: SessionMove): Promise<SessionView> {
    return this.change(reader, id, version, (session, standing) => {
      permit(mayPlan(standing), reader);
      if (!mayMoveSession(standing, session, move)) throw refuse(PROGRAM_ERRORS, 'session.state');
      return { change: { state: SESSION_MOVES[move].to }, event: SESSION_MOVES[move].event };
    });
  }

  private async change(
    reader: Reader,
    id: string,
    version: number,
    decide: (
      session: Session,
      standing: Standing,
    ) => { change: Partial<Session>; event: keyof typeof PROGRAM_EVENTS },
  ): Promise<SessionView> {
    return this.db.transaction(async (em) => {
      const session = await em.findOne(Session, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!session) throw refuse(KERNEL_ERRORS, 'object.missing');
      const standing = await this.access.standing(reader, session.forumId, em);
      const { change, event } = decide(session, standing);
      if (session.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      const changed: Session = { ...session, ...change, version: version + 1 };
      await em.save(Session, changed);
      await this.tell(em, standing, changed, event);
      return presentSession(changed, standing);
    });
  }

  private tell(
    em: EntityManager,
    standing: Standing,
    session: Session,
    type: keyof typeof PROGRAM_EVENTS,
  ): Promise<void> {
    return this.events.append(em, {
      forumId: session.forumId,
      type,
      subject: { kind: 'session', id: session.id },
      actorId: accountOf(standing.reader).id,
    });
  }
}

function asColumns({
  startsAt,
  endsAt,
  ...rest
}: WriteSession): Omit<WriteSession, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date } {
  const [from, to] = [new Date(startsAt), new Date(endsAt)];
  if (!(from < to)) throw refuse(PROGRAM_ERRORS, 'session.dates');
  return { ...rest, startsAt: from, endsAt: to };
}
