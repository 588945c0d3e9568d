import { HttpException } from '@nestjs/common';
import { DomainError, KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { isUnfitValue } from '../database/conflicts.js';
import { isLostConnection } from '../database/lost-connection.js';

/** Statuses that Nest, Fastify and its plugins give by themselves, and the code that the client is told. */
const FRAMEWORK: Readonly<Record<number, keyof typeof KERNEL_ERRORS>> = {
  400: 'request.invalid',
  401: 'auth.required',
  403: 'auth.forbidden',
  404: 'object.missing',
  405: 'object.missing',
  406: 'request.invalid',
  413: 'request.too-large',
  415: 'request.invalid',
  429: 'request.too-many',
  503: 'service.unavailable',
};

/** Any thrown value as an error with a code; what nobody foresaw becomes `service.failed` and tells nothing. */
export function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (isLostConnection(error)) return refuse(KERNEL_ERRORS, 'service.unavailable');
  if (isUnfitValue(error)) return refuse(KERNEL_ERRORS, 'request.invalid');
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: unknown } | null)?.statusCode;
  const code = typeof status === 'number' ? FRAMEWORK[status] : undefined;
  return refuse(KERNEL_ERRORS, code ?? 'service.failed');
}
