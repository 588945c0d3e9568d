import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../platform/config/config.js';
import type { Origin } from './accounts.service.js';
import { COOKIE } from './sign-in.guard.js';
import { SIGN_IN_DAYS } from './sign-ins.service.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** Where a request comes from. One that a proxy passed on is never loopback, whatever its last hop. */
export function originOf(request: FastifyRequest): Origin {
  const forwarded = FORWARDING.some((name) => request.headers[name] !== undefined);
  return {
    address: request.ip,
    device: deviceOf(request.headers['user-agent'] ?? ''),
    loopback: !forwarded && LOOPBACK.has(request.socket.remoteAddress ?? ''),
  };
}

/** The browser's and the system's family, no version: enough for people, too little for a fingerprint. */
function deviceOf(agent: string): string {
  const first = (names: readonly [RegExp, string][]): string =>
    names.find(([sign]) => sign.test(agent))?.[1] ?? '';
  const browser = first([
    [/Firefox|FxiOS/, 'Firefox'],
    [/Edg/, 'Edge'],
    [/Chrome|CriOS/, 'Chrome'],
    [/Safari/, 'Safari'],
  ]);
  const system = first([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/Linux/, 'Linux'],
  ]);
  return [browser, system].filter(Boolean).join(', ') || '?';
}

/** Puts the sign-in's token where no script can read it. */
export function setCookie(reply: FastifyReply, config: Config, token: string): void {
  void reply.setCookie(COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl.startsWith('https:'),
    maxAge: SIGN_IN_DAYS * 86_400,
  });
}

export function clearCookie(reply: FastifyReply): void {
  void reply.clearCookie(COOKIE, { path: '/' });
}
