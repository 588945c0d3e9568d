import type { Reader } from '../platform/http/reader.js';
import type { Seat } from './identity.contract.js';

/** Forums are made by operators and by whoever already organises one. */
export function mayCreateForum(reader: Reader, seats: readonly Pick<Seat, 'role'>[]): boolean {
  return Boolean(reader.account?.operator) || seats.some((seat) => seat.role === 'organiser');
}

/** Passwords, addresses, sign-ins and tokens are changed by people: a token that leaked must not outlive its revocation. */
export const mayChangeCredentials = (reader: Reader): boolean => reader.scopes === null;

/** Cities are shared by all forums, so whoever may make a forum may add one. */
export const mayCreateCity = mayCreateForum;
