import type { Reader } from '../platform/http/reader.js';
import type { Account } from './account.entity.js';
import type { ApiToken } from './api-token.entity.js';
import { mayCreateCity, mayCreateForum } from './identity.abilities.js';
import type { ApiTokenView, Me, Seat, SignInView } from './identity.contract.js';
import type { SignIn } from './sign-in.entity.js';

export function presentMe(reader: Reader, account: Account | null, seats: readonly Seat[]): Me {
  return {
    account: account && {
      id: account.id,
      name: account.name,
      email: account.email,
      locale: account.locale,
      hasPassword: account.passwordHash !== null,
    },
    seats,
    abilities: { createForum: mayCreateForum(reader, seats), createCity: mayCreateCity(reader, seats) },
  };
}

export function presentSignIn(signIn: SignIn, reader: Reader): SignInView {
  return {
    id: signIn.id,
    device: signIn.device,
    createdAt: signIn.createdAt.toISOString(),
    seenAt: signIn.seenAt.toISOString(),
    current: signIn.id === reader.signInId,
  };
}

export function presentApiToken(token: ApiToken): ApiTokenView {
  return {
    id: token.id,
    name: token.name,
    scopes: token.scopes,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    usedAt: token.usedAt?.toISOString() ?? null,
  };
}
