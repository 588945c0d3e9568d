import type { Lang } from '../kernel/localized.js';

export const IDENTITY_ERRORS = {
  'sign-in.failed': 'unauthenticated',
  'sign-in.link-expired': 'unauthenticated',
  'password.weak': 'invalid',
  'email.taken': 'conflict',
  /** The account has no address that a code could be mailed to. */
  'email.none': 'conflict',
  'token.scope': 'forbidden',
} as const;

/** What an API token may be made for. A token never does more than its account may. */
export const SCOPES = ['read', 'write', 'import', 'export'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who is asking. `account` is null for a reader without account. */
export interface Me {
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly locale: Lang;
    readonly hasPassword: boolean;
  } | null;
  readonly seats: readonly Seat[];
  readonly abilities: { readonly createForum: boolean; readonly createCity: boolean };
}

/** One participation of the account in a forum, as far as identity tells it. */
export interface Seat {
  readonly participantId: string;
  readonly forumId: string;
  readonly forumSlug: string;
  readonly role: 'organiser' | 'moderator' | 'delegate' | 'observer';
  readonly delegationId: string | null;
  readonly head: boolean;
}

export interface SignInView {
  readonly id: string;
  readonly device: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly current: boolean;
}

export interface ApiTokenView {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

/** The answer to the making of a token, the only time that its secret is shown. */
export interface NewApiToken extends ApiTokenView {
  readonly token: string;
}

export interface RequestCode {
  readonly email: string;
  readonly locale: Lang;
}
export interface ConfirmCode {
  readonly email: string;
  readonly code: string;
}
export interface PasswordSignIn {
  readonly email: string;
  readonly password: string;
}
/** The secret of a one-time or trial sign-in link. */
export interface LinkSignIn {
  readonly token: string;
}
export interface UpdateMe {
  readonly name?: string;
  readonly locale?: Lang;
}
/** Adding or changing the own address: a code goes there, and only its confirmation changes anything. */
export interface RequestEmail {
  readonly email: string;
}
export interface ChangePassword {
  readonly current?: string;
  readonly password: string;
}
export interface CreateApiToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly days: number;
}
