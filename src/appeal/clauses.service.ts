import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Topic } from '../forum/topic.entity.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { LANGS } from '../kernel/localized.js';
import type { Reader } from '../platform/http/reader.js';
import {
  insertClause,
  orderClauses,
  removeClause,
  setAttributes,
  writeText,
} from '../text/clause-document/clause-edits.js';
import { SOURCES } from '../text/clause-document/clause-nodes.js';
import { type AddSource, APPEAL_ERRORS, type UpdateClause, type WriteClause } from './appeal.contract.js';
import type { Appeal } from './appeal.entity.js';
import { AppealEdits } from './appeal-edits.js';
import { Clause } from './clause.entity.js';
import { place } from './clause-order.js';
import { findQuote } from './contributions.js';
import { sourceIdOf } from './document/clause-rows.js';
import { Documents, type HeldDocument } from './document/documents.service.js';
import type { KeptSource, ProjectedClause } from './document/projection.js';
import { attributesFor } from './document/seed.js';

/** Editing a draft clause by clause. Each edit goes through the shared text, and so onto the screens of all who write in it. */
@Injectable()
export class Clauses {
  constructor(
    private readonly edits: AppealEdits,
    private readonly documents: Documents,
  ) {}

  add(reader: Reader, appealId: string, { position, ...wanted }: WriteClause): Promise<void> {
    return this.edit(reader, appealId, async (em, appeal, { doc, clauses }) => {
      const { kind, lang, topicId = null, editorial = null } = wanted;
      const clause = { id: newId(), kind, topicId, lang, editorial, position: -1 };
      const last = clauses.at(-1)?.id ?? null;
      insertClause(doc, attributesFor(clause, []), withoutBlank(wanted.texts), last);
      orderClauses(doc, await orderWith(em, appeal, clauses, clause, position ?? null));
      return clause.id;
    });
  }

  change(
    reader: Reader,
    appealId: string,
    id: string,
    { version, position, texts, ...change }: UpdateClause,
  ): Promise<void> {
    return this.edit(reader, appealId, async (em, appeal, { doc, clauses }) => {
      const clause = await clauseOf(em, appealId, id);
      if (clause.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      const changed = { ...clause, ...sentOf(change) };
      const { kind, topic, lang, editorial } = attributesFor(changed, []);
      setAttributes(doc, id, { kind, topic, lang, editorial });
      for (const each of LANGS) if (texts?.[each] !== undefined) writeText(doc, each, id, texts[each]);
      const moves = changed.kind !== clause.kind || changed.topicId !== clause.topicId;
      const at = position ?? (moves ? null : clause.position);
      orderClauses(doc, await orderWith(em, appeal, clauses, changed, at));
      return id;
    });
  }

  remove(reader: Reader, appealId: string, id: string): Promise<void> {
    return this.edit(reader, appealId, async (em, _, { doc }) => {
      await clauseOf(em, appealId, id);
      removeClause(doc, id);
      return null;
    });
  }

  /** Links a clause to a contribution by words that stand in it to the letter. */
  addSource(
    reader: Reader,
    appealId: string,
    clauseId: string,
    { contribution, quote, use }: AddSource,
  ): Promise<void> {
    return this.edit(reader, appealId, async (em, appeal, { doc, clauses }) => {
      const clause = projectedOf(clauses, clauseId);
      const lang = await findQuote(em, appeal.forumId, contribution, quote);
      if (!lang) throw refuse(APPEAL_ERRORS, 'source.not-found');
      const { kind: contributionKind, id: contributionId } = contribution;
      const key = newId();
      const kept: KeptSource = { clauseId, contributionKind, contributionId, lang, quote, use };
      doc.transact(() => {
        doc.getMap<KeptSource>(SOURCES).set(key, kept);
        const keys = [...clause.sources.map((source) => source.key), key];
        setAttributes(doc, clauseId, { sources: keys.join(' ') });
      });
      return clauseId;
    });
  }

  removeSource(reader: Reader, appealId: string, clauseId: string, id: string): Promise<void> {
    return this.edit(reader, appealId, async (_em, _appeal, { doc, clauses }) => {
      const { sources } = projectedOf(clauses, clauseId);
      const rest = sources.filter((source) => sourceIdOf(clauseId, source) !== id);
      if (rest.length === sources.length) throw refuse(KERNEL_ERRORS, 'object.missing');
      setAttributes(doc, clauseId, { sources: rest.map(({ key }) => key).join(' ') });
      return clauseId;
    });
  }

  /** `work` writes into the text and answers the id of the clause that it changed, if it is still there. */
  private edit(
    reader: Reader,
    appealId: string,
    work: (em: EntityManager, appeal: Appeal, held: HeldDocument) => Promise<string | null>,
  ): Promise<void> {
    return this.edits.edit(reader, appealId, 'clause.edited', async (em, appeal, { participant }) => {
      await this.documents.change(em, appeal, participant.id, async (held) => {
        const id = await work(em, appeal, held);
        return id === null ? undefined : new Set([id]);
      });
      return undefined;
    });
  }
}

/** A field left out of the request is there as `undefined`. */
function sentOf<T extends object>(change: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never;
}

const withoutBlank = (texts: WriteClause['texts']): WriteClause['texts'] =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text));

async function clauseOf(em: EntityManager, appealId: string, id: string): Promise<Clause> {
  const clause = await em.findOneBy(Clause, { id, appealId });
  if (!clause) throw refuse(KERNEL_ERRORS, 'object.missing');
  return clause;
}

function projectedOf(clauses: readonly ProjectedClause[], id: string): ProjectedClause {
  const clause = clauses.find((each) => each.id === id);
  if (!clause) throw refuse(KERNEL_ERRORS, 'object.missing');
  return clause;
}

/** The ids of all clauses with this one at a place (from 0; null: behind all of its section). */
async function orderWith(
  em: EntityManager,
  appeal: Appeal,
  clauses: readonly ProjectedClause[],
  clause: Pick<Clause, 'id' | 'kind' | 'topicId'>,
  at: number | null,
): Promise<string[]> {
  const topics = await em.find(Topic, { where: { forumId: appeal.forumId }, order: { position: 'ASC' } });
  const topicIds = topics.map(({ id }) => id);
  if (clause.topicId !== null && !topicIds.includes(clause.topicId))
    throw refuse(KERNEL_ERRORS, 'object.missing');
  const placed = clauses.map(({ id, kind, topicId }, position) => ({ id, kind, topicId, position }));
  const others = placed.filter(({ id }) => id !== clause.id);
  const { id, kind, topicId } = clause;
  return place(others, { id, kind, topicId, position: -1 }, at, topicIds).map((each) => each.id);
}
