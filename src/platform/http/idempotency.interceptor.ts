import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, type Observable, of } from 'rxjs';
import type { Json } from '../../kernel/canonical-json.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { Idempotency } from './idempotency.js';

const OWN_KEY = 'nidaa:own-idempotency';

/** For a route whose room stores the key itself, in the transaction of the change. */
export const OwnIdempotency = (): MethodDecorator => SetMetadata(OWN_KEY, true);

/** Answers a repeated write with its first answer, for every route that gets an `Idempotency-Key`. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    const account = request.reader?.account;
    const own = this.reflector.get<boolean | undefined>(OWN_KEY, context.getHandler());
    if (key === undefined || request.method === 'GET' || !account || own) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.once(account.id, keyOf(key), request, reply, next)).pipe(mergeMap((answer) => answer));
  }

  private async once(
    accountId: string,
    key: string,
    request: FastifyRequest,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<Observable<unknown>> {
    const { method, url } = request;
    const known = await this.idempotency.begin(accountId, key, {
      method,
      url,
      body: (request.body ?? null) as Json,
    });
    if (known) {
      reply.status(known.status).header('Idempotency-Replayed', 'true');
      return of(known.body);
    }
    return next.handle().pipe(
      mergeMap(async (body) => {
        await this.idempotency.answered(accountId, key, { status: reply.statusCode, body });
        return body;
      }),
      catchError(async (error) => {
        await this.idempotency.failed(accountId, key);
        throw error;
      }),
    );
  }
}

/** The header's value as a key, or `request.invalid`. */
export function keyOf(header: string | string[] | undefined): string {
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,128}$/.test(header))
    throw refuse(KERNEL_ERRORS, 'request.invalid', { fields: [{ field: 'Idempotency-Key', rule: 'isKey' }] });
  return header;
}
