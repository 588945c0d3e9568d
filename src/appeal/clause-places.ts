import type { EntityManager } from 'typeorm';

/** Writes the places of all clauses at once; the constraint on them is looked at when the transaction ends. */
export async function numberClauses(em: EntityManager, ids: readonly string[]): Promise<void> {
  await em.query(
    `UPDATE clause c SET position = o.position - 1
       FROM unnest($1::uuid[]) WITH ORDINALITY AS o (id, position)
      WHERE c.id = o.id AND c.position <> o.position - 1`,
    [ids],
  );
}
