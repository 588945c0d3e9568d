import { mayModerate } from '../../forum/forum.abilities.js';
import type { Standing } from '../../forum/forum-access.js';
import { DECIDABLE } from '../amendments/amendment.states.js';
import { mayWriteOn, type Proposed } from '../proposals.abilities.js';
import type { ChoiceKind } from './merging.contract.js';

/** Those who decide amendments: the authors of the proposal accept them, moderators reject them; both merge. */
export const mayMergeAtAll = (standing: Standing, proposed: Proposed): boolean =>
  mayWriteOn(standing, proposed) || mayModerate(standing);

export const mayMerge = (standing: Standing, proposed: Proposed): boolean =>
  mayMergeAtAll(standing, proposed) && DECIDABLE.includes(proposed.proposal.state);

/** Who may choose what. To reject an amendment is a moderator's, here as everywhere. */
const CHOOSERS: Readonly<Record<ChoiceKind, typeof mayMergeAtAll>> = {
  original: mayMergeAtAll,
  take: mayMergeAtAll,
  write: mayMergeAtAll,
  reject: mayModerate,
};

export const mayChoose = (standing: Standing, proposed: Proposed, kind: ChoiceKind): boolean =>
  CHOOSERS[kind](standing, proposed);
