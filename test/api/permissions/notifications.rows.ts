import { everyone, participants, type Rows } from './table.js';

export const NOTIFICATION_ROWS: Rows = {
  'GET /api/v1/forums/:slug/notifications': {
    who: participants,
    ask: ({ forum }) => ({ path: `${forum}/notifications` }),
  },
  // None for who has no seat.
  'GET /api/v1/forums/:slug/notifications/unread': {
    who: everyone,
    ask: ({ forum }) => ({ path: `${forum}/notifications/unread` }),
  },
  'POST /api/v1/forums/:slug/notifications/read': {
    who: participants,
    ask: ({ forum }) => ({ path: `${forum}/notifications/read`, body: { from: 0, to: 9 } }),
  },
};
