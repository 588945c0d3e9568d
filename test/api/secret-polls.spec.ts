import { join } from 'node:path';
import { newId } from '../../src/kernel/ids.js';
import { entriesOf } from '../../src/platform/backup/archive.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import { newTrackingCode, sendBallot } from '../support/ballots.js';
import { BrowserClient } from '../support/browser-client.js';
import { nidaa } from '../support/processes.js';
import { contentsOf, everyoneVotes, SecretHalls, type SecretVote, wordsIn } from '../support/secret-hall.js';
import { until } from '../support/until.js';
import { closePoll, type Voter, type VotingHall } from '../support/voting-hall.js';
import { rowsAsTheyLie, tablesThatHold } from '../support/where-rows-lie.js';
import { hold, waiting } from '../support/while-held.js';

let halls: SecretHalls;
beforeAll(async () => {
  halls = await SecretHalls.start();
});
afterAll(() => halls.stop());

/** What a reader gets, headers and all, of everything that has to do with the poll. */
async function everythingThat(client: BrowserClient, { slug, pollId, roundId }: VotingHall): Promise<string> {
  const paths = [
    `/api/v1/polls/${pollId}`,
    `/api/v1/forums/${slug}/polls`,
    `/api/v1/forums/${slug}`,
    `/api/v1/forums/${slug}/sessions`,
    `/api/v1/forums/${slug}/proposals`,
    `/api/v1/rounds/${roundId}/roll`,
    `/api/v1/rounds/${roundId}/record`,
    '/metrics',
  ];
  const answers = await Promise.all(paths.map((path) => client.get<unknown>(path)));
  return JSON.stringify(answers.map(({ status, headers, body }) => [status, [...headers], body]));
}

describe('before the close of a secret poll', () => {
  it('nothing but the turnout leaves the server, for nobody and on no way', async () => {
    const hall = await halls.open(30);
    const heard: unknown[] = [];
    const watchers = await Promise.all([hall.chair.socket(), (hall.voters[0] as Voter).client.socket()]);
    for (const watcher of watchers) {
      watcher.io.onAny((...message: unknown[]) => heard.push(message));
      await watcher.ask('forum.watch', { slug: hall.slug });
    }
    const votes = await everyoneVotes(hall);
    for (const watcher of watchers)
      await watcher.hear<PollView>('poll', ({ turnout }) => turnout.cast === votes.length);
    const readers = [hall.chair, (hall.voters[0] as Voter).client, new BrowserClient(halls.app.url)];
    const told = await Promise.all(readers.map((reader) => everythingThat(reader, hall)));
    const all = [JSON.stringify(heard), ...told, halls.app.stdout, halls.app.stderr].join('\n');
    expect(all).toContain(hall.pollId);
    expect(wordsIn(all, contentsOf(votes))).toEqual([]);
    expect(all).not.toMatch(/"tally"|"winners"/);
    expect(
      wordsIn(
        halls.app.stderr,
        votes.flatMap(({ voter, key }) => [voter.participantId, voter.email, key]),
      ),
    ).toEqual([]);
    for (const watcher of watchers) watcher.close();
  });

  it('a ballot lies in one table, in a row without voter or time, and what else there is does not know of it', async () => {
    const hall = await halls.open(9);
    const votes = await everyoneVotes(hall);
    expect(
      await tablesThatHold(
        halls.db,
        votes.map(({ code }) => code),
      ),
    ).toEqual(['public.ballot']);
    for (const { row } of await rowsAsTheyLie(halls.db, hall.roundId))
      expect(row).toEqual({
        round_id: hall.roundId,
        code: expect.stringMatching(/^\w{26}$/),
        content: { approved: [expect.any(String)] },
        weight: expect.stringMatching(/^[123]$/),
        group_key: null,
        voter_id: null,
        cast_at: null,
        confirmer_id: null,
      });
    const [{ events }] = await halls.db.query(
      `SELECT count(*)::int AS events FROM event WHERE subject_id = $1 AND type NOT IN ('poll.opened')`,
      [hall.pollId],
    );
    expect(events).toBe(0);
  });

  it('a backup holds the ballots in the order of their codes, and voters in that of their ids', async () => {
    const hall = await halls.open(30);
    const votes = await everyoneVotes(hall);
    const path = join(halls.folder, 'running.tar.gz');
    expect(await nidaa(['backup', path], halls.env)).toMatchObject({ code: 0 });
    const tables: Record<string, string> = {};
    for await (const { name, body } of entriesOf(path))
      for await (const piece of body) {
        const table = name.split('/')[1] ?? name;
        tables[table] = (tables[table] ?? '') + piece.toString('utf8');
      }
    const ofRound = (table: string, column: number): string[] =>
      (tables[table] ?? '')
        .split('\n')
        .map((line) => line.split('\t'))
        .filter((columns) => columns[0] === hall.roundId)
        .map((columns) => columns[column] as string);
    expect(ofRound('ballot', 1)).toEqual(votes.map(({ code }) => code).sort());
    expect(ofRound('voted', 1)).toEqual(votes.map(({ voter }) => voter.participantId).sort());
    const { ballot: _, ...others } = tables;
    expect(
      wordsIn(
        Object.values(others).join('\n'),
        votes.map(({ code }) => code),
      ),
    ).toEqual([]);
  });

  it('a retry is answered that the vote is in, never with a ballot; another is refused, also by who has the code', async () => {
    const hall = await halls.open(9);
    const [vote] = await everyoneVotes(hall);
    const { voter, code, key } = vote as SecretVote;
    const recorded = { voterId: voter.participantId, recorded: true, ballot: null };
    for (const approved of [['171'], ['173']])
      expect((await sendBallot(hall, voter, { approved }, { key, code })).body).toEqual(recorded);
    const again = await sendBallot(hall, voter, { approved: ['177'] }, { key: newId(), code });
    expect(again).toMatchObject({ status: 409, body: { code: 'poll.already-voted' } });
    const seen = await voter.client.get<PollView>(`/api/v1/polls/${hall.pollId}`);
    expect(seen.body.own).toMatchObject([{ cast: true, ballot: null, mayCast: false }]);
    expect((await closePoll(hall)).result?.cast.ballots).toBe(9);
    expect((await sendBallot(hall, voter, { approved: ['171'] }, { key, code })).body).toEqual(recorded);
  });

  it('a statement that fails leaves no ballot in the log, and its voter is told to try again', async () => {
    const hall = await halls.open(9);
    const voter = hall.voters[0] as Voter;
    const [code, key] = [newTrackingCode(), newId()];
    const release = await hold(halls.db, 'SELECT FROM round WHERE id = $1 FOR UPDATE', [hall.roundId]);
    const answer = sendBallot(hall, voter, { approved: ['171'] }, { code, key });
    await waiting(halls.db, 1);
    await halls.db.query(
      `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    expect(await answer).toMatchObject({ status: 500, body: { code: 'service.failed' } });
    await release();
    await until(() => halls.app.stderr.includes('"status":500'));
    const told = [code, key, voter.participantId, voter.email, '["171"]', 'approved'];
    expect(wordsIn(halls.app.stderr + halls.app.stdout, told)).toEqual([]);
    expect(await sendBallot(hall, voter, { approved: ['171'] }, { code, key })).toMatchObject({
      status: 200,
    });
  });
});
