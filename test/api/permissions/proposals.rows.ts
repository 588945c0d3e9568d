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

interface MadeProposal {
  readonly id: string;
  readonly version: number;
}

const TEXT = {
  title: 'Fountains in every quarter',
  body: '<p>Every quarter keeps a public fountain. We commit to opening one fountain in every street.</p>',
};

/** The role that writes: one's own where a role may, else the delegate's. */
const authorFor = (role: Role): Role => (contributors[role] === 'ok' ? role : 'delegate');

const draft = (scene: Scene, by: Role): Promise<MadeProposal> =>
  made(scene, by, `${scene.forum}/proposals`, { lang: 'en', ...TEXT });

async function submitted(scene: Scene, by: Role): Promise<MadeProposal> {
  const { id, version } = await draft(scene, by);
  return made(scene, by, `/api/v1/proposals/${id}/submit`, { version });
}

export async function admittedProposal(scene: Scene, by: Role = 'delegate'): Promise<MadeProposal> {
  const { id, version } = await submitted(scene, by);
  return made(scene, 'moderator', `/api/v1/proposals/${id}/admit`, { version });
}

/** A draft is its author's alone: for all others it is not there. */
const authorOnly = outcomes(['delegate'], {
  anonymous: 'object.missing',
  observer: 'object.missing',
  foreigner: 'object.missing',
  moderator: 'object.missing',
  organiser: 'object.missing',
});

/** What was submitted is there for its author and the moderators alone. */
const judges = {
  ...moderators,
  anonymous: 'object.missing',
  observer: 'object.missing',
  foreigner: 'object.missing',
};

export const PROPOSAL_ROWS: Rows = {
  'GET /api/v1/forums/:slug/proposals': {
    who: everyone,
    ask: ({ forum }) => ({ path: `${forum}/proposals` }),
  },
  'POST /api/v1/forums/:slug/proposals': {
    who: contributors,
    ask: ({ forum }) => ({ path: `${forum}/proposals`, body: { lang: 'en', ...TEXT } }),
  },
  'GET /api/v1/proposals/:id': {
    who: hiddenFrom('anonymous', 'observer', 'foreigner', 'moderator', 'organiser'),
    ask: async (scene) => ({ path: `/api/v1/proposals/${(await draft(scene, 'delegate')).id}` }),
  },
  'PATCH /api/v1/proposals/:id': {
    who: authorOnly,
    ask: async (scene) => {
      const { id, version } = await draft(scene, 'delegate');
      return { path: `/api/v1/proposals/${id}`, body: { ...TEXT, version } };
    },
  },
  'PUT /api/v1/proposals/:id/texts/:lang': {
    who: contributors,
    ask: async (scene, role) => {
      const { id, version } = await admittedProposal(scene, authorFor(role));
      return {
        path: `/api/v1/proposals/${id}/texts/fr`,
        body: { title: 'Des fontaines', body: '<p>Oui.</p>', version },
      };
    },
  },
  'POST /api/v1/proposals/:id/submit': {
    who: authorOnly,
    ask: async (scene) => {
      const { id, version } = await draft(scene, 'delegate');
      return { path: `/api/v1/proposals/${id}/submit`, body: { version } };
    },
  },
  'POST /api/v1/proposals/:id/admit': {
    who: judges,
    ask: async (scene) => {
      const { id, version } = await submitted(scene, 'delegate');
      return { path: `/api/v1/proposals/${id}/admit`, body: { version } };
    },
  },
  'POST /api/v1/proposals/:id/return': {
    who: judges,
    ask: async (scene) => {
      const { id, version } = await submitted(scene, 'delegate');
      return {
        path: `/api/v1/proposals/${id}/return`,
        body: { version, reason: 'Please name who pays for it.' },
      };
    },
  },
  'POST /api/v1/proposals/:id/withdraw': {
    who: outcomes(['delegate']),
    ask: async (scene) => {
      const { id, version } = await admittedProposal(scene);
      return { path: `/api/v1/proposals/${id}/withdraw`, body: { version } };
    },
  },
  'PUT /api/v1/proposals/:id/endorsement': {
    // Nobody endorses the own: the delegate of this table meets another's.
    who: contributors,
    ask: async (scene, role) => ({
      path: `/api/v1/proposals/${(await admittedProposal(scene, role === 'delegate' ? 'moderator' : 'delegate')).id}/endorsement`,
    }),
  },
  'DELETE /api/v1/proposals/:id/endorsement': {
    who: contributors,
    ask: async (scene, role) => {
      const { id } = await admittedProposal(scene, role === 'delegate' ? 'moderator' : 'delegate');
      const path = `/api/v1/proposals/${id}/endorsement`;
      if (contributors[role] === 'ok') await made(scene, role, path, undefined, 'PUT');
      return { path };
    },
  },
};
