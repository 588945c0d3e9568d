import { newId } from '../../src/kernel/ids.js';
import { auditEvents } from '../../src/platform/events/audit.js';
import { Event } from '../../src/platform/events/event.entity.js';
import { EventDispatcher } from '../../src/platform/events/event-dispatcher.js';
import { Events } from '../../src/platform/events/events.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { until } from '../support/until.js';

let test: TestApp;
const heard: string[] = [];

beforeAll(async () => {
  test = await startApp({ LOG_LEVEL: 'silent' });
  test.app.get(EventDispatcher).consume('spec', (event) => {
    heard.push(event.subjectId);
  });
});
afterAll(() => test.stop());

const fact = (forumId: string | null, id = newId()) => ({
  forumId,
  type: 'spec.happened',
  subject: { kind: 'spec', id },
  actorId: null,
});

describe('the event log', () => {
  it('dispatches two events whose transactions commit in the reverse order of their ids, once each', async () => {
    const forumId = newId();
    const [early, late] = [newId(), newId()];
    const events = test.app.get(Events);
    const slow = test.db.createQueryRunner();
    await slow.startTransaction();
    await events.append(slow.manager, fact(forumId, early));
    await test.db.transaction((em) => events.append(em, fact(forumId, late)));
    await until(() => heard.includes(late));
    await slow.commitTransaction();
    await slow.release();
    await until(() => heard.includes(early));
    expect(heard.filter((id) => id === early || id === late)).toEqual([late, early]);
    const rows = await test.db.manager.find(Event, { where: { forumId }, order: { seq: 'ASC' } });
    expect(rows.map(({ subjectId, seq }) => [subjectId, seq])).toEqual([
      [late, '1'],
      [early, '2'],
    ]);
  });

  it('tells nothing of a change that was rolled back', async () => {
    const id = newId();
    const attempt = test.db.transaction(async (em) => {
      await test.app.get(Events).append(em, fact(null, id));
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    const marker = newId();
    await test.db.transaction((em) => test.app.get(Events).append(em, fact(null, marker)));
    await until(() => heard.includes(marker));
    expect(heard).not.toContain(id);
  });

  it('places events of many writers without gaps, and its chains hold', async () => {
    const forums = [newId(), newId(), newId()];
    const wanted = Array.from({ length: 90 }, (_, i) => fact(forums[i % 3] as string));
    await Promise.all(wanted.map((one) => test.db.transaction((em) => test.app.get(Events).append(em, one))));
    await until(() => wanted.every(({ subject }) => heard.includes(subject.id)));
    const report = await auditEvents(test.db);
    expect(report).toMatchObject({ broken: [], waiting: 0 });
    const rows = await test.db.manager.find(Event, { order: { position: 'ASC' } });
    expect(rows.map(({ position }) => Number(position))).toEqual(rows.map((_, i) => i + 1));
    expect(heard.length).toBe(new Set(heard).size);
  });

  it('goes on after a consumer that failed, with the event that it failed on', async () => {
    const seen: string[] = [];
    let failures = 2;
    test.app.get(EventDispatcher).consume('fragile', (event) => {
      if (event.type === 'spec.happened' && failures-- > 0) throw new Error('not now');
      seen.push(event.subjectId);
    });
    const id = newId();
    await test.db.transaction((em) => test.app.get(Events).append(em, fact(null, id)));
    await until(() => seen.includes(id), 20_000);
    expect(seen.length).toBe(new Set(seen).size);
  });

  it('cannot be changed or shortened, and the audit names what was altered behind its back', async () => {
    const [row] = await test.db.query(
      'SELECT id, forum_id, seq FROM event WHERE forum_id IS NOT NULL ORDER BY position LIMIT 1',
    );
    await expect(test.db.query("UPDATE event SET type = 'x' WHERE id = $1", [row.id])).rejects.toThrow(
      'append-only',
    );
    await expect(test.db.query('DELETE FROM event WHERE id = $1', [row.id])).rejects.toThrow('append-only');
    await test.db.query('ALTER TABLE event DISABLE TRIGGER event_append_only');
    await test.db.query("UPDATE event SET type = 'x' WHERE id = $1", [row.id]);
    const { broken } = await auditEvents(test.db);
    expect(broken).toEqual([{ forumId: row.forum_id, seq: Number(row.seq), reason: 'an event was altered' }]);
  });
});
