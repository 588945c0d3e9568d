import { contributors, everyone, made, outcomes, type Rows, type Scene } from './table.js';

const POST = { body: '<p>Our spring dried up in 2019.</p>', lang: 'en' };

export const openThread = (scene: Scene): Promise<{ id: string }> =>
  made(scene, 'delegate', `${scene.forum}/threads`, { title: 'Springs', ...POST });

export const DISCUSSION_ROWS: Rows = {
  'GET /api/v1/forums/:slug/threads': { who: everyone, ask: ({ forum }) => ({ path: `${forum}/threads` }) },
  'POST /api/v1/forums/:slug/threads': {
    who: contributors,
    ask: ({ forum }) => ({ path: `${forum}/threads`, body: { title: 'Springs', ...POST } }),
  },
  'GET /api/v1/threads/:id': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/threads/${(await openThread(scene)).id}` }),
  },
  'GET /api/v1/threads/:id/summary': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/threads/${(await openThread(scene)).id}/summary` }),
  },
  'GET /api/v1/threads/:id/posts': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/threads/${(await openThread(scene)).id}/posts` }),
  },
  'POST /api/v1/threads/:id/posts': {
    who: contributors,
    ask: async (scene) => ({ path: `/api/v1/threads/${(await openThread(scene)).id}/posts`, body: POST }),
  },
  'PATCH /api/v1/posts/:id': {
    who: outcomes(['delegate']),
    ask: async (scene) => {
      const { id: threadId } = await openThread(scene);
      const { id, version } = await made<{ id: string; version: number }>(
        scene,
        'delegate',
        `/api/v1/threads/${threadId}/posts`,
        POST,
      );
      return { path: `/api/v1/posts/${id}`, body: { body: '<p>In 2020, in truth.</p>', version } };
    },
  },
};
