import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import type { Reader } from '../platform/http/reader.js';
import { APPEAL_ERRORS, type DecideSuggestion } from './appeal.contract.js';
import { AppealEdits } from './appeal-edits.js';
import { CompiledClause } from './compiled-clause.entity.js';
import { Documents } from './document/documents.service.js';
import { readDraft, writeDraft } from './draft-rows.js';
import { type Decided, decide } from './recompile/decide.js';
import { type NamedClause, placed } from './recompile/recompile.js';
import { Suggestion } from './suggestion.entity.js';

/** What a new compile would do to clauses that people have worked on, decided one by one. */
@Injectable()
export class Suggestions {
  constructor(
    private readonly edits: AppealEdits,
    private readonly clock: Clock,
    private readonly documents: Documents,
  ) {}

  /**
   * Decides one. Of two who decide at once the second is told (`suggestion.decided`), and so is who decides on a
   * clause that was edited since (`object.changed`), or asks for both changes of the same words (`suggestion.apart`).
   */
  decide(
    reader: Reader,
    appealId: string,
    id: string,
    { decision, version }: DecideSuggestion,
  ): Promise<void> {
    return this.edits.edit(reader, appealId, 'suggestion.decided', async (em, appeal, { participant }) => {
      await this.documents.settle(em, appeal);
      const { clauseId, theirs } = await openSuggestion(em, appealId, id);
      const { content: base } = await em.findOneByOrFail(CompiledClause, { appealId, clauseId });
      const today = await readDraft(em, appealId);
      const row = today.find((each) => each.id === clauseId) ?? null;
      if ((row?.version ?? null) !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      const outcome = decide({ base, ours: row?.clause ?? null, theirs }, decision);
      if (!outcome) throw refuse(APPEAL_ERRORS, 'suggestion.apart');
      await writeDraft(em, appeal, today, await decidedDraft(em, appealId, today, clauseId, outcome));
      await this.documents.followRows(em, appeal, participant.id);
      await remember(em, appealId, clauseId, outcome);
      const by = { decision, decidedById: participant.id, decidedAt: this.clock.now() };
      await em.update(Suggestion, { id }, by);
      return {};
    });
  }
}

async function openSuggestion(em: EntityManager, appealId: string, id: string): Promise<Suggestion> {
  const suggestion = await em.findOneBy(Suggestion, { id, appealId });
  if (!suggestion) throw refuse(KERNEL_ERRORS, 'object.missing');
  if (suggestion.decision !== null) throw refuse(APPEAL_ERRORS, 'suggestion.decided');
  return suggestion;
}

/** A clause that comes back stands where the compile has it. */
async function decidedDraft(
  em: EntityManager,
  appealId: string,
  today: readonly NamedClause[],
  id: string,
  { clause }: Decided,
): Promise<NamedClause[]> {
  if (!clause) return today.filter((each) => each.id !== id);
  if (today.some((each) => each.id === id))
    return today.map((each) => (each.id === id ? { id, clause } : each));
  const order = await em.find(CompiledClause, { where: { appealId }, order: { position: 'ASC' } });
  return placed(
    today,
    { id, clause },
    order.map(({ clauseId }) => clauseId),
  );
}

async function remember(
  em: EntityManager,
  appealId: string,
  clauseId: string,
  { compiled }: Decided,
): Promise<void> {
  if (!compiled) await em.delete(CompiledClause, { appealId, clauseId });
  else
    await em.update(
      CompiledClause,
      { appealId, clauseId },
      { content: compiled.clause, gone: compiled.gone },
    );
}
