import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Authors } from '../../forum/authors.js';
import { permit, type Reader } from '../../platform/http/reader.js';
import { ProposalAccess, type Seen } from '../proposal-access.js';
import { presentAmendment, presentChoice, presentSpot } from './merge.presenter.js';
import { type MergeDesk, mergeDesk, openMerging, problemsIn, undecided } from './merge-desk.js';
import { mayChoose, mayMerge, mayMergeAtAll } from './merging.abilities.js';
import type { MergeView, MergingAbilities } from './merging.contract.js';

/** A proposal with all that is wanted of its text, spot by spot, and what was chosen: a fixed number of queries. */
@Injectable()
export class MergeViews {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: ProposalAccess,
    private readonly authors: Authors,
  ) {}

  /** For those who may merge; `auth.forbidden` for others: what is chosen is nobody else's before it is a version. */
  async show(reader: Reader, proposalId: string): Promise<MergeView> {
    const seen = await this.proposals.see(reader, proposalId);
    permit(mayMergeAtAll(seen.standing, seen), reader);
    const em = this.db.manager;
    const desk = await mergeDesk(em, seen.proposal, await openMerging(em, proposalId));
    const { merging, standing } = desk;
    const open = undecided(desk);
    const names = await this.authors.of([
      merging?.begunBy ?? null,
      ...open.map(({ authorId }) => authorId),
      ...[...standing.values()].map(({ participantId }) => participantId),
    ]);
    const shown = [...desk.spots].filter(([, { next, names: there }]) => next === null || there.length > 0);
    const disputed = shown.filter(([, { names: there }]) => there.length > 0);
    return {
      proposalId,
      basedOn: seen.proposal.versions,
      lang: seen.proposal.lang,
      merging: merging && {
        id: merging.id,
        version: merging.version,
        by: names.get(merging.begunBy) ?? null,
        at: merging.begunAt.toISOString(),
      },
      spots: shown.map(([spot, facts]) => presentSpot(desk, spot, facts, names)),
      amendments: open.map((each) => presentAmendment(desk, each, names)),
      lost: lostIn(desk).map((row) => presentChoice(row, desk, names)),
      problems: problemsIn(desk),
      decided: {
        done: disputed.filter(([spot]) => desk.choices.has(spot)).length,
        of: disputed.length,
      },
      abilities: abilitiesOf(seen, merging !== null),
    };
  }
}

/** Standing choices that can be shown nowhere else: their spot is gone, nobody wants anything there, or the amendment is decided. */
function lostIn(desk: MergeDesk) {
  const shown = new Set(undecided(desk).map(({ id }) => `amendment ${id}`));
  return [...desk.standing.values()].filter(({ spot, kind }) => {
    if (kind === 'reject') return !shown.has(spot);
    const facts = desk.spots.get(spot as never);
    return !facts || (facts.next !== null && facts.names.length === 0);
  });
}

function abilitiesOf(seen: Seen, isOpen: boolean): MergingAbilities {
  const may = mayMerge(seen.standing, seen);
  return {
    begin: may && !isOpen,
    choose: may && isOpen,
    reject: may && isOpen && mayChoose(seen.standing, seen, 'reject'),
    finish: may && isOpen,
  };
}
