import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';

/** How often one socket may do something: at once, and on the long run. In memory: it lives as long as the socket. */
export class Budget {
  private left: number;
  private since = performance.now();

  constructor(private readonly allowed: { readonly burst: number; readonly aSecond: number }) {
    this.left = allowed.burst;
  }

  /** Takes one, or refuses with `request.too-many` and the seconds to wait. */
  take(): void {
    const now = performance.now();
    const { burst, aSecond } = this.allowed;
    this.left = Math.min(burst, this.left + ((now - this.since) / 1_000) * aSecond);
    this.since = now;
    if (this.left < 1) throw refuse(KERNEL_ERRORS, 'request.too-many', { retryAfter: 1 });
    this.left--;
  }
}
