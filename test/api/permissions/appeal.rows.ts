import type { AppealSummary, AppealView, ClauseView } from '../../../src/appeal/appeal.contract.js';
import { KEY_PATH } from '../../../src/appeal/release/release-key.contract.js';
import { newId } from '../../../src/kernel/ids.js';
import { Config } from '../../../src/platform/config/config.js';
import { approveAll } from '../../support/adopted-appeal.js';
import { inAll } from '../../support/people.js';
import { until } from '../../support/until.js';
import { openThread } from './discussion.rows.js';
import { admittedProposal } from './proposals.rows.js';
import { everyone, made, moderators, participants, type Rows, type Scene } from './table.js';
import { publishedPoll } from './voting.rows.js';

/** A draft is not there for who has no seat; everyone with one reads it. */
export const readers = hiddenWithoutSeat(participants);
export const editors = hiddenWithoutSeat(moderators);

function hiddenWithoutSeat(who: typeof participants): typeof participants {
  return { ...who, anonymous: 'object.missing', foreigner: 'object.missing' };
}

const read = (scene: Scene, id: string): Promise<AppealView> =>
  made(scene, 'moderator', `/api/v1/appeals/${id}`, undefined, 'GET');

const list = (scene: Scene): Promise<{ items: AppealSummary[] }> =>
  made(scene, 'moderator', `${scene.forum}/appeals`, undefined, 'GET');

/** The forum's draft; compiled first where there is none. */
export async function draft(scene: Scene): Promise<AppealView> {
  await until(async () => (await list(scene)).items.every(({ state }) => state !== 'publishing'));
  await scene.test.db.query(
    "UPDATE appeal SET state = 'drafting' WHERE forum_id = $1 AND state IN ('reviewing','adopting','adopted')",
    [scene.hall.forum.id],
  );
  const { items } = await list(scene);
  const begun =
    items.find(({ state }) => ['drafting', 'compiling'].includes(state)) ??
    (await made<AppealSummary>(scene, 'moderator', `${scene.forum}/appeals`, { lang: 'en' }));
  await until(async () => (await read(scene, begun.id)).state !== 'compiling');
  return read(scene, begun.id);
}

export async function addClause(scene: Scene): Promise<{ view: AppealView; clause: ClauseView }> {
  const { id, clauses } = await draft(scene);
  const known = new Set(clauses.map((clause) => clause.id));
  const view = await made<AppealView>(scene, 'moderator', `/api/v1/appeals/${id}/clauses`, CLAUSE);
  return { view, clause: view.clauses.find((clause) => !known.has(clause.id)) as ClauseView };
}

const CLAUSE = {
  kind: 'operative',
  texts: { en: 'We meet again in two years.' },
  lang: 'en',
  editorial: 'Agreed in the closing session.',
};

async function addSource(scene: Scene): Promise<{ path: string; body: object }> {
  const { view, clause } = await addClause(scene);
  const { id } = await admittedProposal(scene);
  return {
    path: `/api/v1/appeals/${view.id}/clauses/${clause.id}/sources`,
    body: {
      contribution: { kind: 'proposal', id },
      quote: 'Every quarter keeps a public fountain.',
      use: 'inspired',
    },
  };
}

/** On a clause that the compile would drop. */
async function openSuggestion(scene: Scene): Promise<{ path: string; body: object }> {
  const { id } = await draft(scene);
  const [{ clauseId, version }] = await scene.test.db.query(
    `SELECT c.id AS "clauseId", c.version FROM clause c JOIN compiled_clause k ON k.clause_id = c.id
      WHERE c.appeal_id = $1 ORDER BY c.position LIMIT 1`,
    [id],
  );
  await scene.test.db.query('DELETE FROM suggestion WHERE appeal_id = $1', [id]);
  const suggestionId = newId();
  await scene.test.db.query(
    'INSERT INTO suggestion (id, appeal_id, clause_id, created_at) VALUES ($1, $2, $3, now())',
    [suggestionId, id, clauseId],
  );
  return { path: `/api/v1/appeals/${id}/suggestions/${suggestionId}`, body: { decision: 'keep', version } };
}

