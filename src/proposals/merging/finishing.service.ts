import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { seated } from '../../forum/forum-access.js';
import { Clock } from '../../kernel/clock.js';
import { refuse } from '../../kernel/errors.js';
import { accountOf, permit, type Reader } from '../../platform/http/reader.js';
import { Amending, takenInto } from '../amendments/amending.js';
import type { Amendment } from '../amendments/amendment.entity.js';
import type { By } from '../amendments/amendment-moves.js';
import { AMENDMENT_ERRORS } from '../amendments/amendments.contract.js';
import { Proposal } from '../proposal.entity.js';
import { type HeldProposal, ProposalAccess } from '../proposal-access.js';
import type { StoredTrace } from '../proposal-version.entity.js';
import { PROPOSAL_ERRORS } from '../proposals.contract.js';
import { standingText } from './chosen-text.js';
import { changesTaken } from './fates.js';
import { fateIn, type MergeDesk, mergeDesk, problemsIn, rejectionOf, undecided } from './merge-desk.js';
import { mayMergeAtAll } from './merging.abilities.js';
import { type FinishMerge, MERGING_ERRORS } from './merging.contract.js';
import { heldMerging, inTime, Mergings } from './merging.service.js';

/** Finishing a merge: what was chosen becomes the next version, and every amendment gets its fate, or nothing happens. */
@Injectable()
export class FinishingMerges {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalAccess,
    private readonly mergings: Mergings,
    private readonly amending: Amending,
  ) {}

  /** Answers the number of the version that was made; null where amendments were rejected only. */
  async finish(
    reader: Reader,
    proposalId: string,
    { version, basedOn, reason }: FinishMerge,
  ): Promise<number | null> {
    let made: number | null = null;
    await this.proposals.change(reader, proposalId, null, async (held) => {
      const { em, proposal, standing } = held;
      permit(mayMergeAtAll(standing, held), reader);
      inTime(held);
      const merging = await heldMerging(em, proposalId);
      if (merging.version !== version || proposal.versions !== basedOn)
        throw refuse(MERGING_ERRORS, 'merge.moved');
      const desk = await mergeDesk(em, proposal, merging);
      if (problemsIn(desk).length > 0) throw refuse(MERGING_ERRORS, 'merge.unsettled');
      made = await this.decide(held, desk, reason);
      await this.mergings.end(em, held, merging, 'finish', reader, { version: made });
      return null;
    });
    return made;
  }

  private async decide(held: HeldProposal, desk: MergeDesk, reason?: string): Promise<number | null> {
    const { em, proposal, standing, reader } = held;
    const by: By = { actorId: accountOf(reader).id, participantId: seated(standing).participant.id };
    const after = standingText(desk.result);
    const changed = desk.result.some(({ fate }) => fate !== 'kept');
    if (after.length === 0) throw refuse(PROPOSAL_ERRORS, 'proposal.empty');
    const open = undecided(desk);
    if (changed && open.some(({ state }) => state === 'voted'))
      throw refuse(AMENDMENT_ERRORS, 'amendment.open');
    const decided = await this.move(em, desk, open, { ...by, reason });
    if (!changed && decided.size === 0) throw refuse(MERGING_ERRORS, 'merge.nothing');
    if (changed) {
      const { amendments: all, text: before } = desk;
      await this.amending.merge(em, proposal, { all, before, after, traces: tracesOf(desk), decided, by });
    } else
      for (const id of decided) await this.amending.fallWith(em, desk.amendments.get(id) as Amendment, by);
    const now = this.clock.now();
    await em.update(Proposal, { id: proposal.id }, { version: proposal.version + 1, activeAt: now });
    await this.proposals.tell(em, proposal, 'proposal.edited', by.actorId);
    return changed ? proposal.versions : null;
  }

  /** Accepts and rejects. What amends those and what stays open follows the text. */
  private async move(
    em: EntityManager,
    desk: MergeDesk,
    open: readonly Amendment[],
    by: By,
  ): Promise<ReadonlySet<string>> {
    const decided = new Set<string>();
    for (const amendment of open) {
      const fate = fateIn(desk, amendment);
      if (fate === 'open' || fate === 'fallen') continue;
      decided.add(amendment.id);
      if (fate === 'rejected') {
        const reason = rejectionOf(desk, amendment.id)?.reason;
        await this.amending.take(em, amendment, 'reject', { ...by, reason });
        continue;
      }
      const modified =
        fate === 'modified' ? changesTaken(desk.text, desk.laid, amendment, desk.choices) : null;
      await this.amending.take(em, amendment, 'accept', by, modified ? { modified } : {});
    }
    return decided;
  }
}

/** Edit by edit whose they are, those of amendments of amendments with them. */
function tracesOf({ result, amendments }: MergeDesk): StoredTrace[] {
  const withChildren = (by: readonly string[]): string[] => [...by, ...takenInto(amendments, by)];
  return result.flatMap(({ id, fate, by, edits }) =>
    fate === 'kept'
      ? []
      : [
          {
            paragraphId: id,
            amendmentIds: withChildren(by),
            ...(edits.length > 0 && { edits: edits.map((edit) => ({ ...edit, by: withChildren(edit.by) })) }),
          },
        ],
  );
}
