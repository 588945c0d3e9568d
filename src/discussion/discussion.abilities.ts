import { mayContribute } from '../forum/forum.abilities.js';
import type { Standing } from '../forum/forum-access.js';

export const mayOpenThread = mayContribute;
export const mayReply = mayContribute;

/** One's own words only: nobody edits what another said. */
export const mayEditPost = (standing: Standing, post: { authorId: string | null }): boolean =>
  mayContribute(standing) && post.authorId !== null && post.authorId === standing.participant?.id;
