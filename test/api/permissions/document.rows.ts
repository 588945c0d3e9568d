import * as Y from 'yjs';
import { DOCUMENT_SPACE, type OpenedDocument } from '../../../src/appeal/document/document.contract.js';
import type { TextVersion } from '../../../src/appeal/document/versions.contract.js';
import { newId } from '../../../src/kernel/ids.js';
import { insertClause } from '../../../src/text/clause-document/clause-edits.js';
import type { TestSocket } from '../../support/browser-client.js';
import { draft } from './appeal.rows.js';
import {
  type MessageRow,
  made,
  moderators,
  outcomes,
  participants,
  type Role,
  type Rows,
  type Scene,
} from './table.js';

const hidden = { anonymous: 'object.missing', foreigner: 'object.missing' };
const readers = { ...participants, ...hidden };
const writers = { ...moderators, ...hidden };

/** A clause that a device of its own writes. */
function someUpdate(): Uint8Array {
  const doc = new Y.Doc();
  const attributes = {
    id: newId(),
    kind: 'operative',
    topic: '',
    lang: 'en',
    editorial: 'Agreed.',
    sources: '',
  } as const;
  insertClause(doc, attributes, { en: 'We write together.' }, null);
  return Y.encodeStateAsUpdate(doc);
}

async function opened(scene: Scene, socket: TestSocket): Promise<{ appealId: string; epoch: string }> {
  const { id: appealId } = await draft(scene);
  const answer = await socket.ask<OpenedDocument>('document.open', { appealId });
  return { appealId, epoch: answer.ok ? answer.data.epoch : newId() };
}

async function epochOf(scene: Scene, role: Role): Promise<string> {
  const socket =
    await scene.clients[role === 'anonymous' || role === 'foreigner' ? 'moderator' : role].socket(
      DOCUMENT_SPACE,
    );
  const { epoch } = await opened(scene, socket);
  socket.close();
  return epoch;
}

export const DOCUMENT_ROWS: Rows = {
  'POST /api/v1/appeals/:id/document/updates': {
    who: writers,
    ask: async (scene, role) => ({
      path: `/api/v1/appeals/${(await draft(scene)).id}/document/updates`,
      body: { epoch: await epochOf(scene, role), update: Buffer.from(someUpdate()).toString('base64') },
    }),
  },
  'GET /api/v1/appeals/:id/text-versions': {
    who: readers,
    ask: async (scene) => ({ path: `/api/v1/appeals/${(await draft(scene)).id}/text-versions` }),
  },
  'POST /api/v1/appeals/:id/text-versions': {
    who: writers,
    ask: async (scene) => ({
      path: `/api/v1/appeals/${(await draft(scene)).id}/text-versions`,
      body: { name: 'First reading' },
    }),
  },
  'GET /api/v1/appeals/:id/text-versions/:number': {
    who: readers,
    ask: async (scene) => ({ path: await keptVersion(scene) }),
  },
  'POST /api/v1/appeals/:id/text-versions/:number/restore': {
    who: writers,
    ask: async (scene) => ({ path: `${await keptVersion(scene)}/restore` }),
  },
};

async function keptVersion(scene: Scene): Promise<string> {
  const path = `/api/v1/appeals/${(await draft(scene)).id}/text-versions`;
  const { number } = await made<TextVersion>(scene, 'moderator', path, { name: 'Second reading' });
  return `${path}/${number}`;
}

const space = DOCUMENT_SPACE;
export const DOCUMENT_MESSAGES: Readonly<Record<string, MessageRow>> = {
  'document.open': {
    who: readers,
    space,
    ask: async (scene) => ({ appealId: (await draft(scene)).id }),
  },
  'document.update': {
    who: writers,
    space,
    ask: async (scene, _, socket) => ({ ...(await opened(scene, socket)), update: someUpdate() }),
  },
  'document.presence': {
    who: readers,
    space,
    ask: async (scene, _, socket) => {
      const { appealId } = await opened(scene, socket);
      return { appealId, clauseId: null, lang: 'ar', writing: false };
    },
  },
  'document.close': {
    who: outcomes(['anonymous', 'observer', 'delegate', 'foreigner', 'moderator', 'organiser']),
    space,
    ask: async (scene, _, socket) => ({ appealId: (await opened(scene, socket)).appealId }),
  },
};
