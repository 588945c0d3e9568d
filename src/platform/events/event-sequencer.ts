import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { GENESIS, link } from '../../kernel/hash-chain.js';
import { Event } from './event.entity.js';
import { chainEntry } from './event-chain.js';

const SEQUENCER_LOCK = 7_164_202;
const BATCH = 500;

interface Head {
  seq: number;
  hash: string;
}

/**
 * Gives committed events their place. Transactions commit in another order than they begin, so an event's own
 * id or an insert counter cannot be a cursor: a reader would pass over one that commits late. Here only rows
 * that can be seen, hence committed, are placed, one sequencer at a time.
 */
@Injectable()
export class EventSequencer {
  constructor(private readonly db: DataSource) {}

  /** Places what waits. Answers how many events were placed; 0 also when another process is at it. */
  async placeWaiting(): Promise<number> {
    let placed = 0;
    for (;;) {
      const count = await this.db.transaction((em) => this.placeBatch(em));
      placed += count;
      if (count < BATCH) return placed;
    }
  }

  private async placeBatch(em: EntityManager): Promise<number> {
    const [{ locked }] = await em.query('SELECT pg_try_advisory_xact_lock($1) AS locked', [SEQUENCER_LOCK]);
    if (!locked) return 0;
    const waiting = await em
      .createQueryBuilder(Event, 'event')
      .where('event.seq IS NULL')
      .orderBy('event.id')
      .limit(BATCH)
      .getMany();
    if (waiting.length === 0) return 0;

    const heads = await this.heads(em, [...new Set(waiting.map((event) => event.forumId))]);
    const [{ last }] = await em.query('SELECT coalesce(max(position), 0)::text AS last FROM event');
    const rows = waiting.map((event, index) => {
      const head = heads.get(event.forumId) ?? { seq: 0, hash: GENESIS };
      const seq = head.seq + 1;
      const hash = link(head.hash, chainEntry(event, seq));
      heads.set(event.forumId, { seq, hash });
      return { id: event.id, position: Number(last) + 1 + index, seq, hash };
    });
    await em.query(
      `UPDATE event SET position = placed.position, seq = placed.seq, hash = placed.hash
         FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::text[]) AS placed (id, position, seq, hash)
        WHERE event.id = placed.id`,
      [rows.map((r) => r.id), rows.map((r) => r.position), rows.map((r) => r.seq), rows.map((r) => r.hash)],
    );
    return rows.length;
  }

  /** The last link of each chain, one index look-up a forum. */
  private async heads(em: EntityManager, forumIds: (string | null)[]): Promise<Map<string | null, Head>> {
    const rows: { forum_id: string | null; seq: string; hash: string }[] = await em.query(
      `SELECT wanted.forum_id, head.seq, head.hash
         FROM unnest($1::uuid[]) AS wanted (forum_id)
         CROSS JOIN LATERAL (
           SELECT seq, hash FROM event
            WHERE seq IS NOT NULL AND event.forum_id IS NOT DISTINCT FROM wanted.forum_id
            ORDER BY seq DESC LIMIT 1) AS head`,
      [forumIds],
    );
    return new Map(rows.map((row) => [row.forum_id, { seq: Number(row.seq), hash: row.hash }]));
  }
}
