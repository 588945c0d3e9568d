export const REHEARSAL_STATES = ['running', 'held', 'failed'] as const;

export type RehearsalState = (typeof REHEARSAL_STATES)[number];

/** A poll held with simulated voters, aside from the running system. */
export interface RehearsalView {
  readonly id: string;
  readonly voters: number;
  readonly state: RehearsalState;
  readonly startedAt: string;
  /** Null while it is under way, and if it could not be held. */
  readonly report: RehearsalReport | null;
}

export interface RehearsalReport {
  readonly acknowledged: number;
  readonly stored: number;
  readonly counted: number;
  /** What did not hold, in sentences; empty if acknowledged = stored = counted. */
  readonly faults: readonly string[];
  /** Milliseconds until the last voter had an answer, and until the poll was closed and counted. */
  readonly castingMs: number;
  readonly closingMs: number;
}

export interface StartRehearsal {
  readonly voters: number;
}
