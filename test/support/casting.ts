import pg from 'pg';
import { castByHttp, castBySocket, choiceOf } from './ballots.js';
import type { Voter, VotingHall } from './voting-hall.js';

/** How many people press the button at the same time. */
const TOGETHER = 60;

/** The voters of a hall while something breaks: who cast, who was told so, and what is stored of it. */
export class Casting {
  /** What voters hold: the receipt that they were given, by the voter's number. */
  readonly receipts = new Map<number, string>();

  constructor(
    private readonly hall: VotingHall,
    private readonly databaseUrl: () => Promise<string>,
  ) {}

  /** One attempt, most of the voters over HTTP and every eighth over a socket. Throws if it is not acknowledged. */
  async cast(index: number): Promise<string> {
    const voter = this.hall.voters[index] as Voter;
    if (index % 8 !== 1) return castByHttp(this.hall, voter, choiceOf(index));
    const socket = await voter.client.socket();
    try {
      return await castBySocket(this.hall, voter, choiceOf(index), socket);
    } finally {
      socket.close();
    }
  }

  /** Lets those vote who hold no receipt, some at the same time, until all have tried. Answers how many got none. */
  async once(acknowledged: () => void = () => undefined): Promise<number> {
    const waiting = this.hall.voters.map((_, index) => index).filter((index) => !this.receipts.has(index));
    let refused = 0;
    const person = async (): Promise<void> => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        try {
          this.receipts.set(index, await this.cast(index));
          acknowledged();
        } catch {
          refused++;
        }
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, person));
    return refused;
  }

  /** Kills in the middle of the votes, when so many more hold a receipt. Answers how many attempts failed. */
  async killAfter(more: number, kill: () => unknown): Promise<number> {
    const enough = this.receipts.size + more;
    let killed: Promise<unknown> | null = null;
    const refused = await this.once(() => {
      if (this.receipts.size >= enough) killed ??= Promise.resolve(kill());
    });
    await killed;
    return refused;
  }

  async stored(): Promise<string[]> {
    const db = new pg.Client({ connectionString: await this.databaseUrl() });
    await db.connect();
    const { rows } = await db.query('SELECT code AS receipt FROM ballot WHERE round_id = $1', [
      this.hall.roundId,
    ]);
    await db.end();
    return rows.map(({ receipt }) => receipt);
  }

  /** What must hold whatever broke: each receipt that a voter holds is stored, once. */
  async expectNothingLost(): Promise<void> {
    const stored = await this.stored();
    expect(new Set(stored).size).toBe(stored.length);
    expect(stored).toEqual(expect.arrayContaining([...this.receipts.values()]));
    expect(this.receipts.size).toBeGreaterThan(0);
  }

  /** Some who hold a receipt send their ballot again, with the same key: each is given the same receipt. */
  async expectSameReceipts(): Promise<void> {
    const some = [...this.receipts].filter((_, at) => at % 5 === 0);
    const again = await Promise.all(some.map(([index]) => this.cast(index)));
    expect(again).toEqual(some.map(([, receipt]) => receipt));
  }
}

/** The process that holds the server of this database together. */
export async function postmasterOf(url: string): Promise<number> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  const {
    rows: [{ text }],
  } = await db.query(`SELECT pg_read_file('postmaster.pid') AS text`);
  await db.end();
  return Number(text.split('\n')[0]);
}
