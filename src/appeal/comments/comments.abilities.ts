import { mayCompile, mayContribute, maySeeParticipants } from '../../forum/forum.abilities.js';
import type { Standing } from '../../forum/forum-access.js';
import type { AppealState } from '../appeal.contract.js';
import { isInHand } from '../appeal.states.js';
import type { Comment } from './comment.entity.js';

interface AppealFacts {
  readonly state: AppealState;
}
type CommentFacts = Pick<Comment, 'authorId' | 'parentId' | 'deletedAt' | 'resolvedAt'>;

/** Comments are for those who work on the text: everyone with a seat, before the publication and after it. */
export const maySeeComments = maySeeParticipants;

/** Whoever may speak in the forum, while the text is worked on. */
export const mayComment = (standing: Standing, { state }: AppealFacts): boolean =>
  mayContribute(standing) && isInHand(state);

const isOwn = (standing: Standing, { authorId }: CommentFacts): boolean =>
  authorId === standing.participant?.id;

/** One's own words only. */
export const mayChangeComment = (standing: Standing, appeal: AppealFacts, comment: CommentFacts): boolean =>
  mayComment(standing, appeal) && isOwn(standing, comment) && comment.deletedAt === null;

export const mayReplyToComment = (standing: Standing, appeal: AppealFacts, comment: CommentFacts): boolean =>
  mayComment(standing, appeal) && comment.resolvedAt === null;

/** Who edits the text, or who asked. Answers are resolved with what they answer. */
export const maySettleComment = (standing: Standing, appeal: AppealFacts, comment: CommentFacts): boolean =>
  mayComment(standing, appeal) &&
  comment.parentId === null &&
  (mayCompile(standing) || isOwn(standing, comment));
