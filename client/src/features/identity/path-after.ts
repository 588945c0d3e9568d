import type { Me } from '../../../../src/identity/identity.contract.js';

/** Only addresses of this site: `//elsewhere` and `https:…` would lead whoever signs in away. */
export function isOwnPath(path: string | null): path is string {
  return path !== null && /^\/(?![/\\])/.test(path);
}

/** Where one goes after signing in: back to where one was sent from, else to the only forum, else to all. */
export function pathAfter(me: Me, next: string | null): string {
  if (isOwnPath(next)) return next;
  return me.seats.length === 1 ? `/f/${me.seats[0]?.forumSlug}` : '/';
}
