import type { AppealSummary, AppealView } from '../../src/appeal/appeal.contract.js';
import { compileDraft } from '../../src/appeal/compile/compile.js';
import { readBundle } from '../../src/appeal/contributions.js';
import { canonicalJson, type Json } from '../../src/kernel/canonical-json.js';
import { sha256 } from '../../src/kernel/hash-chain.js';
import { Config } from '../../src/platform/config/config.js';
import { startApp } from '../support/app.js';
import { BrowserClient } from '../support/browser-client.js';
import { makeThread } from '../support/contributions.js';
import { makeDebate } from '../support/debate.js';
import { AppProcess, freePort } from '../support/processes.js';
import { until } from '../support/until.js';
import { connectTo } from '../support/voting-hall.js';

const POSTS = 300;
const COMPILE_MS = 60_000;
const SAID = [
  'Les villes devraient ouvrir les conseils des quartiers aux habitants.',
  'Créer un fonds commun pour restaurer les maisons des vieilles villes.',
  'ينبغي أن تُرمَّم البيوت العتيقة بمشاركة سكان المدينة القديمة.',
];

it('compiles a forum in which much was said in a thread of its own, to the same draft', async () => {
  const test = await startApp();
  const debate = await makeDebate(test);
  const { hall } = debate;
  const posts = Array.from({ length: POSTS }, (_, i) => ({
    author: i % 2 ? hall.delegate : hall.otherDelegate,
    lang: i % 3 === 2 ? 'ar' : 'fr',
    text: `${SAID[i % 3]} ${i}`,
  }));
  await makeThread(test, hall, 'Beaucoup', posts);
  const bundle = await readBundle(test.db.manager, hall.forum.id, 'fr');
  const { databaseUrl, dataDir } = test.app.get(Config);
  await test.app.close();
  const env = { DATABASE_URL: databaseUrl as string, NIDAA_DATA_DIR: dataDir, PORT: await freePort() };
  const app = await AppProcess.start(env);
  try {
    const client = new BrowserClient(app.url);
    client.cookie = hall.moderator.client.cookie;
    const { body } = await client.post<AppealSummary>(debate.path, { lang: 'fr' });
    const show = async () => (await client.get<AppealView>(`/api/v1/appeals/${body.id}`)).body;
    await until(async () => (await show()).state !== 'compiling', COMPILE_MS);
    const { state, clauses, coverage } = await show();
    const draft = compileDraft(bundle, 'fr');
    expect(state).toBe('drafting');
    expect(clauses.map(({ texts }) => texts)).toEqual(draft.clauses.map(({ texts }) => texts));
    expect(coverage.byFate).toEqual(draft.coverage.byFate);
    const db = await connectTo(env.DATABASE_URL);
    const [{ hash }] = await db.query('SELECT input_hash AS hash FROM appeal');
    await db.destroy();
    expect(hash).toBe(sha256(canonicalJson(bundle as unknown as Json)));
  } finally {
    await app.end('SIGTERM');
    await test.stop();
  }
});
