import type { AuthorView } from '../../forum/forum.contract.js';
import type { Standing } from '../../forum/forum-access.js';
import type { Lang } from '../../kernel/localized.js';
import type { StoredConflict } from '../../proposals/amendments/carried-changes.js';
import type { Change } from '../../text/changes.js';
import type { Collision } from '../../text/collisions.js';
import type { Appeal } from '../appeal.entity.js';
import type { AmendedClause } from './amended-text.js';
import type { InText, KnownText } from './amended-texts.js';
import {
  mayEditClauseAmendment,
  mayMoveClauseAmendment,
  mayPutClauseAmendmentToVote,
} from './clause-amendments.abilities.js';
import type {
  ClauseAmendmentView,
  ClauseChange,
  ClauseCollision,
  ClauseConflict,
} from './clause-amendments.contract.js';

interface Around {
  readonly appeal: Appeal;
  readonly standing: Standing;
  readonly now: KnownText;
  readonly names: ReadonlyMap<string, AuthorView>;
  readonly polls: ReadonlyMap<string, string>;
}

export function presentClauseAmendment(
  { amendment, base, changes, conflicts }: InText,
  { appeal, standing, now, names, polls }: Around,
): ClauseAmendmentView {
  const facts = { ...amendment, changes, conflicts };
  // What is before the voters or decided is shown as it was put to them.
  const follows = amendment.state === 'draft' || amendment.state === 'submitted';
  const [shown, text] = follows ? [changes, now.clauses] : [amendment.changes, base];
  return {
    id: amendment.id,
    number: amendment.number,
    appealId: amendment.appealId,
    state: amendment.state,
    author: names.get(amendment.authorId) ?? null,
    reason: amendment.reason,
    lang: amendment.lang,
    changes: presentChanges(shown, text, amendment.lang),
    conflicts: presentConflicts(conflicts, base, amendment.lang),
    modified: amendment.modified && presentChanges(amendment.modified, base, amendment.lang),
    decision: amendment.decidedAt && {
      by: (amendment.decidedBy && names.get(amendment.decidedBy)) || null,
      reason: amendment.decisionReason,
      at: amendment.decidedAt.toISOString(),
    },
    pollId: polls.get(amendment.id) ?? null,
    version: amendment.version,
    abilities: {
      edit: mayEditClauseAmendment(standing, appeal, facts),
      submit: mayMoveClauseAmendment(standing, appeal, facts, 'submit'),
      withdraw: mayMoveClauseAmendment(standing, appeal, facts, 'withdraw'),
      accept: mayMoveClauseAmendment(standing, appeal, facts, 'accept'),
      reject: mayMoveClauseAmendment(standing, appeal, facts, 'reject'),
      putToVote: mayPutClauseAmendmentToVote(standing, appeal, facts),
    },
  };
}

export function presentClauseCollision(collision: Collision): ClauseCollision {
  return {
    clauseId: collision.kind === 'words' ? collision.paragraph : collision.after,
    about: collision.kind,
    amendmentIds: collision.amendments,
  };
}

function presentChanges(
  changes: readonly Change[],
  text: readonly AmendedClause[],
  insertLang: Lang,
): ClauseChange[] {
  const known = new Map(text.map((clause) => [clause.id, clause]));
  return changes.map((change) => presentChange(change, known.get(change.id), insertLang));
}

function presentConflicts(
  conflicts: readonly StoredConflict[],
  base: readonly AmendedClause[],
  insertLang: Lang,
): ClauseConflict[] {
  const known = new Map(base.map((clause) => [clause.id, clause]));
  return conflicts.map(({ change, now }) => ({
    change: presentChange(change, known.get(change.id), insertLang),
    now,
  }));
}

function presentChange(change: Change, was: AmendedClause | undefined, insertLang: Lang): ClauseChange {
  const { kind, id: clauseId } = change;
  const isNew = kind === 'insert';
  return {
    kind,
    clauseId,
    after: isNew ? change.after : null,
    lang: isNew ? insertLang : (was?.lang ?? insertLang),
    was: isNew ? null : (was?.text ?? null),
    now: kind === 'delete' ? null : change.text,
  };
}
