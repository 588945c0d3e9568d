import type { DataSource } from 'typeorm';
import { GENESIS, link } from '../../kernel/hash-chain.js';
import { Event } from './event.entity.js';
import { chainEntry } from './event-chain.js';

const BATCH = 1_000;

export interface AuditReport {
  readonly events: number;
  readonly chains: number;
  /** Events that are committed and not yet placed: normal for a moment after a change. */
  readonly waiting: number;
  /** The first link of each chain that does not hold; empty if the log is whole. */
  readonly broken: readonly {
    readonly forumId: string | null;
    readonly seq: number;
    readonly reason: string;
  }[];
}

/** Recomputes every chain of the event log, in batches, and names the first link of each that does not hold. */
export async function auditEvents(db: DataSource): Promise<AuditReport> {
  const forums: { forum_id: string | null }[] = await db.query('SELECT DISTINCT forum_id FROM event');
  const [{ waiting }] = await db.query('SELECT count(*)::int AS waiting FROM event WHERE seq IS NULL');
  const broken: AuditReport['broken'][number][] = [];
  let events = 0;
  for (const { forum_id } of forums) {
    const { length, fault } = await auditChain(db, forum_id);
    events += length;
    if (fault) broken.push({ forumId: forum_id, ...fault });
  }
  return { events, chains: forums.length, waiting, broken };
}

async function auditChain(
  db: DataSource,
  forumId: string | null,
): Promise<{ length: number; fault: { seq: number; reason: string } | null }> {
  let hash = GENESIS;
  let length = 0;
  for (;;) {
    const batch = await db
      .createQueryBuilder(Event, 'event')
      .where('event.forumId IS NOT DISTINCT FROM :forumId AND event.seq > :length', { forumId, length })
      .orderBy('event.seq')
      .limit(BATCH)
      .getMany();
    for (const event of batch) {
      const seq = length + 1;
      if (Number(event.seq) !== seq) return { length, fault: { seq, reason: 'an event is missing' } };
      hash = link(hash, chainEntry(event, seq));
      if (hash !== event.hash) return { length, fault: { seq, reason: 'an event was altered' } };
      length = seq;
    }
    if (batch.length < BATCH) return { length, fault: null };
  }
}
