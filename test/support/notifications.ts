import type { Page } from '../../src/kernel/pagination.js';
import type { NotificationView } from '../../src/notifications/notifications.contract.js';
import { EventDispatcher } from '../../src/platform/events/event-dispatcher.js';
import type { TestApp } from './app.js';
import type { BrowserClient } from './browser-client.js';
import { until } from './until.js';

/** All that has happened so far was told. */
export async function caughtUp(test: TestApp): Promise<void> {
  const [{ id }] = await test.db.query('SELECT id FROM event ORDER BY created_at DESC, id DESC LIMIT 1');
  test.app.get(EventDispatcher).wake();
  await until(async () => {
    const [{ done }] = await test.db.query(
      `SELECT coalesce((SELECT position FROM event_cursor WHERE consumer = 'notifications')
                    >= (SELECT position FROM event WHERE id = $1), false) AS done`,
      [id],
    );
    return done;
  });
}

/** What somebody was told in a forum of all that has happened so far, the newest first. */
export async function notified(
  test: TestApp,
  { client }: { readonly client: BrowserClient },
  slug: string,
  query = '',
): Promise<readonly NotificationView[]> {
  await caughtUp(test);
  const path = `/api/v1/forums/${slug}/notifications${query}`;
  const { status, body } = await client.get<Page<NotificationView>>(path);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body.items;
}
