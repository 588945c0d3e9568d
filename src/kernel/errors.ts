/** What a refusal means to whoever is told of it; the HTTP status follows from the kind, in one place. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable'
  | 'internal';

/** Codes that any room may give. Each room adds its own in its contract; the client translates them all. */
export const KERNEL_ERRORS = {
  'request.invalid': 'invalid',
  'request.too-large': 'too-large',
  'request.too-many': 'too-many',
  'request.key-reused': 'conflict',
  'request.in-progress': 'conflict',
  'auth.required': 'unauthenticated',
  'auth.forbidden': 'forbidden',
  'object.missing': 'missing',
  'object.changed': 'conflict',
  'cursor.invalid': 'invalid',
  'service.unavailable': 'unavailable',
  'service.failed': 'internal',
} as const satisfies Record<string, ErrorKind>;

export type ErrorTable = Readonly<Record<string, ErrorKind>>;

/** One field of a request that is not as it must be. `rule` is the name of the validation that failed. */
export interface FieldProblem {
  readonly field: string;
  readonly rule: string;
}

/** A refusal with a stable code. Details are for programs and never hold secrets or other people's data. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    readonly details: { readonly fields?: readonly FieldProblem[]; readonly [key: string]: unknown } = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** Makes the error for a code of a room's table: `throw refuse(VOTING_ERRORS, 'poll.not-open')`. */
export function refuse<T extends ErrorTable>(
  table: T,
  code: keyof T & string,
  details?: DomainError['details'],
): DomainError {
  return new DomainError(code, table[code] as ErrorKind, details);
}
