import { refuse } from '../kernel/errors.js';
import type { Reader } from '../platform/http/reader.js';
import { IDENTITY_ERRORS, type Seat } from './identity.contract.js';

/** Forums are made by operators and by whoever already organises one. */
export function mayCreateForum(reader: Reader, seats: readonly Pick<Seat, 'role'>[]): boolean {
  return Boolean(reader.account?.operator) || seats.some((seat) => seat.role === 'organiser');
}

/** Passwords, addresses, sign-ins and tokens are changed by people: a token that leaked must not outlive its revocation. */
export const mayChangeCredentials = (reader: Reader): boolean => reader.scopes === null;

/** Refuses programs, whatever their scopes. */
export function byPerson(reader: Reader): Reader {
  if (!mayChangeCredentials(reader)) throw refuse(IDENTITY_ERRORS, 'token.scope');
  return reader;
}

/** Cities are shared by all forums, so whoever may make a forum may add one. */
export const mayCreateCity = mayCreateForum;
