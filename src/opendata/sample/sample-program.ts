import type { SessionView } from '../../program/program.contract.js';
import { SESSIONS } from './content/sessions.js';
import type { SampleHall } from './sample-hall.js';
import type { SampleRooms } from './sample-rooms.js';

const PLANNED = -18 * 24;

/** Plans all sittings; answers them by key. */
export async function planSessions(
  { sessions, clock }: SampleRooms,
  { slug, moderator }: SampleHall,
): Promise<ReadonlyMap<string, SessionView>> {
  clock.set(PLANNED);
  const planned = new Map<string, SessionView>();
  for (const { key, kind, title, place, starts, hours } of SESSIONS) {
    const wanted = {
      kind,
      title,
      place,
      startsAt: clock.at(starts).toISOString(),
      endsAt: clock.at(starts + hours).toISOString(),
    };
    planned.set(key, await sessions.planSession(moderator, slug, wanted));
  }
  return planned;
}

/** Sits through what began before the first start, in order; `during` is what a sitting does. */
export async function holdSessions(
  { sessions, clock }: SampleRooms,
  { moderator }: SampleHall,
  planned: ReadonlyMap<string, SessionView>,
  during: (key: string, session: SessionView) => Promise<void>,
): Promise<void> {
  for (const { key, starts, hours } of SESSIONS.filter(({ starts }) => starts <= 0)) {
    const { id, version } = planned.get(key) as SessionView;
    clock.set(starts);
    const running = await sessions.moveSession(moderator, id, version, 'start');
    await during(key, running);
    if (starts === 0) continue;
    clock.set(starts + hours);
    await sessions.moveSession(moderator, id, running.version, 'end');
  }
}
