/** A ballot that waits to be stored. */
export interface CastRequest {
  readonly accountId: string;
  readonly voterId: string;
  /** JSON of a ballot that was checked against the terms. */
  readonly content: string;
  readonly key: string;
  readonly code: string;
  /** The code of the ballot that the voter saw standing. */
  readonly over?: string | undefined;
}

/**
 * Stores the ballots of one round that came together, and answers the places of those that it took. For each the
 * roll, the state and the uniqueness are checked here: no voter may be there twice among them. The shared lock on
 * the round makes a close wait for them; ballots that wait for a close find it closed. In a secret poll nothing in
 * a ballot's row says whose it is or when it came, and the rows of one call stand in the order of their codes.
 * Voters are written in the order of their ids: two processes that take the same voters wait one for the other.
 *
 * `LIMIT 1` on what is unique tells the planner so. Without it, it takes a round of which its statistics know nothing
 * yet for one row, and compares each ballot with the whole roll and with each other: 20 times the work at 500 ballots.
 */
export const STORE_BALLOTS = `
  WITH running AS MATERIALIZED (
         SELECT round.secrecy = 'secret' AS secret, poll.forum_id
           FROM round JOIN poll ON poll.id = round.poll_id
          WHERE round.id = $1 AND round.state IN ('open','closing') AND round.hand_votes = 0
            FOR SHARE OF round),
       seated AS MATERIALIZED (
         SELECT asked.*, running.secret, actor.participant_id, seat.weight, seat.group_key
           FROM running
           CROSS JOIN unnest($2::int[], $3::uuid[], $4::uuid[], $5::jsonb[], $6::text[], $7::text[])
                      AS asked (place, account_id, voter_id, content, key, code)
           CROSS JOIN LATERAL (
             SELECT id FROM participant
              WHERE forum_id = running.forum_id AND account_id = asked.account_id AND suspended_at IS NULL
              LIMIT 1) AS person
           CROSS JOIN LATERAL (
             SELECT participant_id FROM roll_actor
              WHERE round_id = $1 AND participant_id = person.id AND voter_id = asked.voter_id
              LIMIT 1) AS actor
           CROSS JOIN LATERAL (
             SELECT weight, group_key FROM roll_entry
              WHERE round_id = $1 AND voter_id = asked.voter_id
              LIMIT 1) AS seat),
       taken AS (
         INSERT INTO voted (round_id, voter_id, caster_id, key)
         SELECT $1, voter_id, participant_id, key FROM seated
          ORDER BY voter_id
         ON CONFLICT (round_id, voter_id) DO NOTHING
         RETURNING voter_id),
       boxed AS (
         INSERT INTO ballot (round_id, code, content, weight, group_key, voter_id, cast_at)
         SELECT $1, code, content, weight, group_key,
                CASE WHEN NOT secret THEN voter_id END, CASE WHEN NOT secret THEN $8::timestamptz END
           FROM taken JOIN seated USING (voter_id)
          ORDER BY code),
       added AS (
         INSERT INTO turnout (round_id, teller, votes)
         SELECT $1, $9, count(*) FROM taken HAVING count(*) > 0
         ON CONFLICT (round_id, teller) DO UPDATE SET votes = turnout.votes + EXCLUDED.votes)
  SELECT place FROM taken JOIN seated USING (voter_id)`;

/** The parameters of STORE_BALLOTS. */
export function storeParameters(
  roundId: string,
  asked: readonly CastRequest[],
  { castAt, teller }: { castAt: Date; teller: string },
): unknown[] {
  return [
    roundId,
    asked.map((_, place) => place),
    asked.map(({ accountId }) => accountId),
    asked.map(({ voterId }) => voterId),
    asked.map(({ content }) => content),
    asked.map(({ key }) => key),
    asked.map(({ code }) => code),
    castAt,
    teller,
  ];
}
