/** A hall to vote in: delegates with sign-ins, and polls that the chair prepares, opens and closes as chairs do. */
import { hashSecret, newId, newSecret } from '../dist/src/kernel/ids.js';

const IN_ALL = { ar: 'x', fr: 'x', en: 'x' };
const SLUG = 'bench';

/** Resolves to the voters' ids, their cookies in the same order, and what the chair may do. */
export async function makeHall({ app, db }, voters) {
  const [forum, city, delegation, session] = Array.from({ length: 4 }, newId);
  const people = Array.from({ length: voters + 1 }, () => ({
    account: newId(),
    seat: newId(),
    token: newSecret(),
  }));
  const run = (sql, ...values) => db.query(sql, values);
  const title = JSON.stringify(IN_ALL);
  await run(
    `INSERT INTO forum (id, slug, title, theme, place, starts_on, ends_on)
     VALUES ($1, $3, $2, $2, $2, '2014-06-12', '2014-06-14')`,
    forum,
    title,
    SLUG,
  );
  await run('INSERT INTO city (id, name, latitude, longitude) VALUES ($1, $2, 34, -5)', city, title);
  await run('INSERT INTO delegation (id, forum_id, city_id) VALUES ($1, $2, $3)', delegation, forum, city);
  const accounts = people.map(({ account }) => account);
  await run(
    `INSERT INTO account (id, name, locale) SELECT id, 'x', 'en' FROM unnest($1::uuid[]) AS id`,
    accounts,
  );
  await run(
    `INSERT INTO participant (id, forum_id, account_id, role, delegation_id)
     SELECT id, $3, account, role, CASE role WHEN 'delegate' THEN $4::uuid END
       FROM unnest($1::uuid[], $2::uuid[], $5::text[]) AS seat (id, account, role)`,
    people.map(({ seat }) => seat),
    accounts,
    forum,
    delegation,
    people.map((_, index) => (index === 0 ? 'moderator' : 'delegate')),
  );
  await run(
    `INSERT INTO sign_in (id, account_id, token_hash, device, expires_at)
     SELECT gen_random_uuid(), account, hash, 'bench', now() + interval '1 day'
       FROM unnest($1::uuid[], $2::text[]) AS s (account, hash)`,
    accounts,
    people.map(({ token }) => hashSecret(token)),
  );
  await run(
    `INSERT INTO session (id, forum_id, kind, title, starts_at, ends_at, state)
     VALUES ($1, $2, 'plenary', $3, now(), now() + interval '1 day', 'running')`,
    session,
    forum,
    title,
  );
  // As autovacuum would do within a minute: the planner knows how large the tables are.
  await db.query('ANALYZE');
  const [chair, ...delegates] = people;
  return {
    slug: SLUG,
    voterIds: delegates.map(({ seat }) => seat),
    cookies: delegates.map(({ token }) => `nidaa=${token}`),
    ...chairOf(app, `nidaa=${chair.token}`, session),
  };
}

function chairOf(app, cookie, sessionId) {
  const post = async (path, body) => {
    const answer = await fetch(`${app}/api/v1/${path}`, {
      method: 'POST',
      headers: { cookie, 'x-nidaa': '1', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} was answered ${await answer.text()}`);
    return answer.json();
  };
  return {
    /** Prepares and opens a poll on a free question. Resolves to the poll, as the API shows it. */
    openPoll: async (terms = {}) => {
      const rule = { majority: 'simple', base: 'votes' };
      const { id, version } = await post(`forums/${SLUG}/polls`, {
        sessionId,
        question: IN_ALL,
        terms: { rule, ...terms },
      });
      return post(`polls/${id}/open`, { version });
    },
    /** Closes, and checks that as many ballots were counted as were acknowledged. */
    closePoll: async ({ id, version }, acknowledged) => {
      const { result } = await post(`polls/${id}/close`, { version });
      if (result.cast.ballots !== acknowledged)
        throw new Error(`${result.cast.ballots} ballots counted, ${acknowledged} acknowledged`);
      return result;
    },
  };
}