/** Published by the moderator, unless one of the forum's appeals is already. */
async function published(scene: Scene): Promise<AppealSummary> {
  const known = (await list(scene)).items.find(({ state }) => state === 'published');
  if (known) return known;
  const { path, body } = await readyToPublish(scene);
  const { id } = await made<AppealView>(scene, 'moderator', path, body);
  await until(async () => (await read(scene, id)).state === 'published');
  return read(scene, id);
}

/** Published, with no draft beside it, so that it can be corrected. */
async function publishedAlone(scene: Scene): Promise<AppealSummary> {
  await until(async () => (await list(scene)).items.every(({ state }) => state !== 'publishing'));
  const { items } = await list(scene);
  if (items.some(({ state }) => state === 'drafting')) {
    const { path, body } = await readyToPublish(scene);
    const { id } = await made<AppealView>(scene, 'moderator', path, body);
    await until(async () => (await read(scene, id)).state === 'published');
  }
  return published(scene);
}

/** A draft that nothing keeps from its adoption, in the state that a move begins in. */
async function ready(scene: Scene, state: AppealSummary['state']): Promise<AppealView> {
  const { id } = await draft(scene);
  await approveAll(scene.hall, id);
  await scene.test.db.query('UPDATE appeal SET state = $2 WHERE id = $1', [id, state]);
  return read(scene, id);
}

async function readyToPublish(scene: Scene): Promise<{ path: string; body: object }> {
  const { id } = await draft(scene);
  // Its proposal has to be given a fate too.
  const { roundId } = await publishedPoll(scene);
  const { version, textHash } = await made<AppealView>(scene, 'moderator', `/api/v1/appeals/${id}/fates`, {});
  await scene.test.db.query(
    `UPDATE appeal SET state = 'adopted', adopted_hash = $2, adopted_round_id = $3, adopted_at = now()
      WHERE id = $1`,
    [id, textHash, roundId],
  );
  return { path: `/api/v1/appeals/${id}/publish`, body: { version } };
}

