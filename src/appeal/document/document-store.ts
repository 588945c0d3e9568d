import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import * as Y from 'yjs';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { openParts } from '../../text/clause-document/clause-nodes.js';
import { Clause } from '../clause.entity.js';
import { Source } from '../source.entity.js';
import { seedOf } from './seed.js';

/** An update as it is stored; `clients` are the devices whose work is in it. */
export interface NewUpdate {
  readonly participantId: string | null;
  readonly bytes: Uint8Array;
  readonly clients: readonly number[];
}

/** Who writes as a Yjs client id; null is the house. */
export interface Device {
  readonly client: number;
  readonly participantId: string | null;
}

export interface PlacedUpdate {
  readonly seq: number;
  readonly participantId: string | null;
  readonly bytes: Uint8Array;
}

/** A document as it is read from the database, with the place of the last update in it. */
export interface StoredDocument {
  readonly epoch: string;
  readonly doc: Y.Doc;
  readonly seq: number;
  readonly settledSeq: number;
  readonly snapshotSeq: number;
  /** Bytes of all that is stored of it, and of the state that its updates were last gathered into. */
  readonly size: number;
  readonly snapshotSize: number;
}

/** NOTIFY on it names an appeal whose text has gone on: `<appeal id> <seq>`. */
export const DOCUMENT_SIGNAL = 'nidaa_document';

interface Row {
  epoch: string;
  snapshot: Buffer;
  seq: string;
  settled_seq: string;
  snapshot_seq: string;
  updates: Buffer[];
}

/** The rows of the shared text. Whoever appends holds the appeal's row, in share or alone. */
@Injectable()
export class DocumentStore {
  constructor(private readonly clock: Clock) {}

  /** Reads a document; null where none was made yet. */
  async read(em: EntityManager, appealId: string): Promise<StoredDocument | null> {
    // One statement: between two, the updates could be gathered into a snapshot that was read before.
    const [row]: Row[] = await em.query(
      `SELECT d.epoch, d.snapshot, d.seq, d.settled_seq, d.snapshot_seq,
              array(SELECT u.bytes FROM document_update u WHERE u.appeal_id = d.appeal_id ORDER BY u.seq) AS updates
         FROM document d WHERE d.appeal_id = $1`,
      [appealId],
    );
    if (!row) return null;
    const doc = openParts(new Y.Doc());
    doc.transact(() => {
      Y.applyUpdate(doc, row.snapshot);
      for (const bytes of row.updates) Y.applyUpdate(doc, bytes);
    });
    return {
      epoch: row.epoch,
      doc,
      seq: Number(row.seq),
      settledSeq: Number(row.settled_seq),
      snapshotSeq: Number(row.snapshot_seq),
      size: row.updates.reduce((sum, { length }) => sum + length, row.snapshot.length),
      snapshotSize: row.snapshot.length,
    };
  }

  /** Reads a document, and makes it of the clauses where there is none. The appeal's row is held alone. */
  async readOrMake(em: EntityManager, appealId: string): Promise<StoredDocument> {
    const known = await this.read(em, appealId);
    if (known) return known;
    const clauses = await em.find(Clause, { where: { appealId }, order: { position: 'ASC' } });
    const sources: Source[] = await em
      .createQueryBuilder(Source, 's')
      .innerJoin(Clause, 'c', 'c.id = s.clauseId')
      .where('c.appealId = :appealId', { appealId })
      .getMany();
    const doc = seedOf(clauses, sources);
    const snapshot = Buffer.from(Y.encodeStateAsUpdate(doc));
    const epoch = newId();
    await em.query('INSERT INTO document (appeal_id, epoch, snapshot) VALUES ($1, $2, $3)', [
      appealId,
      epoch,
      snapshot,
    ]);
    await this.own(em, appealId, [{ client: doc.clientID, participantId: null }]);
    return {
      epoch,
      doc,
      seq: 0,
      settledSeq: 0,
      snapshotSeq: 0,
      size: snapshot.length,
      snapshotSize: snapshot.length,
    };
  }

