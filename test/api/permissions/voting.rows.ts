import { newId } from '../../../src/kernel/ids.js';
import { newTrackingCode } from '../../support/ballots.js';
import { inAll, makePerson } from '../../support/people.js';
import { runningSession } from './program.rows.js';
import { admittedProposal } from './proposals.rows.js';
import {
  everyone,
  hiddenFrom,
  type MessageRow,
  made,
  moderators,
  outcomes,
  participants,
  type Row,
  type Rows,
  type Scene,
} from './table.js';

interface MadePoll {
  readonly id: string;
  readonly version: number;
  readonly roundId: string;
}

const RULE = { majority: 'simple', base: 'votes' };

async function draftPoll(scene: Scene): Promise<MadePoll> {
  const session = await runningSession(scene);
  const proposal = await admittedProposal(scene);
  const body = {
    sessionId: session.id,
    subject: { kind: 'proposal', id: proposal.id },
    terms: { rule: RULE },
  };
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

export async function publishedPoll(scene: Scene): Promise<MadePoll> {
  const { id, version } = await openPoll(scene);
  return made(scene, 'moderator', `/api/v1/polls/${id}/close`, { version });
}

/** A free question on these terms, opened. */
async function openQuestion(scene: Scene, terms: object): Promise<MadePoll> {
  await clearStage(scene);
  const session = await runningSession(scene);
  const body = { sessionId: session.id, question: inAll('Shall we?'), terms: { rule: RULE, ...terms } };
  const { id, version } = await made<MadePoll>(scene, 'moderator', `${scene.forum}/polls`, body);
  return made(scene, 'moderator', `/api/v1/polls/${id}/open`, { version });
}

/** Counted, and not yet published by the chair. */
async function countedPoll(scene: Scene): Promise<MadePoll> {
  const { id, version } = await openQuestion(scene, { publication: 'by-chair' });
  return made(scene, 'moderator', `/api/v1/polls/${id}/close`, { version });
}

async function annulledPoll(scene: Scene): Promise<MadePoll> {
  const { id, version } = await draftPoll(scene);
  return made(scene, 'moderator', `/api/v1/polls/${id}/annul`, { version, reason: 'Not now.' });
}

/** A move of the chair's on a poll that is where the move begins. */
function move(name: string, poll: (scene: Scene) => Promise<MadePoll>, body: object = {}): Row {
  return {
    who: moderators,
    ask: async (scene) => {
      const { id, version } = await poll(scene);
      return { path: `/api/v1/polls/${id}/${name}`, body: { version, ...body } };
    },
  };
}

/** The delegate's vote; for all others it is somebody else's. */
const ballotOf = (scene: Scene, choice: string) => ({
  voterId: scene.hall.delegate.participantId,
  ballot: { choice },
  code: newTrackingCode(),
});

/** A city's vote that its head has cast, and that the delegate, its deputy, has to confirm. */
async function cityVote(scene: Scene): Promise<{ roundId: string; voterId: string; code: string }> {
  const { test, hall } = scene;
  const voterId = hall.delegation.id;
  const head = await makePerson(test, hall.forum.id, 'delegate', { delegationId: voterId });
  await test.db.query('UPDATE participant SET deputy = true WHERE id = ANY($1::uuid[])', [
    [head.participantId, hall.delegate.participantId],
  ]);
  const { roundId } = await openQuestion(scene, { electorate: 'cities', confirmed: true });
  const code = newTrackingCode();
  const { status } = await head.client.put(
    `/api/v1/rounds/${roundId}/ballot`,
    { voterId, ballot: { choice: 'yes' }, code },
    { 'idempotency-key': newId() },
  );
  if (status !== 200) throw new Error(`the head could not vote: ${status}`);
  return { roundId, voterId, code };
}

const withoutProxies = ({ test, hall }: Scene) =>
  test.db.query('DELETE FROM proxy WHERE forum_id = $1', [hall.forum.id]);

/** By the delegate, on what the other delegate offered. */
function proxyMove(name: string): Row {
  return {
    who: outcomes(['delegate']),
    ask: async (scene) => {
      await withoutProxies(scene);
      const { body } = await scene.hall.otherDelegate.client.post<MadePoll>(`${scene.forum}/proxies`, {
        holderId: scene.hall.delegate.participantId,
      });
      return { path: `/api/v1/proxies/${body.id}/${name}`, body: { version: body.version } };
    },
  };
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
        body: {
          sessionId: session.id,
          subject: { kind: 'proposal', id: proposal.id },
          terms: { rule: RULE },
        },
      };
    },
  },
  'GET /api/v1/polls/:id': {
    who: hiddenFrom('anonymous', 'observer', 'delegate', 'foreigner'),
    ask: async (scene) => ({ path: `/api/v1/polls/${(await draftPoll(scene)).id}` }),
  },
  'PATCH /api/v1/polls/:id': {
    who: moderators,
    ask: async (scene) => {
      const { id, version } = await draftPoll(scene);
      return {
        path: `/api/v1/polls/${id}`,
        body: { version, terms: { rule: { majority: 'two-thirds', base: 'cast' } } },
      };
    },
  },
  'POST /api/v1/polls/:id/announce': move('announce', draftPoll),
  'POST /api/v1/polls/:id/open': move('open', async (scene) => {
    await clearStage(scene);
    return draftPoll(scene);
  }),
  'POST /api/v1/polls/:id/count-down': move('count-down', openPoll, { seconds: 600 }),
  'POST /api/v1/polls/:id/prolong': move('prolong', openPoll, { minutes: 5 }),
  'POST /api/v1/polls/:id/close': move('close', openPoll),
  'POST /api/v1/polls/:id/publish': move('publish', countedPoll),
  'POST /api/v1/polls/:id/annul': move('annul', openPoll, { reason: 'The wrong text was shown.' }),
  'POST /api/v1/polls/:id/repeat': move('repeat', annulledPoll),
  'GET /api/v1/polls/:id/rehearsals': {
    who: moderators,
    ask: async (scene) => ({ path: `/api/v1/polls/${(await draftPoll(scene)).id}/rehearsals` }),
  },
  'POST /api/v1/polls/:id/rehearsals': {
    who: moderators,
    ask: async (scene) => ({
      path: `/api/v1/polls/${(await draftPoll(scene)).id}/rehearsals`,
      body: { voters: 1 },
    }),
  },
  'PUT /api/v1/polls/:id/hand-count': {
    who: moderators,
    ask: async (scene) => {
      const { id, version } = await openQuestion(scene, {
        electorate: 'circle',
        circle: [scene.hall.observer.participantId],
      });
      const lines = [{ ballot: { choice: 'yes' }, votes: 1 }];
      return { path: `/api/v1/polls/${id}/hand-count`, body: { version, lines } };
    },
  },
  'POST /api/v1/rounds/:id/confirmations': {
    who: outcomes(['delegate'], {
      observer: 'poll.not-on-roll',
      foreigner: 'poll.not-on-roll',
      moderator: 'poll.not-on-roll',
      organiser: 'poll.not-on-roll',
    }),
    ask: async (scene) => {
      const { roundId, voterId, code } = await cityVote(scene);
      return { path: `/api/v1/rounds/${roundId}/confirmations`, body: { voterId, code } };
    },
  },
  'GET /api/v1/forums/:slug/proxies': {
    who: participants,
    ask: ({ forum }) => ({ path: `${forum}/proxies` }),
  },
  'POST /api/v1/forums/:slug/proxies': {
    who: outcomes(['delegate']),
    ask: async (scene) => {
      await withoutProxies(scene);
      return { path: `${scene.forum}/proxies`, body: { holderId: scene.hall.otherDelegate.participantId } };
    },
  },
  // The delegate holds what the other delegate gave.
  'POST /api/v1/proxies/:id/accept': proxyMove('accept'),
  'POST /api/v1/proxies/:id/decline': proxyMove('decline'),
  'POST /api/v1/proxies/:id/revoke': proxyMove('revoke'),
  'PUT /api/v1/rounds/:id/ballot': {
    who: voters,
    ask: async (scene) => ({
      path: `/api/v1/rounds/${(await openPoll(scene)).roundId}/ballot`,
      body: ballotOf(scene, 'yes'),
      headers: { 'idempotency-key': newId() },
    }),
  },
  'GET /api/v1/rounds/:id/roll': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/rounds/${(await openPoll(scene)).roundId}/roll` }),
  },
  'GET /api/v1/rounds/:id/record': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/rounds/${(await publishedPoll(scene)).roundId}/record` }),
  },
};

export const MESSAGE_ROWS: Readonly<Record<string, MessageRow>> = {
  'forum.watch': { who: everyone, ask: ({ slug }) => ({ slug }) },
  'forum.unwatch': { who: everyone, ask: ({ slug }) => ({ slug }) },
  'ballot.cast': {
    who: voters,
    ask: async (scene) => ({
      ...ballotOf(scene, 'no'),
      roundId: (await openPoll(scene)).roundId,
      key: newId(),
    }),
  },
};
