/** What waits for its turn, and how to tell who asked. */
interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (answer: R) => void;
  readonly reject: (error: unknown) => void;
}

/** Items of one call of `commit`: as many as a statement takes without holding up the rest. */
const MOST_TOGETHER = 500;

/**
 * Items that arrive while a commit is under way go together in the next one. `commit` gets a batch in which no two
 * have the same key, and answers each in its place; if it throws, each of the batch is told so.
 */
export class GroupCommit<T, R> {
  private waiting: Waiting<T, R>[] = [];
  private running = false;

  constructor(
    private readonly keyOf: (item: T) => string,
    private readonly commit: (batch: readonly T[]) => Promise<readonly R[]>,
    private readonly idle: () => void,
  ) {}

  get length(): number {
    return this.waiting.length;
  }

  add(item: T): Promise<R> {
    const answer = new Promise<R>((resolve, reject) => this.waiting.push({ item, resolve, reject }));
    if (!this.running) void this.run();
    return answer;
  }

  private async run(): Promise<void> {
    this.running = true;
    // Whatever arrives in the same turn of the loop goes into the first batch already.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) {
      const batch = this.next();
      try {
        const answers = await this.commit(batch.map(({ item }) => item));
        for (const [at, { resolve }] of batch.entries()) resolve(answers[at] as R);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.running = false;
    this.idle();
  }

  private next(): Waiting<T, R>[] {
    const keys = new Set<string>();
    const [batch, later]: [Waiting<T, R>[], Waiting<T, R>[]] = [[], []];
    for (const each of this.waiting) {
      const key = this.keyOf(each.item);
      const fits = batch.length < MOST_TOGETHER && !keys.has(key);
      if (fits) keys.add(key);
      (fits ? batch : later).push(each);
    }
    this.waiting = later;
    return batch;
  }
}
