import type { Standing } from '../forum/forum-access.js';
import { mayEditSession, mayMoveSession, mayOpenPollIn } from './program.abilities.js';
import type { SessionView } from './program.contract.js';
import type { Session } from './session.entity.js';

export function presentSession(session: Session, standing: Standing): SessionView {
  return {
    id: session.id,
    kind: session.kind,
    title: session.title,
    place: session.place,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    state: session.state,
    version: session.version,
    abilities: {
      edit: mayEditSession(standing, session),
      start: mayMoveSession(standing, session, 'start'),
      end: mayMoveSession(standing, session, 'end'),
      openPoll: mayOpenPollIn(standing, session),
    },
  };
}
