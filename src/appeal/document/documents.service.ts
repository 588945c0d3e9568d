import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import * as Y from 'yjs';
import { Topic } from '../../forum/topic.entity.js';
import { newId } from '../../kernel/ids.js';
import { Appeal } from '../appeal.entity.js';
import { EDITABLE } from '../appeal.states.js';
import { AppealEdits } from '../appeal-edits.js';
import { writeClauses } from './clause-rows.js';
import { DocumentStore, type StoredDocument } from './document-store.js';
import { type ProjectedClause, project, setRight } from './projection.js';
import { restoreClauses } from './restore-clauses.js';
import { readProjected } from './rows-of-text.js';

/** Updates, or bytes of them, that are gathered into one state. */
const GATHER = { updates: 200, bytes: 512 * 1024 };

/** A document within a transaction that holds its appeal's row alone. */
export interface HeldDocument {
  readonly doc: Y.Doc;
  readonly clauses: readonly ProjectedClause[];
}

/** A change to the text: writes into the document, and may name clauses that count as changed whatever it wrote. */
export type DocumentEdit = (
  held: HeldDocument,
) => ReadonlySet<string> | undefined | Promise<ReadonlySet<string> | undefined>;

const NONE: ReadonlySet<string> = new Set();

/**
 * The one truth of a draft's text is its shared document; the rows of clauses and sources follow it. Whatever changes a
 * draft otherwise (REST, restoring a version, compiling again) writes through here, in its own transaction.
 */
@Injectable()
export class Documents {
  constructor(
    private readonly db: DataSource,
    private readonly store: DocumentStore,
    private readonly edits: AppealEdits,
  ) {}

  /**
   * Lets the rows follow the text, then makes a change in it, and lets them follow again. `em` holds the appeal's row
   * alone, and whoever calls raises its version. Nobody who writes at the moment loses a word.
   * Answers the clauses as they then stand.
   */
  async change(
    em: EntityManager,
    appeal: Appeal,
    participantId: string | null,
    edit: DocumentEdit,
  ): Promise<readonly ProjectedClause[]> {
    const stored = await this.store.readOrMake(em, appeal.id);
    const held = await this.follow(em, appeal, stored, NONE);
    let touched: ReadonlySet<string> = NONE;
    await this.write(em, appeal.id, stored, participantId, async () => {
      touched = (await edit(held)) ?? NONE;
    });
    return (await this.follow(em, appeal, stored, touched)).clauses;
  }

  /** Lets the rows follow the text, as far as it was written. Answers whether anything differed. */
  async settle(em: EntityManager, appeal: Appeal): Promise<boolean> {
    const stored = await this.store.read(em, appeal.id);
    if (!stored || stored.settledSeq === stored.seq) return false;
    return (await this.follow(em, appeal, stored, NONE)).differed;
  }

  /**
   * The other way round, for what makes clauses anew as rows (a compile, a suggestion that was decided): brings the text
   * to what the rows say, clause by clause, so that whoever has it open goes on in it. The rows had followed before.
   */
  async followRows(em: EntityManager, appeal: Appeal, participantId: string | null): Promise<void> {
    const stored = await this.store.read(em, appeal.id);
    if (!stored) return;
    const clauses = await readProjected(em, appeal.id, stored.doc);
    await this.write(em, appeal.id, stored, participantId, () =>
      restoreClauses(stored.doc, appeal.lang, clauses),
    );
    await this.follow(em, appeal, stored, NONE);
  }

  /** `settle` by itself, for those who write without saving: at most one such transaction at a time for an appeal. */
  settleNow(appealId: string): Promise<void> {
    return this.db.transaction(async (em) => {
      const appeal = await em.findOne(Appeal, {
        where: { id: appealId, state: In(EDITABLE) },
        // Against other edits; those who write go on meanwhile, behind the place up to which this reads.
        lock: { mode: 'for_no_key_update' },
      });
      if (!appeal) return;
      // Asked for first: what follows may gather the updates into one state.
      const author = await lastAuthor(em, appealId);
      if (await this.settle(em, appeal)) await this.edits.save(em, appeal, {}, 'clause.edited', author);
    });
  }

  /** Appeals whose text has gone on since their rows last followed it: what a killed process left behind. */
  async unsettled(): Promise<string[]> {
    const rows: { appeal_id: string }[] = await this.db.query(
      'SELECT appeal_id FROM document WHERE settled_seq < seq',
    );
    return rows.map(({ appeal_id }) => appeal_id);
  }

  private async follow(
    em: EntityManager,
    appeal: Appeal,
    stored: Mutable<StoredDocument>,
    touched: ReadonlySet<string>,
  ): Promise<HeldDocument & { differed: boolean }> {
    const topics = await em.find(Topic, { where: { forumId: appeal.forumId }, order: { position: 'ASC' } });
    const topicIds = topics.map(({ id }) => id);
    const { doc } = stored;
    await this.write(em, appeal.id, stored, null, () => setRight(doc, appeal.lang, topicIds, newId));
    const clauses = project(doc, appeal.lang, topicIds);
    const differed = await writeClauses(em, appeal.id, clauses, touched);
    await this.store.noteSettled(em, appeal.id, stored.seq);
    stored.settledSeq = stored.seq;
    if (
      stored.seq - stored.snapshotSeq >= GATHER.updates ||
      stored.size >= GATHER.bytes + stored.snapshotSize
    ) {
      await this.store.compact(em, appeal.id, doc, stored.seq);
      stored.snapshotSeq = stored.seq;
    }
    return { doc, clauses, differed };
  }

  /** Runs `work` on the document and stores what it wrote, if anything, as one update of a device of its own. */
  private async write(
    em: EntityManager,
    appealId: string,
    stored: Mutable<StoredDocument>,
    participantId: string | null,
    work: () => void | Promise<void>,
  ): Promise<void> {
    const { doc } = stored;
    const updates: Uint8Array[] = [];
    const note = (update: Uint8Array): void => void updates.push(update);
    doc.clientID = randomInt(2 ** 32 - 1);
    doc.on('update', note);
    await work();
    doc.off('update', note);
    if (updates.length === 0) return;
    const bytes = Y.mergeUpdates(updates);
    await this.store.own(em, appealId, [{ client: doc.clientID, participantId }]);
    const seq = await this.store.append(em, appealId, stored.epoch, [
      { participantId, bytes, clients: [doc.clientID] },
    ]);
    // Others may have come in between: this document does not hold what they wrote.
    if (seq === stored.seq + 1) stored.seq = seq;
    stored.size += bytes.length;
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

async function lastAuthor(em: EntityManager, appealId: string): Promise<string | null> {
  const [row]: { account_id: string }[] = await em.query(
    `SELECT p.account_id FROM document_update u JOIN participant p ON p.id = u.participant_id
      WHERE u.appeal_id = $1 ORDER BY u.seq DESC LIMIT 1`,
    [appealId],
  );
  return row?.account_id ?? null;
}
