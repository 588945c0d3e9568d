import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../observability/log.js';
import { asDomainError } from './as-domain-error.js';
import { STATUS } from './error-status.js';
import type { Problem } from './problem.contract.js';

/** Every refusal as a problem document (RFC 9457) with the stable code that the client translates. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const error = asDomainError(thrown);
    const status = STATUS[error.kind];
    if (error.kind === 'internal') this.log.error({ err: thrown, requestId: request.id }, 'a request failed');
    if (error.kind === 'too-many' && typeof error.details.retryAfter === 'number')
      reply.header('Retry-After', String(error.details.retryAfter));
    void reply
      .status(status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .header('Cache-Control', 'no-store')
      .send({
        type: `urn:nidaa:error:${error.code}`,
        title: error.code,
        status,
        code: error.code,
        requestId: request.id,
        ...error.details,
      } satisfies Problem);
  }
}
