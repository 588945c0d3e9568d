import type { FieldProblem } from '../../../src/kernel/errors.js';

/** Codes that only this side knows: the request did not reach the server, its answer made no sense, a device gave no key. */
export const CLIENT_ERRORS = ['client.offline', 'client.unreadable', 'client.passkey'] as const;

/** A refusal of the server, or the failure to reach it. `code` is what the texts translate. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly fields: readonly FieldProblem[] = [],
    readonly requestId: string | null = null,
  ) {
    super(code);
    this.name = 'ApiError';
  }

  /** Whether nobody knows what became of the request: sending it again, with the same key, is right. */
  get unknownOutcome(): boolean {
    return this.status === 0 || this.status >= 500 || this.code === 'request.in-progress';
  }
}

/** The code of anything that was thrown. */
export function codeOf(error: unknown): string {
  return error instanceof ApiError ? error.code : 'service.failed';
}
