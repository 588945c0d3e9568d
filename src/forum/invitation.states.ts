import type { InvitationView } from './forum.contract.js';

interface Facts {
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly expiresAt: Date;
}

/** What an invitation is at a moment. One that was used stays used; only an open one lets somebody in. */
export function invitationState({ usedAt, revokedAt, expiresAt }: Facts, now: Date): InvitationView['state'] {
  if (usedAt) return 'used';
  if (revokedAt) return 'revoked';
  return expiresAt <= now ? 'expired' : 'open';
}

const DAY_MS = 86_400_000;
const DAYS_AT_LEAST = 14;
const DAYS_AFTER_END = 3;

/** Invitations hold until three days after the forum's last day (late arrivals, time zones), two weeks at least. */
export function invitationExpiry(endsOn: string, now: Date): Date {
  const afterEnd = Date.parse(`${endsOn}T00:00:00Z`) + DAYS_AFTER_END * DAY_MS;
  return new Date(Math.max(afterEnd, now.getTime() + DAYS_AT_LEAST * DAY_MS));
}
