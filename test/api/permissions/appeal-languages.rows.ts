import type { GlossaryView } from '../../../src/appeal/languages/languages.contract.js';
import { addClause, draft, editors, readers } from './appeal.rows.js';
import { everyone, made, moderators, type Outcomes, type Rows, type Scene } from './table.js';

/** Whoever may is told that there is no machine. */
const askers = Object.fromEntries(
  Object.entries(editors).map(([role, outcome]) => [role, outcome === 'ok' ? 'translation.off' : outcome]),
) as Outcomes;

const TERM = { words: { ar: 'نداء فاس', fr: 'Appel de Fès', en: 'Fez Appeal' } };

async function clause(scene: Scene): Promise<{ path: string; version: number }> {
  const made = await addClause(scene);
  return { path: `/api/v1/appeals/${made.view.id}/clauses/${made.clause.id}`, version: made.clause.version };
}

export const APPEAL_LANGUAGE_ROWS: Rows = {
  'GET /api/v1/appeals/:id/languages': {
    who: readers,
    ask: async (scene) => ({ path: `/api/v1/appeals/${(await draft(scene)).id}/languages` }),
  },
  'PUT /api/v1/appeals/:id/clauses/:clauseId/approvals/:lang': {
    who: editors,
    ask: async (scene) => {
      const { path, version } = await clause(scene);
      return { path: `${path}/approvals/en`, body: { version } };
    },
  },
  'PUT /api/v1/appeals/:id/approvals/:lang': {
    who: editors,
    ask: async (scene) => {
      const { view } = await addClause(scene);
      return { path: `/api/v1/appeals/${view.id}/approvals/en`, body: { version: view.version } };
    },
  },
  'DELETE /api/v1/appeals/:id/clauses/:clauseId/approvals/:lang': {
    who: editors,
    ask: async (scene) => {
      const { path, version } = await clause(scene);
      await made(scene, 'moderator', `${path}/approvals/en`, { version }, 'PUT');
      return { path: `${path}/approvals/en` };
    },
  },
  'POST /api/v1/appeals/:id/clauses/:clauseId/translations/:lang': {
    who: askers,
    ask: async (scene) => {
      const { path, version } = await clause(scene);
      return { path: `${path}/translations/fr`, body: { version } };
    },
  },
  'GET /api/v1/forums/:slug/glossary': { who: everyone, ask: ({ forum }) => ({ path: `${forum}/glossary` }) },
  'POST /api/v1/forums/:slug/glossary': {
    who: moderators,
    ask: ({ forum }) => ({ path: `${forum}/glossary`, body: TERM }),
  },
  'DELETE /api/v1/forums/:slug/glossary/:id': {
    who: moderators,
    ask: async (scene) => {
      const { items } = await made<GlossaryView>(scene, 'moderator', `${scene.forum}/glossary`, TERM);
      return { path: `${scene.forum}/glossary/${items.at(-1)?.id}` };
    },
  },
};
