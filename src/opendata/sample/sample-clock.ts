import { Clock } from '../../kernel/clock.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Tells the sample's past: its forum is in its second day at the moment when it is loaded. */
export class SampleClock extends Clock {
  private time: Date;

  /** `start` is when the sitting began that is under way: the last full hour. */
  constructor(private readonly start: Date) {
    super();
    this.time = start;
  }

  static ticking(now: Date): SampleClock {
    return new SampleClock(new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS));
  }

  now(): Date {
    return this.time;
  }

  /** The moment so many hours (below 0: before) and minutes from the start. */
  at(hours: number, minutes = 0): Date {
    return new Date(this.start.getTime() + hours * HOUR_MS + minutes * MINUTE_MS);
  }

  /** Turns the clock. */
  set(hours: number, minutes = 0): void {
    this.time = this.at(hours, minutes);
  }

  /** Lets minutes pass. */
  pass(minutes: number): void {
    this.time = new Date(this.time.getTime() + minutes * MINUTE_MS);
  }
}
