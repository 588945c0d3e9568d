import { newId } from '../../../src/kernel/ids.js';
import { runningSession } from './program.rows.js';
import { admittedProposal } from './proposals.rows.js';
import { everyone, type MessageRow, made, moderators, outcomes, type Rows, type Scene } from './table.js';

interface MadePoll {
  readonly id: string;
  readonly version: number;
}

const RULE = { majority: 'simple', base: 'votes' };

async function draftPoll(scene: Scene): Promise<MadePoll> {
  const session = await runningSession(scene);
  const proposal = await admittedProposal(scene);
  const body = { sessionId: session.id, subject: { kind: 'proposal', id: proposal.id }, rule: RULE };
  return made(scene, 'moderator', `${scene.forum}/polls`, body);
}

/** Opened after whatever poll stood on the stage was annulled: there is one at a time. */
async function openPoll(scene: Scene): Promise<MadePoll> {
  await clearStage(scene);
  const { id, version } = await draftPoll(scene);
  return made(scene, 'moderator', `/api/v1/polls/${id}/open`, { version });
}

async function clearStage(scene: Scene): Promise<void> {
  const { items } = await made<{ items: MadePoll[] }>(
    scene,
    'moderator',
    `${scene.forum}/polls?state=open`,
    undefined,
    'GET',
  );
  for (const { id, version } of items)
    await made(scene, 'moderator', `/api/v1/polls/${id}/annul`, {
      version,
      reason: 'Another one is opened.',
    });
}

async function closedPoll(scene: Scene): Promise<MadePoll> {
  const { id, version } = await openPoll(scene);
  return made(scene, 'moderator', `/api/v1/polls/${id}/close`, { version });
}

/** Delegates vote; everyone else is not on the roll. */
const voters = outcomes(['delegate'], {
  observer: 'poll.not-on-roll',
  foreigner: 'poll.not-on-roll',
  moderator: 'poll.not-on-roll',
  organiser: 'poll.not-on-roll',
});

export const VOTING_ROWS: Rows = {
  'GET /api/v1/forums/:slug/polls': { who: everyone, ask: ({ forum }) => ({ path: `${forum}/polls` }) },
  'POST /api/v1/forums/:slug/polls': {
    who: moderators,
    ask: async (scene) => {
      const session = await runningSession(scene);
      const proposal = await admittedProposal(scene);
      return {
        path: `${scene.forum}/polls`,
        body: { sessionId: session.id, subject: { kind: 'proposal', id: proposal.id }, rule: RULE },
      };
    },
  },
  'GET /api/v1/polls/:id': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/polls/${(await draftPoll(scene)).id}` }),
  },
  'POST /api/v1/polls/:id/open': {
    who: moderators,
    ask: async (scene) => {
      await clearStage(scene);
      const { id, version } = await draftPoll(scene);
      return { path: `/api/v1/polls/${id}/open`, body: { version } };
    },
  },
  'POST /api/v1/polls/:id/close': {
    who: moderators,
    ask: async (scene) => {
      const { id, version } = await openPoll(scene);
      return { path: `/api/v1/polls/${id}/close`, body: { version } };
    },
  },
  'POST /api/v1/polls/:id/annul': {
    who: moderators,
    ask: async (scene) => {
      const { id, version } = await openPoll(scene);
      return { path: `/api/v1/polls/${id}/annul`, body: { version, reason: 'The wrong text was shown.' } };
    },
  },
  'PUT /api/v1/polls/:id/ballot': {
    who: voters,
    ask: async (scene) => ({
      path: `/api/v1/polls/${(await openPoll(scene)).id}/ballot`,
      body: { choice: 'yes' },
      headers: { 'idempotency-key': newId() },
    }),
  },
  'GET /api/v1/polls/:id/record': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/polls/${(await closedPoll(scene)).id}/record` }),
  },
};

export const MESSAGE_ROWS: Readonly<Record<string, MessageRow>> = {
  'forum.watch': { who: everyone, ask: ({ slug }) => ({ slug }) },
  'forum.unwatch': { who: everyone, ask: ({ slug }) => ({ slug }) },
  'ballot.cast': {
    who: voters,
    ask: async (scene) => ({ pollId: (await openPoll(scene)).id, choice: 'no', key: newId() }),
  },
};
