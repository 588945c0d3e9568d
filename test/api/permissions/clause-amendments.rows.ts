import type { AppealView } from '../../../src/appeal/appeal.contract.js';
import { newId } from '../../../src/kernel/ids.js';
import { inAll } from '../../support/people.js';
import { draft as draftOf } from './appeal.rows.js';
import {
  contributors,
  hiddenFrom,
  made,
  moderators,
  type Outcomes,
  outcomes,
  participants,
  type Role,
  type Rows,
  type Scene,
} from './table.js';

interface Made {
  readonly id: string;
  readonly version: number;
}

/** Amendments are not there for who has no seat, whatever they would do with them. */
const seated = (who: Outcomes): Outcomes => ({
  ...who,
  anonymous: 'object.missing',
  foreigner: 'object.missing',
});
/** A draft is its author's alone. */
const authorOnly = hiddenFrom('anonymous', 'observer', 'foreigner', 'moderator', 'organiser');

/** The role that writes: one's own where a role may, else the delegate's. */
const authorFor = (role: Role): Role => (contributors[role] === 'ok' ? role : 'delegate');

const CHANGE = {
  reason: 'It is clear who pays then.',
  lang: 'en',
  changes: [{ kind: 'insert', after: null, text: 'Cities answer each other within a month.' }],
};

/** The forum's draft before the delegations. */
async function review(scene: Scene): Promise<AppealView> {
  const appeal = await draftOf(scene);
  await scene.test.db.query("UPDATE appeal SET state = 'reviewing' WHERE id = $1", [appeal.id]);
  return appeal;
}

async function draft(scene: Scene, by: Role = 'delegate'): Promise<Made & { appeal: string }> {
  const { id: appeal } = await review(scene);
  return { ...(await made<Made>(scene, by, `/api/v1/appeals/${appeal}/amendments`, CHANGE)), appeal };
}

async function submitted(scene: Scene, by: Role = 'delegate'): Promise<Made & { appeal: string }> {
  const { id, version, appeal } = await draft(scene, by);
  return { ...(await made<Made>(scene, by, `/api/v1/clause-amendments/${id}/submit`, { version })), appeal };
}

export const CLAUSE_AMENDMENT_ROWS: Rows = {
  'GET /api/v1/appeals/:id/amendments': {
    who: seated(participants),
    ask: async (scene) => ({ path: `/api/v1/appeals/${(await submitted(scene)).appeal}/amendments` }),
  },
  'POST /api/v1/appeals/:id/amendments': {
    who: seated(contributors),
    ask: async (scene) => ({
      path: `/api/v1/appeals/${(await review(scene)).id}/amendments`,
      body: CHANGE,
    }),
  },
  'POST /api/v1/appeals/:id/amendments/decisions': {
    who: seated(moderators),
    ask: async (scene) => {
      const { id, version, appeal } = await submitted(scene);
      const body = { move: 'reject', reason: 'Outside the theme.', amendments: [{ id, version }] };
      return { path: `/api/v1/appeals/${appeal}/amendments/decisions`, body };
    },
  },
  'POST /api/v1/appeals/:id/amendments/polls': {
    who: seated(moderators),
    ask: async (scene, role) => {
      const { appeal } = await submitted(scene);
      const { id: sessionId } = await made<Made>(scene, 'organiser', `${scene.forum}/sessions`, {
        startsAt: '2014-06-12T08:00:00Z',
        endsAt: '2014-06-12T10:00:00Z',
        kind: 'plenary',
        place: 'Dar Batha',
        title: inAll(`Plenary ${role} ${newId()}`),
      });
      return {
        path: `/api/v1/appeals/${appeal}/amendments/polls`,
        body: { sessionId, terms: { rule: { majority: 'simple', base: 'votes' } } },
      };
    },
  },
  'GET /api/v1/clause-amendments/:id': {
    who: authorOnly,
    ask: async (scene) => ({ path: `/api/v1/clause-amendments/${(await draft(scene)).id}` }),
  },
  'PATCH /api/v1/clause-amendments/:id': {
    who: authorOnly,
    ask: async (scene) => {
      const { id, version } = await draft(scene);
      return { path: `/api/v1/clause-amendments/${id}`, body: { ...CHANGE, version } };
    },
  },
  'POST /api/v1/clause-amendments/:id/submit': {
    who: authorOnly,
    ask: async (scene) => {
      const { id, version } = await draft(scene);
      return { path: `/api/v1/clause-amendments/${id}/submit`, body: { version } };
    },
  },
  'POST /api/v1/clause-amendments/:id/withdraw': {
    who: seated(outcomes(['delegate', 'moderator', 'organiser'])),
    ask: async (scene, role) => {
      const { id, version } = await submitted(scene, authorFor(role));
      return { path: `/api/v1/clause-amendments/${id}/withdraw`, body: { version } };
    },
  },
  'POST /api/v1/clause-amendments/:id/reject': {
    who: seated(moderators),
    ask: async (scene) => {
      const { id, version } = await submitted(scene);
      return {
        path: `/api/v1/clause-amendments/${id}/reject`,
        body: { version, reason: 'Outside the theme.' },
      };
    },
  },
  'POST /api/v1/clause-amendments/:id/accept': {
    who: seated(moderators),
    ask: async (scene) => {
      // Nothing is accepted while another one is before the vote.
      await scene.test.db.query(`UPDATE clause_amendment SET state = 'submitted' WHERE state = 'voted'`);
      const { id, version } = await submitted(scene);
      return { path: `/api/v1/clause-amendments/${id}/accept`, body: { version } };
    },
  },
};
