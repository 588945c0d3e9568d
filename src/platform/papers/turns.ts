import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';

/** Lets only so many works run at once; others wait for their turn, and what would wait too long is refused. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** Refuses with `service.unavailable` where too many wait already. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running++;
    else if (this.waiting.length >= this.mostWaiting) throw refuse(KERNEL_ERRORS, 'service.unavailable');
    // Whoever ends hands the place on: it is never free in between.
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
