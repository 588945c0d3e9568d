import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import type { Lang } from '../../kernel/localized.js';

/** Who is asking: anyone, from a reader without account to an operator. Found once a request, by identity's guard. */
export interface Reader {
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly locale: Lang;
    readonly operator: boolean;
  } | null;
  /** The sign-in of a browser; null for programs and for readers without account. */
  readonly signInId: string | null;
  /** What an API token may do; null for browsers, which may do all that their account may. */
  readonly scopes: readonly string[] | null;
}

export const NOBODY: Reader = { account: null, signInId: null, scopes: null };

declare module 'fastify' {
  interface FastifyRequest {
    reader?: Reader;
  }
}

/** The reader as a parameter of a controller's method. */
export const Asking = createParamDecorator((_: unknown, context: ExecutionContext): Reader => {
  return context.switchToHttp().getRequest<FastifyRequest>().reader ?? NOBODY;
});

/** The account of who asks, or `auth.required`. */
export function accountOf(reader: Reader): NonNullable<Reader['account']> {
  if (!reader.account) throw refuse(KERNEL_ERRORS, 'auth.required');
  return reader.account;
}

/** Refuses with `auth.required` who has no account, and with `auth.forbidden` who may not. */
export function permit(allowed: boolean, reader: Reader): void {
  if (allowed) return;
  accountOf(reader);
  throw refuse(KERNEL_ERRORS, 'auth.forbidden');
}
