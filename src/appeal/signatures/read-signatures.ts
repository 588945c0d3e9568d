import type { EntityManager } from 'typeorm';
import type { Localized } from '../../kernel/localized.js';
import type { Appeal } from '../appeal.entity.js';
import type { PasskeyProof } from './proof.js';
import type { Act, Confirmation } from './signatures.contract.js';
import type { Reservation } from './statement.js';

/** A delegation's city, with what it did with this text; null while it did nothing. */
export interface CityRow {
  readonly cityId: string;
  readonly cityName: Localized;
  readonly country: string | null;
  readonly signature: {
    readonly act: Act;
    readonly reservations: readonly Reservation[];
    readonly at: string;
    readonly confirmedBy: Confirmation;
    readonly proof: PasskeyProof | null;
    readonly signedAt: Date;
    /** The person's name where that person agreed to it. */
    readonly signer: string | null;
  } | null;
}

/** Every city of the forum in the order of its name, with its signature on the text of this hash: one query. */
export async function readSignatures(
  em: EntityManager,
  { id, forumId }: Pick<Appeal, 'id' | 'forumId'>,
  textHash: string,
): Promise<CityRow[]> {
  const rows = await em.query(
    `SELECT c.id, c.name, c.country, s.act, s.reservations, s.at, s.confirmed_by, s.proof, s.signed_at,
            CASE WHEN s.named THEN a.name END AS signer
       FROM delegation d
       JOIN city c ON c.id = d.city_id
       LEFT JOIN appeal_signature s ON s.delegation_id = d.id AND s.appeal_id = $1 AND s.text_hash = $3
       LEFT JOIN participant p ON p.id = s.participant_id
       LEFT JOIN account a ON a.id = p.account_id
      WHERE d.forum_id = $2
      ORDER BY c.name ->> 'en' COLLATE "C", c.id`,
    [id, forumId, textHash],
  );
  return rows.map((row: Record<string, never>) => ({
    cityId: row.id,
    cityName: row.name,
    country: row.country,
    signature: row.act && {
      ...{ act: row.act, reservations: row.reservations, at: row.at, proof: row.proof },
      ...{ confirmedBy: row.confirmed_by, signedAt: row.signed_at, signer: row.signer },
    },
  }));
}