export const APPEAL_ROWS: Rows = {
  'POST /api/v1/forums/:slug/appeals': {
    who: moderators,
    ask: async (scene) => {
      await admittedProposal(scene);
      await openThread(scene);
      return { path: `${scene.forum}/appeals`, body: { lang: 'en' } };
    },
  },
  'GET /api/v1/forums/:slug/appeals': { who: everyone, ask: ({ forum }) => ({ path: `${forum}/appeals` }) },
  'GET /api/v1/appeals/:id': {
    who: readers,
    ask: async (scene) => ({ path: `/api/v1/appeals/${(await draft(scene)).id}` }),
  },
  'PATCH /api/v1/appeals/:id': {
    who: editors,
    ask: async (scene) => {
      const { id, version } = await draft(scene);
      return { path: `/api/v1/appeals/${id}`, body: { title: inAll('Fez Appeal'), version } };
    },
  },
  'POST /api/v1/appeals/:id/clauses': {
    who: editors,
    ask: async (scene) => ({ path: `/api/v1/appeals/${(await draft(scene)).id}/clauses`, body: CLAUSE }),
  },
  'PATCH /api/v1/appeals/:id/clauses/:clauseId': {
    who: editors,
    ask: async (scene) => {
      const { view, clause } = await addClause(scene);
      return {
        path: `/api/v1/appeals/${view.id}/clauses/${clause.id}`,
        body: { texts: { en: 'We meet again next year.' }, version: clause.version },
      };
    },
  },
  'DELETE /api/v1/appeals/:id/clauses/:clauseId': {
    who: editors,
    ask: async (scene) => {
      const { view, clause } = await addClause(scene);
      return { path: `/api/v1/appeals/${view.id}/clauses/${clause.id}` };
    },
  },
  'POST /api/v1/appeals/:id/clauses/:clauseId/sources': { who: editors, ask: addSource },
  'DELETE /api/v1/appeals/:id/clauses/:clauseId/sources/:sourceId': {
    who: editors,
    ask: async (scene) => {
      const { path, body } = await addSource(scene);
      const view = await made<AppealView>(scene, 'moderator', path, body);
      const clause = view.clauses.find(({ id }) => path.includes(id));
      return { path: `${path}/${clause?.sources[0]?.id}` };
    },
  },
  'GET /api/v1/appeals/:id/fates': {
    who: readers,
    ask: async (scene) => ({ path: `/api/v1/appeals/${(await draft(scene)).id}/fates` }),
  },
  'POST /api/v1/appeals/:id/fates': {
    who: editors,
    ask: async (scene) => ({ path: `/api/v1/appeals/${(await draft(scene)).id}/fates`, body: {} }),
  },
  'POST /api/v1/appeals/:id/suggestions/:suggestionId': { who: editors, ask: openSuggestion },
  'POST /api/v1/appeals/:id/review': {
    who: editors,
    ask: async (scene) => {
      const { id, version } = await ready(scene, 'drafting');
      return { path: `/api/v1/appeals/${id}/review`, body: { version } };
    },
  },
  'POST /api/v1/appeals/:id/adoption': {
    who: editors,
    ask: async (scene) => {
      const { id, version } = await ready(scene, 'reviewing');
      return { path: `/api/v1/appeals/${id}/adoption`, body: { version } };
    },
  },
  'POST /api/v1/appeals/:id/redraft': {
    who: editors,
    ask: async (scene) => {
      const { id, version } = await ready(scene, 'adopting');
      return { path: `/api/v1/appeals/${id}/redraft`, body: { version, reason: 'A city was forgotten.' } };
    },
  },
  'POST /api/v1/appeals/:id/publish': {
    who: editors,
    ask: readyToPublish,
  },
  'POST /api/v1/appeals/:id/correct': {
    who: moderators,
    ask: async (scene) => {
      const { id, version } = await publishedAlone(scene);
      return { path: `/api/v1/appeals/${id}/correct`, body: { reason: 'A name was misspelt.', version } };
    },
  },
  'GET /.well-known/nidaa-release-key.json': { who: everyone, ask: () => ({ path: KEY_PATH }) },
  'GET /appeals/appeal.css': { who: everyone, ask: () => ({ path: '/appeals/appeal.css' }) },
  'GET /appeals/:slug': {
    who: everyone,
    ask: async (scene) => ({ path: `/appeals/${(await published(scene)).slug}` }),
  },
  'GET /appeals/feed.atom': { who: everyone, ask: () => ({ path: '/appeals/feed.atom' }) },
  'GET /appeals/oembed.json': {
    who: everyone,
    ask: async (scene) => {
      const { publicUrl } = scene.test.app.get(Config);
      const url = encodeURIComponent(`${publicUrl}/appeals/${(await published(scene)).slug}`);
      return { path: `/appeals/oembed.json?url=${url}` };
    },
  },
  'GET /appeals/:slug/embed': {
    who: everyone,
    ask: async (scene) => ({ path: `/appeals/${(await published(scene)).slug}/embed` }),
  },
  'GET /appeals/:slug/fates': {
    who: everyone,
    ask: async (scene) => ({ path: `/appeals/${(await published(scene)).slug}/fates?city=-` }),
  },
  'GET /appeals/:slug/release.zip': {
    who: everyone,
    ask: async (scene) => ({ path: `/appeals/${(await published(scene)).slug}/release.zip` }),
  },
  'GET /appeals/:slug/release/*': {
    who: everyone,
    ask: async (scene) => ({ path: `/appeals/${(await published(scene)).slug}/release/manifest.json` }),
  },
};
