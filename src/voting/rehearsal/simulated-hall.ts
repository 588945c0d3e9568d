import type { ClientBase } from 'pg';
import { hashSecret, newId, newSecret } from '../../kernel/ids.js';

const SLUG = 'rehearsal';
const IN_ALL = { ar: 'تجربة', fr: 'Répétition', en: 'Rehearsal' };
/** So many cities share the voters; where cities vote, each voter is the head of one. */
const CITIES = 20;
/** Enough in each for a secret poll that counts cities too. */
const LEAST_OF_A_CITY = 3;
const COUNTRIES = ['MA', 'FR', 'JP', 'BR', 'TN'];

export interface SimulatedVoter {
  /** The participant or, where cities vote, the delegation. */
  readonly voterId: string;
  readonly cookie: string;
}

export interface SimulatedHall {
  readonly slug: string;
  readonly sessionId: string;
  /** The sign-in of a moderator. */
  readonly chairCookie: string;
  readonly voters: readonly SimulatedVoter[];
}

/** Fills an empty database with a running session of simulated voters, each with an account and a sign-in. */
export async function fillHall(
  db: ClientBase,
  { voters, byCity }: { voters: number; byCity: boolean },
): Promise<SimulatedHall> {
  const title = JSON.stringify(IN_ALL);
  const [forumId, sessionId] = [newId(), newId()];
  const run = (sql: string, ...values: unknown[]) => db.query(sql, values);
  await run(
    `INSERT INTO forum (id, slug, title, theme, place, starts_on, ends_on)
     VALUES ($1, $2, $3, $3, $3, current_date, current_date)`,
    forumId,
    SLUG,
    title,
  );
  await run(
    `INSERT INTO session (id, forum_id, kind, title, starts_at, ends_at, state)
     VALUES ($1, $2, 'plenary', $3, now(), now() + interval '1 day', 'running')`,
    sessionId,
    forumId,
    title,
  );
  const cities = byCity ? voters : Math.max(1, Math.min(CITIES, Math.floor(voters / LEAST_OF_A_CITY)));
  const delegations = await addDelegations(db, forumId, cities);
  const people = Array.from({ length: voters + 1 }, () => ({
    account: newId(),
    seat: newId(),
    token: newSecret(),
  }));
  const [chair, ...delegates] = people as [Person, ...Person[]];
  await addPeople(db, forumId, people, [
    null,
    ...delegates.map((_, at) => delegations[at % cities] as string),
  ]);
  if (byCity) await run(`UPDATE participant SET head = true WHERE role = 'delegate'`);
  // As autovacuum would do within a minute.
  await db.query('ANALYZE');
  return {
    slug: SLUG,
    sessionId,
    chairCookie: cookieOf(chair),
    voters: delegates.map((person, at) => ({
      voterId: byCity ? (delegations[at] as string) : person.seat,
      cookie: cookieOf(person),
    })),
  };
}

interface Person {
  readonly account: string;
  readonly seat: string;
  readonly token: string;
}

const cookieOf = ({ token }: Person): string => `nidaa=${token}`;

async function addDelegations(db: ClientBase, forumId: string, count: number): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, at) => ({
    id: newId(),
    city: newId(),
    country: COUNTRIES[at % COUNTRIES.length],
    name: JSON.stringify({ ar: `${at + 1}`, fr: `${at + 1}`, en: `${at + 1}` }),
  }));
  await db.query(
    `INSERT INTO city (id, name, country, latitude, longitude)
     SELECT id, name, country, 34, -5 FROM unnest($1::uuid[], $2::jsonb[], $3::text[]) AS city (id, name, country)`,
    [rows.map(({ city }) => city), rows.map(({ name }) => name), rows.map(({ country }) => country)],
  );
  await db.query(
    'INSERT INTO delegation (id, forum_id, city_id) SELECT id, $3, city FROM unnest($1::uuid[], $2::uuid[]) AS d (id, city)',
    [rows.map(({ id }) => id), rows.map(({ city }) => city), forumId],
  );
  return rows.map(({ id }) => id);
}

/** Each with an account, a seat (moderators have no delegation) and a sign-in. */
async function addPeople(
  db: ClientBase,
  forumId: string,
  people: readonly Person[],
  delegationOf: readonly (string | null)[],
): Promise<void> {
  const accounts = people.map(({ account }) => account);
  await db.query(
    `INSERT INTO account (id, name, locale)
     SELECT id, 'Voter ' || place, 'en' FROM unnest($1::uuid[]) WITH ORDINALITY AS a (id, place)`,
    [accounts],
  );
  await db.query(
    `INSERT INTO participant (id, forum_id, account_id, role, delegation_id)
     SELECT id, $3, account, CASE WHEN delegation IS NULL THEN 'moderator' ELSE 'delegate' END, delegation
       FROM unnest($1::uuid[], $2::uuid[], $4::uuid[]) AS seat (id, account, delegation)`,
    [people.map(({ seat }) => seat), accounts, forumId, delegationOf],
  );
  await db.query(
    `INSERT INTO sign_in (id, account_id, token_hash, device, expires_at)
     SELECT gen_random_uuid(), account, hash, 'simulated', now() + interval '1 day'
       FROM unnest($1::uuid[], $2::text[]) AS s (account, hash)`,
    [accounts, people.map(({ token }) => hashSecret(token))],
  );
}
