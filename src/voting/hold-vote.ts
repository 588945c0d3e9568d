import type { EntityManager } from 'typeorm';

/**
 * Holds the round as a ballot does, so that a close waits, and one vote alone: what is changed or confirmed at the
 * same time comes one after the other.
 */
export async function holdVote(em: EntityManager, roundId: string, voterId: string): Promise<void> {
  await em.query('SELECT FROM round WHERE id = $1 FOR SHARE', [roundId]);
  await em.query('SELECT FROM voted WHERE round_id = $1 AND voter_id = $2 FOR UPDATE', [roundId, voterId]);
}
