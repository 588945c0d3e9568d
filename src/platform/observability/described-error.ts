/** What the log keeps of an error. */
export interface DescribedError {
  readonly type: string;
  /** SQLSTATE, or the code of Node or of a refusal. */
  readonly code: string | undefined;
  readonly message: string;
  /** The frames alone: the stack's first line repeats the message. */
  readonly frames: string;
}

/**
 * An error without what people wrote: a failed statement's parameters and its message, which quotes values, stay
 * out; its SQLSTATE and the place in the code say enough.
 */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, code: undefined, message: '', frames: '' };
  const { code } = error as Error & { code?: unknown };
  const stack = error.stack ?? '';
  const frames = stack.indexOf('\n    at ');
  return {
    type: error.constructor.name,
    code: typeof code === 'string' ? code : undefined,
    message: isFromStatement(error) ? 'a statement failed' : error.message,
    frames: frames < 0 ? '' : stack.slice(frames + 1),
  };
}

/** Errors of TypeORM hold the statement; those of the driver hold the severity that the server gave. */
function isFromStatement(error: Error): boolean {
  return 'query' in error || 'severity' in error;
}
