import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import { Topic } from '../forum/topic.entity.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import type { PartlyLocalized } from '../kernel/localized.js';
import type { Reader } from '../platform/http/reader.js';
import { type AddSource, APPEAL_ERRORS, type UpdateClause, type WriteClause } from './appeal.contract.js';
import type { Appeal } from './appeal.entity.js';
import { AppealEdits } from './appeal-edits.js';
import { Clause } from './clause.entity.js';
import { arrange, place } from './clause-order.js';
import type { Texts } from './compile/draft.js';
import { findQuote } from './contributions.js';
import { useOf } from './quotes.js';
import { Source } from './source.entity.js';

/** Editing a draft clause by clause. */
@Injectable()
export class Clauses {
  constructor(private readonly edits: AppealEdits) {}

  add(reader: Reader, appealId: string, { position, ...wanted }: WriteClause): Promise<void> {
    return this.edits.edit(reader, appealId, 'clause.edited', async (em, appeal) => {
      const clause: Clause = {
        id: newId(),
        appealId,
        kind: wanted.kind,
        topicId: wanted.topicId ?? null,
        position: -1,
        lang: wanted.lang,
        texts: merged({}, wanted.texts),
        editorial: wanted.editorial ?? null,
        score: null,
        version: 1,
      };
      await save(em, appeal, clause, position ?? null);
    });
  }

  change(
    reader: Reader,
    appealId: string,
    id: string,
    { version, position, ...change }: UpdateClause,
  ): Promise<void> {
    return this.edits.edit(reader, appealId, 'clause.edited', async (em, appeal) => {
      const clause = await clauseOf(em, appealId, id);
      if (clause.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      const changed = { ...clause, ...given(clause, change), version: version + 1 };
      const moves = changed.kind !== clause.kind || changed.topicId !== clause.topicId;
      await save(em, appeal, changed, position ?? (moves ? null : clause.position));
      await settleUses(em, changed);
    });
  }

  remove(reader: Reader, appealId: string, id: string): Promise<void> {
    return this.edits.edit(reader, appealId, 'clause.edited', async (em) => {
      const clause = await clauseOf(em, appealId, id);
      await em.delete(Clause, { id: clause.id });
      const rest = await em.find(Clause, { where: { appealId }, order: { position: 'ASC' } });
      await number(em, rest);
    });
  }

  /** Links a clause to a contribution by words that stand in it to the letter. */
  addSource(
    reader: Reader,
    appealId: string,
    clauseId: string,
    { contribution, quote, use }: AddSource,
  ): Promise<void> {
    return this.edits.edit(reader, appealId, 'clause.edited', async (em, appeal) => {
      const clause = await clauseOf(em, appealId, clauseId);
      const lang = await findQuote(em, appeal.forumId, contribution, quote);
      if (!lang) throw refuse(APPEAL_ERRORS, 'source.not-found');
      const last = await em.maximum(Source, 'position', { clauseId });
      await em.insert(Source, {
        id: newId(),
        clauseId,
        position: (last ?? -1) + 1,
        contributionKind: contribution.kind,
        contributionId: contribution.id,
        lang,
        quote,
        use: useOf({ lang, quote, use }, clause.texts),
      });
      await em.update(Clause, { id: clauseId }, { version: clause.version + 1 });
    });
  }

  removeSource(reader: Reader, appealId: string, clauseId: string, id: string): Promise<void> {
    return this.edits.edit(reader, appealId, 'clause.edited', async (em) => {
      const clause = await clauseOf(em, appealId, clauseId);
      const { affected } = await em.delete(Source, { id, clauseId });
      if (!affected) throw refuse(KERNEL_ERRORS, 'object.missing');
      await em.update(Clause, { id: clauseId }, { version: clause.version + 1 });
    });
  }
}

/** What was sent: a field left out of the request is there as `undefined`. Languages that were not sent stay. */
function given({ texts }: Clause, change: Omit<UpdateClause, 'version' | 'position'>): Partial<Clause> {
  const sent = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return change.texts ? { ...sent, texts: merged(texts, change.texts) } : sent;
}

/** An empty text takes the language away. */
function merged(before: Texts, texts: PartlyLocalized): Texts {
  const sent = Object.entries(texts).filter(([, text]) => text !== undefined);
  return Object.fromEntries(
    Object.entries({ ...before, ...Object.fromEntries(sent) }).filter(([, text]) => text),
  );
}

async function clauseOf(em: EntityManager, appealId: string, id: string): Promise<Clause> {
  const clause = await em.findOneBy(Clause, { id, appealId });
  if (!clause) throw refuse(KERNEL_ERRORS, 'object.missing');
  return clause;
}

async function save(em: EntityManager, appeal: Appeal, clause: Clause, at: number | null): Promise<void> {
  const topics = await em.find(Topic, { where: { forumId: appeal.forumId }, order: { position: 'ASC' } });
  const topicIds = topics.map(({ id }) => id);
  if (clause.topicId !== null && !topicIds.includes(clause.topicId))
    throw refuse(KERNEL_ERRORS, 'object.missing');
  const others = await em.findBy(Clause, { appealId: appeal.id, id: Not(clause.id) });
  const ordered = place(others, clause, at, topicIds);
  await em.save(Clause, ordered.find(({ id }) => id === clause.id) as Clause);
  await number(em, arrange(ordered, topicIds));
}

/** Writes the places of all clauses at once; the constraint on them is looked at when the transaction ends. */
async function number(em: EntityManager, ordered: readonly Clause[]): Promise<void> {
  await em.query(
    `UPDATE clause c SET position = o.position - 1
       FROM unnest($1::uuid[]) WITH ORDINALITY AS o (id, position) WHERE c.id = o.id`,
    [ordered.map(({ id }) => id)],
  );
}

async function settleUses(em: EntityManager, { id, texts }: Clause): Promise<void> {
  for (const source of await em.findBy(Source, { clauseId: id })) {
    const use = useOf(source, texts);
    if (use !== source.use) await em.update(Source, { id: source.id }, { use });
  }
}
