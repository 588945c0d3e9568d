import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';

/** After how many seconds to ask again. */
const RETRY_AFTER = 5;

/** Lets each account have only so many works under way in this process. */
export class AtOnce {
  private readonly running = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Does the work, or refuses with `request.too-many`. */
  async do<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    const before = this.running.get(accountId) ?? 0;
    if (before >= this.most) throw refuse(KERNEL_ERRORS, 'request.too-many', { retryAfter: RETRY_AFTER });
    this.running.set(accountId, before + 1);
    try {
      return await work();
    } finally {
      const left = (this.running.get(accountId) ?? 1) - 1;
      if (left > 0) this.running.set(accountId, left);
      else this.running.delete(accountId);
    }
  }
}
