import type { Standing } from './forum-access.js';

/** Active seats only: a suspended participant reads like anybody else. */
const active = ({ participant }: Standing) => (participant && !participant.suspended ? participant : null);

export const mayManage = (standing: Standing): boolean => active(standing)?.role === 'organiser';

export const mayModerate = (standing: Standing): boolean =>
  ['organiser', 'moderator'].includes(active(standing)?.role ?? '');

/** Writing threads, posts and proposals, and endorsing. Observers read. */
export const mayContribute = (standing: Standing): boolean =>
  ['organiser', 'moderator', 'delegate'].includes(active(standing)?.role ?? '');

export const mayCompile = mayModerate;

/** Who is in the forum is for those who are in it. */
export const maySeeParticipants = (standing: Standing): boolean => active(standing) !== null;
