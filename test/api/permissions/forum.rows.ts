import { inAll, makeAccount, makeCity, makeDelegation, makePerson, makeTopic } from '../../support/people.js';
import { everyone, made, organisers, outcomes, participants, ROLES, type Rows, type Scene } from './table.js';

/** Whoever organises some forum may make another. */
const makers = organisers;

/** Contents of the smallest PNG there is. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

function picture(): FormData {
  const form = new FormData();
  form.append('file', new Blob([PNG], { type: 'image/png' }), 'emblem.png');
  return form;
}

const days = { startsOn: '2014-06-12', endsOn: '2014-06-14' };
const texts = { title: inAll('Forum'), theme: inAll('Theme'), place: inAll('Place') };
let slugs = 0;

async function invite(scene: Scene): Promise<{ id: string; code: string }> {
  const body = { invitations: [{ role: 'observer' }] };
  const { items } = await made<{ items: { id: string; code: string }[] }>(
    scene,
    'organiser',
    `${scene.forum}/invitations`,
    body,
  );
  return items[0] as { id: string; code: string };
}

const known = 'participant.known';

export const FORUM_ROWS: Rows = {
  'GET /api/v1/forums': { who: everyone, ask: () => ({ path: '/api/v1/forums' }) },
  'POST /api/v1/forums': {
    who: makers,
    ask: () => ({ path: '/api/v1/forums', body: { slug: `made-${++slugs}`, ...texts, ...days } }),
  },
  'GET /api/v1/forums/:slug': { who: everyone, ask: ({ forum }) => ({ path: forum }) },
  'PATCH /api/v1/forums/:slug': {
    who: organisers,
    ask: async (scene) => {
      const { version } = await made<{ version: number }>(scene, 'organiser', scene.forum, undefined, 'GET');
      return { path: scene.forum, body: { theme: inAll('Water'), version } };
    },
  },
  'GET /api/v1/forums/:slug/emblem': {
    who: everyone,
    ask: async ({ forum, clients }) => {
      const headers = { 'x-nidaa': '1', cookie: clients.organiser.cookie };
      await fetch(`${clients.organiser.url}${forum}/emblem`, { method: 'PUT', headers, body: picture() });
      return { path: `${forum}/emblem` };
    },
  },
  'PUT /api/v1/forums/:slug/emblem': {
    who: organisers,
    ask: ({ forum }) => ({ path: `${forum}/emblem`, form: picture() }),
  },
  'POST /api/v1/forums/:slug/topics': {
    who: organisers,
    ask: ({ forum }) => ({ path: `${forum}/topics`, body: { name: inAll('Water') } }),
  },
  'PUT /api/v1/forums/:slug/topics/order': {
    who: organisers,
    ask: async (scene) => {
      const { topics } = await made<{ topics: { id: string }[] }>(
        scene,
        'organiser',
        scene.forum,
        undefined,
        'GET',
      );
      return { path: `${scene.forum}/topics/order`, body: { ids: topics.map(({ id }) => id).reverse() } };
    },
  },
  'PATCH /api/v1/forums/:slug/topics/:id': {
    who: organisers,
    ask: ({ forum, hall }) => ({
      path: `${forum}/topics/${hall.topic.id}`,
      body: { name: inAll('Old town') },
    }),
  },
  'DELETE /api/v1/forums/:slug/topics/:id': {
    who: organisers,
    ask: async ({ test, forum, hall }) => {
      const [{ next }] = await test.db.query(
        'SELECT max(position) + 1 AS next FROM topic WHERE forum_id = $1',
        [hall.forum.id],
      );
      return { path: `${forum}/topics/${(await makeTopic(test, hall.forum.id, next)).id}` };
    },
  },
  'GET /api/v1/cities': { who: everyone, ask: () => ({ path: '/api/v1/cities' }) },
  'POST /api/v1/cities': {
    who: makers,
    ask: () => ({
      path: '/api/v1/cities',
      body: { name: inAll(`Town ${++slugs}`), latitude: 10 + slugs / 100, longitude: 20 },
    }),
  },
  'GET /api/v1/twinnings': { who: everyone, ask: () => ({ path: '/api/v1/twinnings' }) },
  'POST /api/v1/twinnings': {
    who: makers,
    ask: async ({ test }) => ({
      path: '/api/v1/twinnings',
      body: { cityIds: [(await makeCity(test)).id, (await makeCity(test)).id], kind: 'twinning' },
    }),
  },
  'GET /api/v1/forums/:slug/delegations': {
    who: everyone,
    ask: ({ forum }) => ({ path: `${forum}/delegations` }),
  },
  'POST /api/v1/forums/:slug/delegations': {
    who: organisers,
    ask: async ({ test, forum }) => ({
      path: `${forum}/delegations`,
      body: { cityId: (await makeCity(test)).id, weight: '3/2' },
    }),
  },
  'PATCH /api/v1/forums/:slug/delegations/:id': {
    who: organisers,
    ask: ({ forum, hall }) => ({ path: `${forum}/delegations/${hall.delegation.id}`, body: { weight: '1' } }),
  },
  'DELETE /api/v1/forums/:slug/delegations/:id': {
    who: organisers,
    ask: async ({ test, forum, hall }) => ({
      path: `${forum}/delegations/${(await makeDelegation(test, hall.forum.id)).id}`,
    }),
  },
  'GET /api/v1/forums/:slug/participants': {
    who: participants,
    ask: ({ forum }) => ({ path: `${forum}/participants` }),
  },
  'PATCH /api/v1/forums/:slug/participants/:id': {
    who: organisers,
    ask: async ({ test, forum, hall }) => ({
      path: `${forum}/participants/${(await makePerson(test, hall.forum.id, 'observer')).participantId}`,
      body: { suspended: true },
    }),
  },
  'GET /api/v1/forums/:slug/invitations': {
    who: organisers,
    ask: ({ forum }) => ({ path: `${forum}/invitations` }),
  },
  'POST /api/v1/forums/:slug/invitations': {
    who: organisers,
    ask: ({ forum }) => ({
      path: `${forum}/invitations`,
      body: { invitations: [{ role: 'observer', name: 'Salma' }] },
    }),
  },
  'DELETE /api/v1/forums/:slug/invitations/:id': {
    who: organisers,
    ask: async (scene) => ({ path: `${scene.forum}/invitations/${(await invite(scene)).id}` }),
  },
  'GET /api/v1/forums/:slug/invitations/:id/qr.svg': {
    who: organisers,
    ask: async (scene) => ({ path: `${scene.forum}/invitations/${(await invite(scene)).id}/qr.svg` }),
  },
  'GET /api/v1/forums/:slug/mail': { who: organisers, ask: ({ forum }) => ({ path: `${forum}/mail` }) },
  'POST /api/v1/join/preview': {
    who: everyone,
    ask: async (scene) => ({ path: '/api/v1/join/preview', body: { code: (await invite(scene)).code } }),
  },
  'POST /api/v1/join': {
    // Who sits in the forum already keeps that seat; a delegate of another forum gets one here too.
    who: outcomes(ROLES, { observer: known, delegate: known, moderator: known, organiser: known }),
    ask: async (scene, role) => {
      // Joining gives a seat: a newcomer takes the one that the delegate of another forum would get, so that the table's people stay who they are.
      if (role === 'foreigner') scene.clients[role] = (await makeAccount(scene.test)).client;
      const { code } = await invite(scene);
      return { path: '/api/v1/join', body: { code, name: 'Newly come', locale: 'ar' } };
    },
  },
};
