import * as Y from 'yjs';
import type { AppealSummary, AppealView } from '../../src/appeal/appeal.contract.js';
import { PRESENCE, type Presence } from '../../src/appeal/document/document.contract.js';
import { Config } from '../../src/platform/config/config.js';
import { elementOf } from '../../src/text/clause-document/clause-nodes.js';
import { startApp, type TestApp } from '../support/app.js';
import { BrowserClient } from '../support/browser-client.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { AppProcess, freePort } from '../support/processes.js';
import { redisUrl } from '../support/redis.js';
import { SharedText } from '../support/shared-text.js';
import { until } from '../support/until.js';

const START_MS = 60_000;
const redis = redisUrl();
/** Without a Redis there can be no more than one process. */
const larger = redis ? describe : describe.skip;

larger('who is present in a text that is open at two processes', () => {
  let test: TestApp;
  let debate: Debate;
  let apps: AppProcess[];
  let id: string;
  let clauseId: string;

  beforeAll(async () => {
    test = await startApp();
    debate = await makeDebate(test);
    const { databaseUrl, dataDir } = test.app.get(Config);
    await test.app.close();
    const start = async (): Promise<AppProcess> =>
      AppProcess.start({
        DATABASE_URL: databaseUrl as string,
        REDIS_URL: redis as string,
        NIDAA_DATA_DIR: dataDir,
        PORT: await freePort(),
      });
    apps = await Promise.all([start(), start()]);
    const client = at(0, debate.hall.moderator.client);
    id = (await client.post<AppealSummary>(debate.path, { lang: 'fr' })).body.id;
    const show = async () => (await client.get<AppealView>(`/api/v1/appeals/${id}`)).body;
    await until(async () => (await show()).state === 'drafting', START_MS);
    clauseId = (await show()).clauses.find(({ sources }) => sources.length > 0)?.id as string;
  });
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.end('SIGTERM')));
    await test?.stop();
  });

  /** A person's browser at one of the processes. */
  function at(app: number, { cookie }: BrowserClient): BrowserClient {
    return Object.assign(new BrowserClient((apps[app] as AppProcess).url), { cookie });
  }
  const open = (app: number, person: 'moderator' | 'organiser') =>
    SharedText.open(at(app, debate.hall[person].client), id);
  const place = ({ doc }: SharedText, index: number): Uint8Array => {
    const paragraph = (elementOf(doc, 'fr', clauseId) as Y.XmlElement).get(0) as Y.XmlElement;
    const words = paragraph.get(0) as Y.XmlText;
    return Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(words, index));
  };
  const tell = (text: SharedText, index: number) =>
    text.line.ask('document.presence', {
      appealId: id,
      clauseId,
      lang: 'fr',
      writing: true,
      head: place(text, index),
      anchor: null,
    });
  const of = (person: 'moderator' | 'organiser') => (presence: Presence) =>
    presence.participantId === debate.hall[person].participantId;
  const inThe = (doc: Y.Doc, head: Uint8Array | null) =>
    Y.createAbsolutePositionFromRelativePosition(
      Y.decodeRelativePosition(new Uint8Array(head as Uint8Array)),
      doc,
    )?.index;

  it('is told to the other with the caret, which stays at its word while that one writes before it', async () => {
    const [a, b] = [await open(0, 'moderator'), await open(1, 'organiser')];
    expect((await tell(a, 6)).ok).toBe(true);
    const { head, clauseId: where, writing } = await b.present(of('moderator'));
    expect([where, writing, inThe(b.doc, head)]).toEqual([clauseId, true, 6]);
    b.type(clauseId, 0, 'Ici, ');
    await b.send();
    expect(inThe(b.doc, head)).toBe(11);
    await until(() => a.textOf(clauseId)?.startsWith('Ici, ') === true);
    // Gone as soon as the line is.
    const { key } = await b.present(of('moderator'));
    a.cut();
    await b.line.hear<{ key: string }>('absent', (gone) => gone.key === key);
    b.cut();
  });

  it('is told again and again, also to who came later, and no longer once its process is dead', async () => {
    const a = await open(0, 'moderator');
    await tell(a, 6);
    const b = await open(1, 'organiser');
    const { present } = await b.line.hear<{ present: Presence[] }>('here', (here) =>
      here.present.some(of('moderator')),
    );
    expect(inThe(b.doc, present.find(of('moderator'))?.head ?? null)).toBe(6);
    await tell(b, 2);
    await apps[0]?.end('SIGKILL');
    const heard = () => b.line.all<{ present: Presence[] }>('here');
    const before = heard().length;
    // The other process tells on, of those who are at it, for as long as somebody who is not heard of is believed.
    const beats = Math.ceil(PRESENCE.gone / PRESENCE.beat);
    await until(() => heard().length >= before + beats, 10 * PRESENCE.gone);
    const told = heard().slice(before);
    expect(told.flatMap(({ present: all }) => all).some(of('organiser'))).toBe(true);
    expect(told.flatMap(({ present: all }) => all).some(of('moderator'))).toBe(false);
    b.cut();
  });
});