  /** Where a document stands, without reading it. */
  async place(
    em: EntityManager,
    appealId: string,
  ): Promise<{ epoch: string; seq: number; snapshotSeq: number } | null> {
    const [row]: Row[] = await em.query(
      'SELECT epoch, seq, snapshot_seq FROM document WHERE appeal_id = $1',
      [appealId],
    );
    return row ? { epoch: row.epoch, seq: Number(row.seq), snapshotSeq: Number(row.snapshot_seq) } : null;
  }

  /** The updates behind a place, in order. */
  async after(em: EntityManager, appealId: string, seq: number): Promise<PlacedUpdate[]> {
    const rows: { seq: string; participant_id: string | null; bytes: Buffer }[] = await em.query(
      'SELECT seq, participant_id, bytes FROM document_update WHERE appeal_id = $1 AND seq > $2 ORDER BY seq',
      [appealId, seq],
    );
    return rows.map(({ seq, participant_id, bytes }) => ({
      seq: Number(seq),
      participantId: participant_id,
      bytes,
    }));
  }

  /** Whose devices have written in it: participant by client id, null for the house. */
  async writers(em: EntityManager, appealId: string): Promise<Map<number, string | null>> {
    const rows: { client: string; participant_id: string | null }[] = await em.query(
      'SELECT client, participant_id FROM document_writer WHERE appeal_id = $1',
      [appealId],
    );
    return new Map(rows.map(({ client, participant_id }) => [Number(client), participant_id]));
  }

  /**
   * Gives updates the next places and stores them. Answers the place of the first; null if the document is no longer
   * of this epoch.
   */
  async append(
    em: EntityManager,
    appealId: string,
    epoch: string,
    updates: readonly NewUpdate[],
  ): Promise<number | null> {
    const [placed]: { last: string }[] = await em.query(
      `WITH place AS (
         UPDATE document SET seq = seq + $3 WHERE appeal_id = $1 AND epoch = $2 RETURNING seq
       ), stored AS (
         INSERT INTO document_update (appeal_id, seq, participant_id, bytes, at)
         SELECT $1, place.seq - $3 + u.n, u.participant_id, u.bytes, $6
           FROM place, unnest($4::uuid[], $5::bytea[]) WITH ORDINALITY AS u (participant_id, bytes, n)
       )
       SELECT seq AS last, pg_notify($7, $1::text || ' ' || seq) FROM place`,
      [
        appealId,
        epoch,
        updates.length,
        updates.map(({ participantId }) => participantId),
        updates.map(({ bytes }) => Buffer.from(bytes)),
        this.clock.now(),
        DOCUMENT_SIGNAL,
      ],
    );
    return placed ? Number(placed.last) - updates.length + 1 : null;
  }

  /** Notes whose devices these are; the first to write as one keeps it. Answers whether all are theirs. */
  async own(em: EntityManager, appealId: string, devices: readonly Device[]): Promise<boolean> {
    if (devices.length === 0) return true;
    const owned: unknown[] = await em.query(
      `INSERT INTO document_writer AS known (appeal_id, client, participant_id, at)
       SELECT $1, w.client, w.participant_id, $4
         FROM unnest($2::bigint[], $3::uuid[]) AS w (client, participant_id)
       ON CONFLICT (appeal_id, client) DO UPDATE SET at = known.at
         WHERE known.participant_id IS NOT DISTINCT FROM excluded.participant_id
       RETURNING client`,
      [
        appealId,
        devices.map(({ client }) => client),
        devices.map(({ participantId }) => participantId),
        this.clock.now(),
      ],
    );
    return owned.length === devices.length;
  }

  async noteSettled(em: EntityManager, appealId: string, seq: number): Promise<void> {
    await em.query('UPDATE document SET settled_seq = $2 WHERE appeal_id = $1', [appealId, seq]);
  }

  /** Gathers all updates up to `seq` into the state that they led to. What was deleted keeps no words. */
  async compact(em: EntityManager, appealId: string, doc: Y.Doc, seq: number): Promise<void> {
    await em.query('UPDATE document SET snapshot = $2, snapshot_seq = $3 WHERE appeal_id = $1', [
      appealId,
      Buffer.from(Y.encodeStateAsUpdate(doc)),
      seq,
    ]);
    await em.query('DELETE FROM document_update WHERE appeal_id = $1 AND seq <= $2', [appealId, seq]);
  }
}
