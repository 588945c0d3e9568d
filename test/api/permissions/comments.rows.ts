import type { CommentThreadView } from '../../../src/appeal/comments/comments.contract.js';
import { addClause, readers } from './appeal.rows.js';
import { contributors, made, moderators, type Role, type Rows, type Scene } from './table.js';

const hidden = { anonymous: 'object.missing', foreigner: 'object.missing' };
const speakers = { ...contributors, ...hidden };

async function body(scene: Scene) {
  const { view, clause } = await addClause(scene);
  return {
    path: `/api/v1/appeals/${view.id}/comments`,
    body: {
      clauseId: clause.id,
      textLang: 'en',
      passage: { exact: 'two years', prefix: 'again in ', suffix: '.' },
      body: 'Rather every year?',
      lang: 'en',
    },
  };
}

async function comment(scene: Scene, by: Role): Promise<CommentThreadView> {
  const { path, body: said } = await body(scene);
  return made(scene, by, path, said);
}

/** Made by who asks, where that role may. */
const own = (scene: Scene, role: Role): Promise<CommentThreadView> =>
  comment(scene, ['delegate', 'organiser'].includes(role) ? role : 'moderator');

export const COMMENT_ROWS: Rows = {
  'GET /api/v1/appeals/:id/comments': {
    who: readers,
    ask: async (scene) => ({ path: (await body(scene)).path }),
  },
  'GET /api/v1/appeals/:id/comments/places': {
    who: readers,
    ask: async (scene) => ({ path: `${(await body(scene)).path}/places` }),
  },
  'POST /api/v1/appeals/:id/comments': { who: speakers, ask: body },
  'GET /api/v1/comments/:id': {
    who: readers,
    ask: async (scene) => ({ path: `/api/v1/comments/${(await comment(scene, 'delegate')).id}` }),
  },
  'POST /api/v1/comments/:id/replies': {
    who: speakers,
    ask: async (scene) => ({
      path: `/api/v1/comments/${(await comment(scene, 'delegate')).id}/replies`,
      body: { body: 'Yes.', lang: 'en' },
    }),
  },
  'PATCH /api/v1/comments/:id': {
    who: speakers,
    ask: async (scene, role) => {
      const { id, version } = await own(scene, role);
      return { path: `/api/v1/comments/${id}`, body: { body: 'Every year?', version } };
    },
  },
  'DELETE /api/v1/comments/:id': {
    who: speakers,
    ask: async (scene, role) => ({ path: `/api/v1/comments/${(await own(scene, role)).id}` }),
  },
  'POST /api/v1/comments/:id/resolve': {
    who: { ...moderators, ...hidden },
    ask: async (scene) => {
      const { id, version } = await comment(scene, 'organiser');
      return { path: `/api/v1/comments/${id}/resolve`, body: { version } };
    },
  },
  'POST /api/v1/comments/:id/reopen': {
    who: { ...moderators, ...hidden },
    ask: async (scene) => {
      const { id, version } = await comment(scene, 'organiser');
      await made(scene, 'organiser', `/api/v1/comments/${id}/resolve`, { version });
      return { path: `/api/v1/comments/${id}/reopen`, body: { version: version + 1 } };
    },
  },
};
