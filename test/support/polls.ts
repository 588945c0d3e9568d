import { newId } from '../../src/kernel/ids.js';
import type { BallotAnswer, BallotContent } from '../../src/voting/ballots.contract.js';
import type { PollTerms, PollView } from '../../src/voting/polls.contract.js';
import type { PollRecord } from '../../src/voting/records.contract.js';
import type { TestApp } from './app.js';
import { newTrackingCode } from './ballots.js';
import type { BrowserClient, Reply } from './browser-client.js';
import { inAll, makePerson, type Person } from './people.js';

/** An options list as a chair writes it. */
export const makeOptions = (...names: readonly string[]): PollTerms['options'] =>
  names.map((name, at) => ({ id: String(at + 1), text: inAll(name) }));

export const SIMPLE = { majority: 'simple', base: 'votes' } as const;

/** Two moderators and a running session in which polls on free questions are held through the API. */
export class Chair {
  private constructor(
    readonly client: BrowserClient,
    readonly second: BrowserClient,
    private readonly slug: string,
    private readonly sessionId: string,
  ) {}

  static async of(test: TestApp, forum: { id: string; slug: string }): Promise<Chair> {
    const [first, second] = [
      await makePerson(test, forum.id, 'moderator'),
      await makePerson(test, forum.id, 'moderator'),
    ];
    const sessionId = newId();
    await test.db.query(
      `INSERT INTO session (id, forum_id, kind, title, starts_at, ends_at, state)
       VALUES ($1, $2, 'plenary', $3, now(), now() + interval '1 day', 'running')`,
      [sessionId, forum.id, inAll('Plenary')],
    );
    return new Chair(first.client, second.client, forum.slug, sessionId);
  }

  /** Prepares a free question; answers whatever comes back. */
  ask(terms: Partial<PollTerms> = {}): Promise<Reply<PollView & { code?: string; detail?: string }>> {
    const body = {
      sessionId: this.sessionId,
      question: inAll('Shall we?'),
      terms: { rule: SIMPLE, ...terms },
    };
    return this.client.post(`/api/v1/forums/${this.slug}/polls`, body);
  }

  /** One of the chair's moves, by the poll's version as it was last seen. */
  async move(poll: PollView, name: string, body: object = {}): Promise<PollView> {
    const answer = await this.tries(poll, name, body);
    if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async tries(poll: PollView, name: string, body: object = {}): Promise<Reply<PollView & { code?: string }>> {
    const { version } = await this.see(poll);
    return this.client.post(`/api/v1/polls/${poll.id}/${name}`, { version, ...body });
  }

  /** Prepared and opened. */
  async open(terms: Partial<PollTerms> = {}, asked: object = {}): Promise<PollView> {
    const { status, body } = await this.ask(terms);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return this.move(body, 'open', asked);
  }

  async see({ id }: PollView): Promise<PollView> {
    return (await this.client.get<PollView>(`/api/v1/polls/${id}`)).body;
  }

  async record({ roundId }: PollView): Promise<PollRecord> {
    return (await this.client.get<PollRecord>(`/api/v1/rounds/${roundId}/record`)).body;
  }
}

/** Casts one vote, the person's own unless another is named. */
export function castVote(
  { roundId }: PollView,
  person: Person,
  ballot: BallotContent,
  {
    voterId = person.participantId,
    code = newTrackingCode(),
    key = newId(),
    over,
  }: { voterId?: string; code?: string; key?: string; over?: string | undefined } = {},
): Promise<Reply<BallotAnswer & { code?: string }>> {
  return person.client.put(
    `/api/v1/rounds/${roundId}/ballot`,
    { voterId, ballot, code, over },
    { 'idempotency-key': key },
  );
}
