import type { FieldProblem } from '../../kernel/errors.js';

/** Every refusal over HTTP (RFC 9457). */
export interface Problem {
  /** `urn:nidaa:error:` and the code. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Stable. Codes are added with time: treat one that you do not know by its status. */
  readonly code: string;
  /** Also in the header `X-Request-Id` and in the log. */
  readonly requestId: string;
  /** With `request.invalid`: which fields, and the name of the rule that each breaks. */
  readonly fields?: readonly FieldProblem[];
  /** With `request.too-many`: seconds to wait. */
  readonly retryAfter?: number;
}
