import { useQuery } from '@tanstack/react-query';
import type {
  NotificationView,
  ReadNotifications,
  UnreadCount,
} from '../../../../src/notifications/notifications.contract.js';
import { get, post } from '../../lib/api.js';
import { usePages } from '../../lib/lists.js';
import { OF } from '../../lib/query-client.js';
import { useWrite } from '../../lib/use-write.js';

/** How many one has not read; only who has a seat is told anything. */
export function useUnread(slug: string, enabled: boolean) {
  return useQuery({
    queryKey: ['notification', OF, slug, 'unread'],
    queryFn: ({ signal }) => get<UnreadCount>(`/forums/${slug}/notifications/unread`, undefined, signal),
    enabled,
  });
}

/** What one was told, the newest first. */
export function useNotifications(slug: string, filter: { readonly unread?: boolean; readonly lang: string }) {
  return usePages<NotificationView>(['notification', OF, slug], `/forums/${slug}/notifications`, filter);
}

export function useRead(slug: string) {
  return useWrite(
    (range: ReadNotifications) => post<UnreadCount>(`/forums/${slug}/notifications/read`, range),
    ['notification'],
  );
}
