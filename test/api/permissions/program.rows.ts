import { inAll } from '../../support/people.js';
import { everyone, made, moderators, type Rows, type Scene } from './table.js';

const PLAN = {
  kind: 'plenary',
  title: inAll('Opening'),
  place: 'Dar Batha',
  startsAt: '2014-06-12T09:00:00.000Z',
  endsAt: '2014-06-12T12:00:00.000Z',
};

interface MadeSession {
  readonly id: string;
  readonly version: number;
}

export function planSession(scene: Scene): Promise<MadeSession> {
  return made(scene, 'moderator', `${scene.forum}/sessions`, PLAN);
}

export async function runningSession(scene: Scene): Promise<MadeSession> {
  const { id, version } = await planSession(scene);
  return made(scene, 'moderator', `/api/v1/sessions/${id}/start`, { version });
}

export const PROGRAM_ROWS: Rows = {
  'GET /api/v1/forums/:slug/sessions': { who: everyone, ask: ({ forum }) => ({ path: `${forum}/sessions` }) },
  'POST /api/v1/forums/:slug/sessions': {
    who: moderators,
    ask: ({ forum }) => ({ path: `${forum}/sessions`, body: PLAN }),
  },
  'PATCH /api/v1/sessions/:id': {
    who: moderators,
    ask: async (scene) => {
      const { id, version } = await planSession(scene);
      return { path: `/api/v1/sessions/${id}`, body: { ...PLAN, version } };
    },
  },
  'POST /api/v1/sessions/:id/start': {
    who: moderators,
    ask: async (scene) => {
      const { id, version } = await planSession(scene);
      return { path: `/api/v1/sessions/${id}/start`, body: { version } };
    },
  },
  'POST /api/v1/sessions/:id/end': {
    who: moderators,
    ask: async (scene) => {
      const { id, version } = await runningSession(scene);
      return { path: `/api/v1/sessions/${id}/end`, body: { version } };
    },
  },
};
