import { newId } from '../../src/kernel/ids.js';
import { STORE_BALLOTS, storeParameters } from '../../src/voting/ballot-statement.js';
import { startApp, type TestApp } from '../support/app.js';
import { newTrackingCode } from '../support/ballots.js';
import { makeVotingHall, openPoll, type VotingHall } from '../support/voting-hall.js';

const VOTERS = 200;

interface Plan {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Join Filter'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

let test: TestApp;
let hall: VotingHall;

/** A round that opened after the last ANALYZE, as every round is for its first minutes. */
beforeAll(async () => {
  test = await startApp();
  const known = await makeVotingHall(test.db, test.url, { voters: VOTERS });
  await openPoll(known);
  hall = await makeVotingHall(test.db, test.url, { voters: VOTERS });
  await test.db.query('ANALYZE');
  await openPoll(hall);
});
afterAll(() => test.stop());

/** The most rows that any step of a statement touched: what it gave and what it compared in vain. */
async function mostTouched(statement: string, parameters: readonly unknown[]): Promise<number> {
  const [{ 'QUERY PLAN': explained }] = await test.db.query(
    `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${statement}`,
    [...parameters],
  );
  const touched = (plan: Plan): number[] => {
    const each =
      plan['Actual Rows'] +
      (plan['Rows Removed by Join Filter'] ?? 0) +
      (plan['Rows Removed by Filter'] ?? 0);
    return [each * plan['Actual Loops'], ...(plan.Plans ?? []).flatMap(touched)];
  };
  return Math.max(...touched(explained[0].Plan));
}

describe('with a round that the statistics do not know', () => {
  it('a batch of ballots is stored without comparing all with all', async () => {
    const rows: { voter_id: string; account_id: string }[] = await test.db.query(
      `SELECT participant.id AS voter_id, account_id FROM participant
         JOIN roll_entry ON voter_id = participant.id WHERE round_id = $1`,
      [hall.roundId],
    );
    const asked = rows.map(({ voter_id, account_id }) => ({
      accountId: account_id,
      voterId: voter_id,
      content: '{"choice":"yes"}',
      key: newId(),
      code: newTrackingCode(),
    }));
    const parameters = storeParameters(hall.roundId, asked, { castAt: new Date(), teller: newId() });
    expect(await mostTouched(STORE_BALLOTS, parameters)).toBeLessThan(VOTERS * 10);
  });
});
