import type { AppealView } from '../../../src/appeal/appeal.contract.js';
import type { PreparedSignature } from '../../../src/appeal/signatures/signatures.contract.js';
import { SIGNED, Signing } from '../../support/signing.js';
import { draft, readers } from './appeal.rows.js';
import { made, outcomes, type Role, type Rows, type Scene } from './table.js';
import { publishedPoll } from './voting.rows.js';

/** In the table's hall the delegate is the head of a delegation; nobody else with a seat is. */
const heads = outcomes(['delegate'], { anonymous: 'object.missing', foreigner: 'object.missing' });

/** The forum's appeal, adopted as it stands. */
async function adopted(scene: Scene): Promise<string> {
  const { id } = await draft(scene);
  const { roundId } = await publishedPoll(scene);
  const { textHash } = await made<AppealView>(scene, 'moderator', `/api/v1/appeals/${id}`, undefined, 'GET');
  await scene.test.db.query(
    `UPDATE appeal SET state = 'adopted', adopted_hash = $2, adopted_round_id = $3, adopted_at = now()
      WHERE id = $1`,
    [id, textHash, roundId],
  );
  return id;
}

const pathOf = (id: string): string => `/api/v1/appeals/${id}/signatures`;

/** What the head of delegation confirms with the code of the letter; others send the same. */
async function confirmation(scene: Scene): Promise<{ path: string; body: object }> {
  const id = await adopted(scene);
  const path = pathOf(id);
  // What may be asked for in an hour is bounded, and these rows ask more.
  await scene.test.db.query("DELETE FROM throttle WHERE key LIKE 'confirm:%'");
  const asked = { ...SIGNED, by: 'code' };
  const { at } = await made<PreparedSignature>(scene, 'delegate', `${path}/prepare`, asked);
  const code = await new Signing(scene.test, id).codeOf(scene.hall.delegate);
  return { path, body: { ...SIGNED, at, named: false, code } };
}

export const SIGNATURE_ROWS: Rows = {
  'GET /api/v1/appeals/:id/signatures': {
    who: readers,
    ask: async (scene) => ({ path: pathOf(await adopted(scene)) }),
  },
  'POST /api/v1/appeals/:id/signatures/prepare': {
    who: heads,
    ask: async (scene) => ({
      path: `${pathOf(await adopted(scene))}/prepare`,
      body: { ...SIGNED, by: 'passkey' },
    }),
  },
  'POST /api/v1/appeals/:id/signatures': { who: heads, ask: confirmation },
  'DELETE /api/v1/appeals/:id/signatures': {
    who: heads,
    ask: async (scene: Scene, role: Role) => {
      if (role !== 'delegate') return { path: pathOf(await adopted(scene)) };
      const { path, body } = await confirmation(scene);
      await made(scene, 'delegate', path, body);
      return { path };
    },
  },
};
