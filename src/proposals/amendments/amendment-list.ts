import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Authors } from '../../forum/authors.js';
import type { AuthorView } from '../../forum/forum.contract.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import type { Reader } from '../../platform/http/reader.js';
import type { Paragraph as Marked } from '../../text/changes.js';
import type { Collision } from '../../text/collisions.js';
import { ProposalAccess, type Seen } from '../proposal-access.js';
import { Amendment } from './amendment.entity.js';
import { AmendmentOrder } from './amendment-order.entity.js';
import { presentChanges, presentConflict } from './amendment-text.js';
import { amendmentsOf, baseOf, presentText, textsOfVersions } from './amendment-texts.js';
import {
  mayAmend,
  mayAmendAmendment,
  mayEditAmendment,
  mayMoveAmendment,
  mayOrderAmendments,
  mayPutAmendmentToVote,
  maySeeAmendment,
} from './amendments.abilities.js';
import type { AmendmentsView, AmendmentView, CollisionView } from './amendments.contract.js';
import { isBeforeTheForum, standingTogether } from './standing-together.js';

type Names = ReadonlyMap<string, AuthorView>;

/** The amendments of one proposal, as one reader sees them, and how they stand to each other. */
@Injectable()
export class AmendmentList {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: ProposalAccess,
    private readonly authors: Authors,
  ) {}

  async list(reader: Reader, proposalId: string): Promise<AmendmentsView> {
    const seen = await this.proposals.see(reader, proposalId);
    const em = this.db.manager;
    const all = await amendmentsOf(em, proposalId);
    const shown = [...all.values()].filter((each) => maySeeAmendment(seen.standing, each));
    const order = await em.findOneBy(AmendmentOrder, { proposalId });
    const names = await this.authors.of([
      ...shown.flatMap(({ authorId, decidedBy }) => [authorId, decidedBy]),
      order?.participantId ?? null,
    ]);
    const text = await presentText(em, seen.proposal);
    const texts = await textsOfVersions(em, seen.proposal, [...new Set(shown.map(({ basedOn }) => basedOn))]);
    const { collisions, follows, amendmentIds } = await standingTogether(
      text,
      shown.filter(isBeforeTheForum),
    );
    return {
      amendments: shown.map((each) =>
        present(seen, each, { names, base: shownBase(each, texts.get(each.basedOn) ?? text, all) }),
      ),
      collisions: collisions.map(presentCollision),
      proposed: {
        amendmentIds,
        consequences: { excludes: follows.excludes, depends: [...follows.depends, ...childrenOf(shown)] },
      },
      order: order && {
        amendmentIds: order.amendmentIds,
        consequences: order.consequences,
        by: names.get(order.participantId) ?? null,
        publishedAt: order.publishedAt.toISOString(),
      },
      abilities: {
        propose: mayAmend(seen.standing, seen),
        order: mayOrderAmendments(seen.standing, seen),
      },
    };
  }

  async show(reader: Reader, id: string): Promise<AmendmentView> {
    const em = this.db.manager;
    const amendment = await em.findOneBy(Amendment, { id });
    if (!amendment) throw refuse(KERNEL_ERRORS, 'object.missing');
    const seen = await this.proposals.see(reader, amendment.proposalId);
    if (!maySeeAmendment(seen.standing, amendment)) throw refuse(KERNEL_ERRORS, 'object.missing');
    const parent =
      amendment.parentId === null ? null : await em.findOneBy(Amendment, { id: amendment.parentId });
    const [names, texts] = await Promise.all([
      this.authors.of([amendment.authorId, amendment.decidedBy]),
      textsOfVersions(em, seen.proposal, [amendment.basedOn]),
    ]);
    const text = texts.get(amendment.basedOn) ?? [];
    const others = new Map(parent ? [[parent.id, parent]] : []);
    return present(seen, amendment, { names, base: shownBase(amendment, text, others) });
  }
}

/** An amendment of an amendment has nothing to stand on without that one. */
export const childrenOf = (all: readonly Amendment[]): [string, string][] =>
  all
    .filter(isBeforeTheForum)
    .flatMap(({ id, parentId }): [string, string][] => (parentId === null ? [] : [[id, parentId]]));

/** What an amendment is shown on. One of the second level that was decided may be on what its parent no longer says. */
function shownBase(...[amendment, text, others]: Parameters<typeof baseOf>): readonly Marked[] {
  try {
    return baseOf(amendment, text, others);
  } catch (error) {
    if (error instanceof RangeError) return text;
    throw error;
  }
}

function presentCollision(collision: Collision): CollisionView {
  return {
    paragraphId: collision.kind === 'words' ? collision.paragraph : collision.after,
    about: collision.kind,
    amendmentIds: collision.amendments,
  };
}

function present(
  seen: Seen,
  amendment: Amendment,
  { names, base }: { names: Names; base: readonly Marked[] },
): AmendmentView {
  const { standing } = seen;
  return {
    id: amendment.id,
    number: amendment.number,
    proposalId: amendment.proposalId,
    parentId: amendment.parentId,
    state: amendment.state,
    author: names.get(amendment.authorId) ?? null,
    reason: amendment.reason,
    basedOn: amendment.basedOn,
    changes: presentChanges(amendment.changes, base),
    conflicts: amendment.conflicts.map(presentConflict),
    modified: amendment.modified && presentChanges(amendment.modified, base),
    decision: amendment.decidedAt && {
      by: (amendment.decidedBy && names.get(amendment.decidedBy)) || null,
      reason: amendment.decisionReason,
      at: amendment.decidedAt.toISOString(),
    },
    version: amendment.version,
    abilities: {
      edit: mayEditAmendment(standing, seen, amendment),
      submit: mayMoveAmendment(standing, seen, amendment, 'submit'),
      withdraw: mayMoveAmendment(standing, seen, amendment, 'withdraw'),
      accept: mayMoveAmendment(standing, seen, amendment, 'accept'),
      reject: mayMoveAmendment(standing, seen, amendment, 'reject'),
      amend: mayAmendAmendment(standing, seen, amendment),
      putToVote: mayPutAmendmentToVote(standing, seen, amendment),
    },
  };
}
