import type {
  ClauseAmendmentsView,
  ClauseAmendmentView,
  WriteClauseChange,
} from '../../src/appeal/amendments/clause-amendments.contract.js';
import type { AppealView, ClauseView } from '../../src/appeal/appeal.contract.js';
import { BrowserClient, type Reply } from './browser-client.js';
import type { Debate } from './debate.js';
import { compiled, ledBy } from './drafts.js';
import type { Person } from './people.js';

export type Coded<T> = T & { code?: string; fields?: readonly { field: string; rule: string }[] };

/** What a request answers, or an error that says what came instead. */
export async function ok<T>(asked: Promise<Reply<unknown>>, status = 200): Promise<T> {
  const reply = await asked;
  if (reply.status !== status) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body as T;
}

export const told = <T>({ status, body }: Reply<Coded<T>>) => [status, body.code];

/** A draft in review, and those who amend and decide. */
export class Review {
  private constructor(
    readonly debate: Debate,
    readonly id: string,
  ) {}

  static async of(debate: Debate): Promise<Review> {
    const { id, version } = await compiled(debate);
    await ok(debate.hall.moderator.client.post(`/api/v1/appeals/${id}/review`, { version }));
    return new Review(debate, id);
  }

  /** The same as another process answers it, with everybody signed in as before. */
  at(url: string): Review {
    const there = (value: unknown) =>
      isPerson(value)
        ? { ...value, client: Object.assign(new BrowserClient(url), { cookie: value.client.cookie }) }
        : value;
    const hall = Object.fromEntries(
      Object.entries(this.debate.hall).map(([name, value]) => [name, there(value)]),
    );
    return new Review({ ...this.debate, hall: hall as unknown as Debate['hall'] }, this.id);
  }

  get path(): string {
    return `/api/v1/appeals/${this.id}`;
  }
  get author(): BrowserClient {
    return this.debate.hall.delegate.client;
  }
  get moderator(): BrowserClient {
    return this.debate.hall.moderator.client;
  }

  async appeal(): Promise<AppealView> {
    return ok(this.moderator.get(this.path));
  }
  /** The clause of the adopted proposal, which has all three languages and was written in French. */
  async clause(): Promise<ClauseView> {
    return ledBy(await this.appeal(), this.debate.adopted);
  }
  /** Another, written in French alone. */
  async other(): Promise<ClauseView> {
    return ledBy(await this.appeal(), this.debate.open);
  }
  async clauseById(id: string): Promise<ClauseView | undefined> {
    return (await this.appeal()).clauses.find((each) => each.id === id);
  }

  async list(client = this.moderator): Promise<ClauseAmendmentsView> {
    return ok(client.get(`${this.path}/amendments`));
  }
  async show({ id }: Pick<ClauseAmendmentView, 'id'>, client = this.author): Promise<ClauseAmendmentView> {
    return ok(client.get(`/api/v1/clause-amendments/${id}`));
  }

  propose(
    changes: readonly object[],
    { by = this.author, ...more }: { by?: BrowserClient; lang?: string; reason?: string } = {},
  ): Promise<Reply<Coded<ClauseAmendmentView>>> {
    return by.post(`${this.path}/amendments`, {
      reason: 'It reads better so.',
      lang: 'fr',
      changes,
      ...more,
    });
  }

  /** An amendment that was submitted. */
  async amended(
    changes: readonly WriteClauseChange[],
    more: { by?: BrowserClient; lang?: string } = {},
  ): Promise<ClauseAmendmentView> {
    const draft = await ok<ClauseAmendmentView>(this.propose(changes, more), 201);
    return ok(this.move(more.by ?? this.author, draft, 'submit'));
  }

  move(
    client: BrowserClient,
    { id, version }: Pick<ClauseAmendmentView, 'id' | 'version'>,
    name: string,
    more: object = {},
  ): Promise<Reply<Coded<ClauseAmendmentView>>> {
    return client.post(`/api/v1/clause-amendments/${id}/${name}`, { version, ...more });
  }

  /** An editor's edit of a clause, in the midst of it all. */
  async write(id: string, texts: object): Promise<void> {
    const { version } = (await this.clauseById(id)) as ClauseView;
    await ok(this.moderator.patch(`${this.path}/clauses/${id}`, { texts, version }));
  }
}

const isPerson = (value: unknown): value is Person =>
  value !== null && typeof value === 'object' && 'client' in value;

/** The words of a clause in the language that amendments change it in. */
export const wordsOf = (clause: ClauseView | undefined): string =>
  (clause?.texts as Record<string, string> | undefined)?.[clause?.lang ?? ''] ?? '';

export const replaced = (clause: ClauseView, text: string): WriteClauseChange => ({
  kind: 'replace',
  clauseId: clause.id,
  was: wordsOf(clause),
  text,
});
export const deleted = (clause: ClauseView): WriteClauseChange => ({
  kind: 'delete',
  clauseId: clause.id,
  was: wordsOf(clause),
});
export const inserted = (after: ClauseView | null, text: string): WriteClauseChange => ({
  kind: 'insert',
  after: after?.id ?? null,
  text,
});
