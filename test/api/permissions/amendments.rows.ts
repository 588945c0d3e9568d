import { newId } from '../../../src/kernel/ids.js';
import { admittedProposal } from './proposals.rows.js';
import {
  contributors,
  everyone,
  hiddenFrom,
  made,
  moderators,
  outcomes,
  type Role,
  type Rows,
  type Scene,
} from './table.js';

interface Made {
  readonly id: string;
  readonly version: number;
}

const TEXT = {
  reason: 'It is clear who pays then.',
  paragraphs: [{ kind: 'text', html: 'Every quarter keeps a public fountain, and the city pays.' }],
};
const SESSION = { startsAt: '2014-06-12T08:00:00Z', endsAt: '2014-06-12T10:00:00Z', kind: 'plenary', place: 'Dar Batha' };
const ALL = (text: string) => ({ ar: text, fr: text, en: text });

/** The role that writes: one's own where a role may, else the delegate's. */
const authorFor = (role: Role): Role => (contributors[role] === 'ok' ? role : 'delegate');

async function draft(scene: Scene, by: Role = 'delegate'): Promise<Made & { proposal: string }> {
  const proposal = (await admittedProposal(scene)).id;
  return { ...(await made<Made>(scene, by, `/api/v1/proposals/${proposal}/amendments`, TEXT)), proposal };
}

async function submitted(scene: Scene, by: Role = 'delegate'): Promise<Made & { proposal: string }> {
  const { id, version, proposal } = await draft(scene, by);
  return { ...(await made<Made>(scene, by, `/api/v1/amendments/${id}/submit`, { version })), proposal };
}

/** A draft is its author's alone. */
const authorOnly = hiddenFrom('anonymous', 'observer', 'foreigner', 'moderator', 'organiser');

export const AMENDMENT_ROWS: Rows = {
  'GET /api/v1/proposals/:id/amendments': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/proposals/${(await submitted(scene)).proposal}/amendments` }),
  },
  'POST /api/v1/proposals/:id/amendments': {
    who: contributors,
    ask: async (scene) => ({
      path: `/api/v1/proposals/${(await admittedProposal(scene)).id}/amendments`,
      body: TEXT,
    }),
  },
  'POST /api/v1/proposals/:id/amendments/decisions': {
    who: moderators,
    ask: async (scene) => {
      const { id, version, proposal } = await submitted(scene);
      const body = { move: 'reject', reason: 'Outside the theme.', amendments: [{ id, version }] };
      return { path: `/api/v1/proposals/${proposal}/amendments/decisions`, body };
    },
  },
  'PUT /api/v1/proposals/:id/amendments/order': {
    who: moderators,
    ask: async (scene) => {
      const { id, proposal } = await submitted(scene);
      return { path: `/api/v1/proposals/${proposal}/amendments/order`, body: { amendmentIds: [id] } };
    },
  },
  'POST /api/v1/proposals/:id/amendments/polls': {
    who: moderators,
    ask: async (scene) => {
      const { id, proposal } = await submitted(scene);
      const path = `/api/v1/proposals/${proposal}/amendments`;
      await made(scene, 'moderator', `${path}/order`, { amendmentIds: [id] }, 'PUT');
      const session = { ...SESSION, title: ALL(`Plenary ${newId()}`) };
      const { id: sessionId } = await made<Made>(scene, 'organiser', `${scene.forum}/sessions`, session);
      return {
        path: `${path}/polls`,
        body: { sessionId, terms: { rule: { majority: 'simple', base: 'votes' } } },
      };
    },
  },
  'GET /api/v1/amendments/:id': {
    who: authorOnly,
    ask: async (scene) => ({ path: `/api/v1/amendments/${(await draft(scene)).id}` }),
  },
  'PATCH /api/v1/amendments/:id': {
    who: authorOnly,
    ask: async (scene) => {
      const { id, version } = await draft(scene);
      return { path: `/api/v1/amendments/${id}`, body: { ...TEXT, version } };
    },
  },
  'POST /api/v1/amendments/:id/submit': {
    who: authorOnly,
    ask: async (scene) => {
      const { id, version } = await draft(scene);
      return { path: `/api/v1/amendments/${id}/submit`, body: { version } };
    },
  },
  'POST /api/v1/amendments/:id/withdraw': {
    who: outcomes(['delegate', 'moderator', 'organiser']),
    ask: async (scene, role) => {
      const { id, version } = await submitted(scene, authorFor(role));
      return { path: `/api/v1/amendments/${id}/withdraw`, body: { version } };
    },
  },
  'POST /api/v1/amendments/:id/accept': {
    // The authors of the proposal: the delegate's here.
    who: outcomes(['delegate']),
    ask: async (scene) => {
      const { id, version } = await submitted(scene, 'moderator');
      return { path: `/api/v1/amendments/${id}/accept`, body: { version } };
    },
  },
  'POST /api/v1/amendments/:id/reject': {
    who: moderators,
    ask: async (scene) => {
      const { id, version } = await submitted(scene);
      return { path: `/api/v1/amendments/${id}/reject`, body: { version, reason: 'Outside the theme.' } };
    },
  },
};
