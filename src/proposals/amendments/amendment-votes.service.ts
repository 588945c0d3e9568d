import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { refuse } from '../../kernel/errors.js';
import { accountOf, permit, type Reader } from '../../platform/http/reader.js';
import { consequences } from '../../text/collisions.js';
import type { CreatePoll } from '../../voting/polls.contract.js';
import { Polls } from '../../voting/polls.service.js';
import { ProposalAccess } from '../proposal-access.js';
import { childrenOf } from './amendment-list.js';
import { AmendmentOrder } from './amendment-order.entity.js';
import { amendmentsOf, presentText } from './amendment-texts.js';
import { mayOrderAmendments, mayPutAmendmentToVote } from './amendments.abilities.js';
import { AMENDMENT_ERRORS } from './amendments.contract.js';

/** Bringing amendments to the vote: in an order that everybody has read before, with what follows from each outcome. */
@Injectable()
export class AmendmentVotes {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalAccess,
    private readonly polls: Polls,
  ) {}

  /** Publishes the order. All that is open is in it, each once; what amends another comes before that. */
  publishOrder(reader: Reader, proposalId: string, amendmentIds: readonly string[]): Promise<void> {
    return this.proposals.change(reader, proposalId, null, async (held) => {
      const { em, proposal, standing } = held;
      permit(mayOrderAmendments(standing, held), reader);
      const all = [...(await amendmentsOf(em, proposalId)).values()];
      const open = all.filter((each) => mayPutAmendmentToVote(standing, held, each));
      if (!isOrderOf(open, amendmentIds)) throw refuse(AMENDMENT_ERRORS, 'amendment.order');
      const firsts = open.filter(({ parentId }) => parentId === null);
      const { excludes, depends } = consequences(await presentText(em, proposal), firsts);
      await em.upsert(
        AmendmentOrder,
        {
          proposalId,
          amendmentIds: [...amendmentIds],
          consequences: { excludes, depends: [...depends, ...childrenOf(all)] },
          participantId: standing.participant?.id as string,
          publishedAt: this.clock.now(),
        } as object,
        ['proposalId'],
      );
      return { event: 'proposal.edited' };
    });
  }

  /** Prepares a poll on each of the published order that is open, in that order: all or none. Answers their ids. */
  async prepareAll(
    reader: Reader,
    proposalId: string,
    { sessionId, terms }: Pick<CreatePoll, 'sessionId' | 'terms'>,
  ): Promise<string[]> {
    const made: string[] = [];
    await this.proposals.change(reader, proposalId, null, async (held) => {
      const { em, proposal, standing } = held;
      permit(mayOrderAmendments(standing, held), reader);
      const order = await em.findOneBy(AmendmentOrder, { proposalId });
      if (!order) throw refuse(AMENDMENT_ERRORS, 'amendment.order');
      const open = [...(await amendmentsOf(em, proposalId)).values()]
        .filter((each) => mayPutAmendmentToVote(standing, held, each))
        .map(({ id }) => id);
      if (open.some((id) => !order.amendmentIds.includes(id)))
        throw refuse(AMENDMENT_ERRORS, 'amendment.order');
      for (const id of order.amendmentIds.filter((each) => open.includes(each))) {
        const asked: CreatePoll = { sessionId, subject: { kind: 'amendment', id }, terms };
        made.push(await this.polls.prepareIn(em, proposal.forumId, asked, accountOf(reader).id));
      }
      return null;
    });
    return made;
  }
}

function isOrderOf(
  open: readonly { readonly id: string; readonly parentId: string | null }[],
  ids: readonly string[],
): boolean {
  const place = new Map(ids.map((id, at) => [id, at]));
  if (place.size !== ids.length || ids.length !== open.length) return false;
  return open.every(({ id, parentId }) => {
    const at = place.get(id);
    const parent = parentId === null ? undefined : place.get(parentId);
    return at !== undefined && (parent === undefined || at < parent);
  });
}
