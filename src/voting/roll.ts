import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { regionOf } from '../forum/regions.js';
import { refuse } from '../kernel/errors.js';
import type { Localized } from '../kernel/localized.js';
import type { PollTerms } from './polls.contract.js';
import type { RollLine } from './records.contract.js';
import { toldApart } from './roll.rules.js';
import { VOTING_ERRORS } from './voting.contract.js';

/** One vote and one person who may cast it, as the database has them. */
interface Seat {
  readonly voterId: string;
  readonly name: string;
  readonly city: Localized | null;
  readonly cityId: string | null;
  readonly country: string | null;
  readonly weight: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly as: 'self' | 'city' | 'proxy';
}

/** The roll: whose votes there are, what each weighs, and who may cast it. */
@Injectable()
export class Roll {
  /** Writes the roll of a round that is being opened and answers it as it goes into the definition. */
  async freeze(
    em: EntityManager,
    { roundId, forumId, terms }: { roundId: string; forumId: string; terms: PollTerms },
  ): Promise<RollLine[]> {
    const seats = await this.seats(em, forumId, terms);
    const roll = linesOf(seats, terms);
    if (roll.length === 0) throw refuse(VOTING_ERRORS, 'poll.roll-empty');
    checkRoll(roll, terms);
    await em.query(
      `INSERT INTO roll_entry (round_id, voter_id, weight, group_key)
       SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[])`,
      [roundId, roll.map((l) => l.voterId), roll.map((l) => l.weight), roll.map((l) => l.group)],
    );
    await em.query(
      `INSERT INTO roll_actor (round_id, voter_id, participant_id, acts_as)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::text[])`,
      [roundId, seats.map((s) => s.voterId), seats.map((s) => s.actorId), seats.map((s) => s.as)],
    );
    return roll;
  }

  private seats(
    em: EntityManager,
    forumId: string,
    { electorate, circle, proxies }: PollTerms,
  ): Promise<Seat[]> {
    if (electorate === 'cities') return em.query(CITY_SEATS, [forumId]);
    return em.query(PERSON_SEATS, [forumId, electorate === 'circle' ? circle : null, proxies]);
  }
}

/** A head or a deputy votes for the city; a delegation of which none is there has no vote. */
const CITY_SEATS = `
  SELECT delegation.id AS "voterId", city.name ->> 'en' AS name, city.name AS city, city.id AS "cityId",
         city.country, delegation.weight, actor.id AS "actorId", account.name AS "actorName", 'city' AS as
    FROM delegation
    JOIN city ON city.id = delegation.city_id
    JOIN participant actor ON actor.delegation_id = delegation.id AND actor.suspended_at IS NULL
     AND (actor.head OR actor.deputy)
    JOIN account ON account.id = actor.account_id
   WHERE delegation.forum_id = $1
   ORDER BY delegation.id, actor.id`;

/** $2: the circle, or null for all delegates. $3: whether an accepted proxy votes instead of who gave it. */
const PERSON_SEATS = `
  SELECT voter.id AS "voterId", account.name, city.name AS city, city.id AS "cityId", city.country,
         coalesce(delegation.weight, '1') AS weight,
         coalesce(holder.id, voter.id) AS "actorId", coalesce(holder.name, account.name) AS "actorName",
         CASE WHEN holder.id IS NULL THEN 'self' ELSE 'proxy' END AS as
    FROM participant voter
    JOIN account ON account.id = voter.account_id
    LEFT JOIN delegation ON delegation.id = voter.delegation_id
    LEFT JOIN city ON city.id = delegation.city_id
    LEFT JOIN LATERAL (
      SELECT person.id, account.name
        FROM proxy
        JOIN participant person ON person.id = proxy.holder_id AND person.suspended_at IS NULL
        JOIN account ON account.id = person.account_id
       WHERE $3 AND proxy.principal_id = voter.id AND proxy.state = 'accepted') AS holder ON true
   WHERE voter.forum_id = $1 AND voter.suspended_at IS NULL
     AND CASE WHEN $2::uuid[] IS NULL THEN voter.role = 'delegate' ELSE voter.id = ANY($2) END
   ORDER BY voter.id`;

function linesOf(seats: readonly Seat[], { rule }: PollTerms): RollLine[] {
  const lines = new Map<string, RollLine & { actors: { participantId: string; name: string }[] }>();
  for (const { voterId, name, city, weight, actorId, actorName, as, ...seat } of seats) {
    const group = rule.groups ? (rule.groups.by === 'cities' ? seat.cityId : regionOf(seat.country)) : null;
    const line = lines.get(voterId) ?? {
      voterId,
      name,
      city,
      weight,
      group,
      actors: [],
      byProxy: as === 'proxy',
    };
    line.actors.push({ participantId: actorId, name: actorName });
    lines.set(voterId, line);
  }
  return [...lines.values()];
}

function checkRoll(roll: readonly RollLine[], { rule, secrecy }: PollTerms): void {
  if (rule.groups && roll.some(({ group }) => group === null))
    throw refuse(VOTING_ERRORS, 'poll.group-missing');
  if (rule.base === 'present' && roll.some(({ weight }) => weight !== '1'))
    throw refuse(VOTING_ERRORS, 'poll.present-weights');
  if (secrecy === 'secret' && toldApart(roll)) throw refuse(VOTING_ERRORS, 'poll.tell-apart');
}
