import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { NOBODY, type Reader } from '../platform/http/reader.js';
import { ApiTokens } from './api-tokens.service.js';
import { IDENTITY_ERRORS } from './identity.contract.js';
import { SignIns } from './sign-ins.service.js';

export const COOKIE = 'nidaa';
/** A form on another site can send a cookie but no header of its own: writes by cookie must carry this one. */
export const CSRF_HEADER = 'x-nidaa';
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who asks, for every route. Whether they may is decided by the room's abilities. */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(
    private readonly signIns: SignIns,
    private readonly tokens: ApiTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reading = READING.has(request.method);
    request.reader = await this.reader(request, reading);
    return true;
  }

  private async reader(request: FastifyRequest, reading: boolean): Promise<Reader> {
    const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer) return this.program(bearer, reading);
    if (request.headers.authorization) throw refuse(KERNEL_ERRORS, 'auth.required');
    if (!reading && request.headers[CSRF_HEADER] === undefined) throw refuse(KERNEL_ERRORS, 'auth.forbidden');
    const token = request.cookies[COOKIE];
    return token ? this.signIns.find(token) : NOBODY;
  }

  private async program(token: string, reading: boolean): Promise<Reader> {
    const reader = await this.tokens.find(token);
    if (!reader.account) throw refuse(KERNEL_ERRORS, 'auth.required');
    if (!reader.scopes?.includes(reading ? 'read' : 'write')) throw refuse(IDENTITY_ERRORS, 'token.scope');
    return reader;
  }
}
