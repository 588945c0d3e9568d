import { admittedProposal } from './proposals.rows.js';
import { everyone, made, outcomes, type Rows, type Scene } from './table.js';

interface Made {
  readonly id: string;
  readonly version: number;
}

/** The delegate is the proposal's author here. */
const mergers = outcomes(['delegate', 'moderator', 'organiser']);

const WISH = {
  reason: 'It is clear who pays then.',
  paragraphs: [{ kind: 'text', html: 'Every quarter keeps a public fountain, and the city pays.' }],
};

/** A proposal with one submitted amendment, whose merge is begun; the choice that takes it. */
async function begun(scene: Scene): Promise<{ path: string; choice: object }> {
  const { id } = await admittedProposal(scene);
  const amendment = await made<Made & { changes: { paragraphId: string }[] }>(
    scene,
    'delegate',
    `/api/v1/proposals/${id}/amendments`,
    WISH,
  );
  await made(scene, 'delegate', `/api/v1/amendments/${amendment.id}/submit`, { version: amendment.version });
  const path = `/api/v1/proposals/${id}/merging`;
  await made(scene, 'moderator', path);
  const spot = `paragraph ${amendment.changes[0]?.paragraphId}`;
  return { path, choice: { spot, over: 0, kind: 'take', amendmentIds: [amendment.id] } };
}

async function chosen(scene: Scene): Promise<string> {
  const { path, choice } = await begun(scene);
  await made(scene, 'moderator', `${path}/choices`, choice);
  return path;
}

export const MERGING_ROWS: Rows = {
  'GET /api/v1/proposals/:id/merging': {
    who: mergers,
    ask: async (scene) => ({ path: (await begun(scene)).path }),
  },
  'POST /api/v1/proposals/:id/merging': {
    who: mergers,
    ask: async (scene) => ({ path: `/api/v1/proposals/${(await admittedProposal(scene)).id}/merging` }),
  },
  'POST /api/v1/proposals/:id/merging/choices': {
    who: mergers,
    ask: async (scene) => {
      const { path, choice } = await begun(scene);
      return { path: `${path}/choices`, body: choice };
    },
  },
  'POST /api/v1/proposals/:id/merging/undo': {
    who: mergers,
    ask: async (scene) => ({ path: `${await chosen(scene)}/undo`, body: { sequence: 1 } }),
  },
  'POST /api/v1/proposals/:id/merging/finish': {
    who: mergers,
    ask: async (scene) => ({ path: `${await chosen(scene)}/finish`, body: { version: 1, basedOn: 1 } }),
  },
  'POST /api/v1/proposals/:id/merging/give-up': {
    who: mergers,
    ask: async (scene) => ({ path: `${await chosen(scene)}/give-up` }),
  },
  'GET /api/v1/proposals/:id/traces': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/proposals/${(await admittedProposal(scene)).id}/traces` }),
  },
};
