import type { EntityManager } from 'typeorm';
import type { DraftClause } from './compile/draft.js';

/** A suggestion that waits for its decision, with what both sides began from. */
export interface OpenSuggestion {
  readonly id: string;
  readonly clauseId: string;
  readonly base: DraftClause;
  readonly theirs: DraftClause | null;
}

/** Those of appeal $1. One on a clause that people took out, and that the compile no longer has, is past. */
export const OPEN_SUGGESTIONS = `
  SELECT s.id, s.clause_id, c.content, s.theirs, c.position
    FROM suggestion s JOIN compiled_clause c ON c.appeal_id = s.appeal_id AND c.clause_id = s.clause_id
   WHERE s.appeal_id = $1 AND s.decision IS NULL
     AND (s.theirs IS NOT NULL OR EXISTS (SELECT FROM clause WHERE clause.id = s.clause_id))`;

/** In the order of the compile. */
export function openSuggestions(em: EntityManager, appealId: string): Promise<OpenSuggestion[]> {
  return em.query(
    `SELECT id, clause_id AS "clauseId", content AS base, theirs
       FROM (${OPEN_SUGGESTIONS}) AS open ORDER BY position`,
    [appealId],
  );
}
