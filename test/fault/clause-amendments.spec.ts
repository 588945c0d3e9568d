import type { DataSource } from 'typeorm';
import type { ClauseAmendmentView } from '../../src/appeal/amendments/clause-amendments.contract.js';
import type { ClauseView } from '../../src/appeal/appeal.contract.js';
import { Config } from '../../src/platform/config/config.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import { votedOn } from '../support/adopted-appeal.js';
import { startApp, type TestApp } from '../support/app.js';
import { deleted, inserted, ok, Review, replaced, told, wordsOf } from '../support/clause-amendments.js';
import { makeDebate } from '../support/debate.js';
import { AppProcess, freePort } from '../support/processes.js';
import { SharedText } from '../support/shared-text.js';
import { until } from '../support/until.js';
import { connectTo } from '../support/voting-hall.js';
import { hold, waiting, waitsFor, whileHeld } from '../support/while-held.js';

let test: TestApp;
let db: DataSource;
let env: Record<string, string>;
let apps: AppProcess[];
let made: Review;

beforeAll(async () => {
  test = await startApp();
  made = await Review.of(await makeDebate(test));
  const { databaseUrl, dataDir } = test.app.get(Config);
  // What decides and what is killed are whole apps: the one in this process only made what they begin with.
  await test.app.close();
  env = { DATABASE_URL: databaseUrl as string, NIDAA_DATA_DIR: dataDir };
  apps = await Promise.all([start(), start()]);
  db = await connectTo(env.DATABASE_URL as string);
});
afterAll(async () => {
  await Promise.all(apps.map((app) => app.end('SIGTERM')));
  await db?.destroy();
  await test?.stop();
});

const start = async (): Promise<AppProcess> => AppProcess.start({ ...env, PORT: await freePort() });
const at = (app = 0): Review => made.at((apps[app] as AppProcess).url);

/** How often it was told that something became of an amendment, by what became of it. */
async function happened({ id }: Pick<ClauseAmendmentView, 'id'>): Promise<Record<string, number>> {
  const rows: { type: string; times: number }[] = await db.query(
    'SELECT type, count(*)::int AS times FROM event WHERE subject_id = $1 GROUP BY type',
    [id],
  );
  return Object.fromEntries(rows.map(({ type, times }) => [type.replace('clause-amendment.', ''), times]));
}

/** All that readers can see of the text and of what became of the amendments, the text that is open included. */
async function standing() {
  const { clauses, version } = await at().appeal();
  const text = await SharedText.open(at().moderator, made.id);
  const written = text.clauses().map((clause) => clause.text);
  text.cut();
  const { amendments } = await at().list();
  return { words: clauses.map(wordsOf), written, version, states: amendments.map(({ state }) => state) };
}

/** Kills the app when it has written everything but the appeal's own row, which comes last, and starts it again. */
async function killedAtLast(asked: () => Promise<unknown>): Promise<void> {
  await whileHeld(db, 'appeal', async () => {
    const answer = asked().catch(() => 'cut off');
    await until(() => waitsFor(db, 'appeal'));
    await (apps[0] as AppProcess).end('SIGKILL');
    expect(await answer).toBe('cut off');
  });
  apps[0] = await start();
}

describe('kill -9 while an amendment to clauses is', () => {
  it('accepted: all of it stands as it was, and it is accepted once', async () => {
    const [clause, other] = [await at().clause(), await at().other()];
    const one = await at().amended([
      replaced(clause, 'Confier la moitié du budget.'),
      inserted(clause, 'Rendre compte chaque année.'),
      deleted(other),
    ]);
    const before = await standing();
    const accept = () => at().move(at().moderator, one, 'accept');
    await killedAtLast(accept);
    expect(await standing()).toEqual(before);
    expect(await happened(one)).toEqual({ drafted: 1, submitted: 1 });

    await ok(accept());
    const after = await standing();
    const wanted = before.words
      .filter((words) => words !== wordsOf(other))
      .flatMap((words) =>
        words === wordsOf(clause) ? ['Confier la moitié du budget.', 'Rendre compte chaque année.'] : [words],
      );
    expect([after.words, after.written]).toEqual([wanted, wanted]);
    expect(await happened(one)).toEqual({ drafted: 1, submitted: 1, accepted: 1 });
  });

  it('adopted by vote: the vote goes on where it was, and its result changes the text once', async () => {
    const clause = await at().clause();
    const rival = await at().amended([replaced(clause, 'Confier un tiers du budget.')]);
    const one = await at().amended([deleted(clause)]);
    const { id, version } = await votedOn(at().debate.hall, { kind: 'clause-amendment', id: one.id });
    const before = await standing();
    const close = () => at().moderator.post<PollView>(`/api/v1/polls/${id}/close`, { version });
    await killedAtLast(close);
    expect(await standing()).toEqual(before);
    expect((await ok<PollView>(at().moderator.get(`/api/v1/polls/${id}`))).state).toBe('open');

    expect((await ok<PollView>(close())).result).toMatchObject({ adopted: true });
    const after = await standing();
    const wanted = before.words.filter((words) => words !== wordsOf(clause));
    expect([after.words, after.written]).toEqual([wanted, wanted]);
    expect([await happened(one), await happened(rival)]).toMatchObject([{ adopted: 1 }, { fallen: 1 }]);
  });
});

describe('two processes that decide one amendment at once', () => {
  const accept = (review: Review, one: ClauseAmendmentView) => review.move(review.moderator, one, 'accept');
  const reject = (review: Review, one: ClauseAmendmentView) =>
    review.move(review.debate.hall.organiser.client, one, 'reject', { reason: 'No.' });
  const withdraw = (review: Review, one: ClauseAmendmentView) => review.move(review.author, one, 'withdraw');

  it.each([
    ['accepted and rejected', accept, reject],
    ['accepted twice', accept, accept],
    ['rejected and withdrawn', reject, withdraw],
    ['withdrawn and accepted', withdraw, accept],
  ])(
    '%s: one of the two wins, the other is told, and the text is as was decided',
    async (_, first, second) => {
      const clause = (await at().appeal()).clauses.at(-1) as ClauseView;
      const words = `${wordsOf(clause)} Vite.`;
      const one = await at().amended([replaced(clause, words)], { lang: clause.lang });
      // Both have read it, unless one waits for the other before it reads.
      const release = await hold(db, 'SELECT FROM clause_amendment WHERE id = $1 FOR NO KEY UPDATE', [
        one.id,
      ]);
      const answers = [first(at(0), one), second(at(1), one)];
      await waiting(db, 2);
      await release();
      const all = await Promise.all(answers);
      expect(all.map(({ status }) => status).sort()).toEqual([200, 409]);
      const refused = all.find(({ status }) => status === 409);
      expect(['amendment.state', 'object.changed']).toContain(refused && told(refused)[1]);
      const { state } = await at().show(one);
      const { drafted, submitted, ...became } = await happened(one);
      expect([drafted, submitted, became]).toEqual([1, 1, { [state]: 1 }]);
      const now = wordsOf(await at(1).clauseById(clause.id));
      expect(now).toBe(state === 'accepted' ? words : wordsOf(clause));
    },
  );
});
