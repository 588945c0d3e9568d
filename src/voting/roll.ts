import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PollDefinition } from './voting.contract.js';

type RollLine = PollDefinition['roll'][number];

/** The roll: every delegate who is not suspended, each with the weight of the delegation. */
@Injectable()
export class Roll {
  /** Writes the roll of a poll that is being opened and answers it as it goes into the definition. */
  async freeze(em: EntityManager, pollId: string, forumId: string): Promise<RollLine[]> {
    return em.query(
      `WITH frozen AS (
         INSERT INTO roll_entry (poll_id, participant_id, delegation_id, weight)
         SELECT $1, p.id, d.id, d.weight
           FROM participant p JOIN delegation d ON d.id = p.delegation_id
          WHERE p.forum_id = $2 AND p.role = 'delegate' AND p.suspended_at IS NULL
         RETURNING participant_id, delegation_id, weight)
       SELECT frozen.participant_id AS "participantId", account.name, city.name AS city, frozen.weight
         FROM frozen
         JOIN participant ON participant.id = frozen.participant_id
         JOIN account ON account.id = participant.account_id
         JOIN delegation ON delegation.id = frozen.delegation_id
         JOIN city ON city.id = delegation.city_id
        ORDER BY frozen.participant_id`,
      [pollId, forumId],
    );
  }
}
