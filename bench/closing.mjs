/** How closing and counting grow, with the ballots and with the polls that are there already. */
import { newId } from '../dist/src/kernel/ids.js';
import { median, round } from './figures.mjs';
import { makeHall } from './hall.mjs';
import { sized } from './size.mjs';

const VOTERS = sized(100_000, 120);
const BALLOTS = sized([100, 1_000, 10_000, VOTERS], [100, VOTERS]);
const POLLS = sized(100, 20);
const OPTIONS = 20;
/** The large ones take long enough to be measured once. */
const ROUNDS = { 100: 3, 1000: 3, 10000: 3, [VOTERS]: 1 };
/** Of each of the many polls. */
const FEW = sized(200, 5);

export const about = `Closing a poll and counting it in the same transaction; reference: Postgres counts the same ballots with GROUP BY.`;

export async function run(stage) {
  const hall = await makeHall(stage, VOTERS);
  const bySize = [];
  for (const ballots of BALLOTS) bySize.push(await closeOften(stage, hall, ballots, {}));
  const times = bySize.map(({ ours }) => ours);
  const options = Array.from({ length: OPTIONS }, (_, at) => ({
    id: String(at + 1),
    text: { ar: `x${at}`, fr: `x${at}`, en: `x${at}` },
  }));
  const schulze = await closeOften(stage, hall, VOTERS, {
    method: 'schulze',
    options,
    unranked: 'no-opinion',
  });
  const polls = await closeManyPolls(stage, hall);
  const largest = bySize.at(-1);
  return [
    {
      name: `closing ${VOTERS} ballots`,
      ...largest,
      unit: 'ms',
      n: VOTERS,
      more: Object.fromEntries(
        BALLOTS.map((ballots, at) => [
          `close of ${ballots} ballots`,
          `${round(times[at])} ms, ${round((times[at] / ballots) * 1_000)} µs a ballot`,
        ]),
      ),
    },
    { name: `closing ${VOTERS} Schulze ballots, ${OPTIONS} options`, ...schulze, unit: 'ms', n: VOTERS },
    {
      name: `closing the ${POLLS}th poll`,
      ours: polls.last,
      reference: polls.first,
      unit: 'ms',
      n: POLLS,
      more: { reference: `the first ten polls, ${FEW} ballots each; ours: the last ten` },
    },
  ];
}

async function closeOften(stage, hall, ballots, terms) {
  const [ours, reference] = [[], []];
  await setRoll(stage, hall, ballots);
  for (let at = 0; at < ROUNDS[ballots]; at++) {
    const poll = await hall.openPoll(terms);
    await fill(stage, poll, ballots);
    reference.push(await timed(() => countInPostgres(stage, poll)));
    ours.push(await timed(() => hall.closePoll(poll, ballots)));
  }
  return { ours: median(ours), reference: median(reference) };
}

async function closeManyPolls(stage, hall) {
  const times = [];
  await setRoll(stage, hall, FEW);
  for (let at = 0; at < POLLS; at++) {
    const poll = await hall.openPoll();
    await fill(stage, poll, FEW);
    times.push(await timed(() => hall.closePoll(poll, FEW)));
  }
  return { first: median(times.slice(0, 10)), last: median(times.slice(-10)) };
}

/** Only so many delegates are on the roll of the next poll: roll and ballots grow together, as in a real one. */
async function setRoll({ db }, { voterIds }, count) {
  await db.query(
    `UPDATE participant SET suspended_at = CASE WHEN id <> ALL ($1::uuid[]) THEN now() END
      WHERE role = 'delegate' AND (suspended_at IS NULL) <> (id = ANY ($1::uuid[]))`,
    [voterIds.slice(0, count)],
  );
}

/** Ballots as the ballot path writes them, by the first voters of the roll: each ranks, or chooses, at random. */
async function fill({ db }, { roundId, terms }, ballots) {
  const content =
    terms.method === 'schulze'
      ? `jsonb_build_object('ranking', (SELECT jsonb_agg(jsonb_build_array(option::text) ORDER BY random())
           FROM generate_series(1, ${OPTIONS}) AS option WHERE seat.voter_id IS NOT NULL))`
      : `jsonb_build_object('choice', (ARRAY['yes','no','abstain'])[1 + floor(random() * 3)::int])`;
  await db.query('BEGIN');
  await db.query(
    `INSERT INTO voted (round_id, voter_id, caster_id, key)
     SELECT round_id, voter_id, participant_id, $2 || voter_id
       FROM roll_actor WHERE round_id = $1 ORDER BY voter_id LIMIT $3`,
    [roundId, newId(), ballots],
  );
  await db.query(
    `INSERT INTO ballot (round_id, code, content, weight, group_key, voter_id, cast_at)
     SELECT seat.round_id, lpad(row_number() OVER ()::text, 26, '0'), ${content}, seat.weight, seat.group_key,
            seat.voter_id, now()
       FROM roll_entry seat WHERE round_id = $1 ORDER BY voter_id LIMIT $2`,
    [roundId, ballots],
  );
  await db.query('COMMIT');
}

async function countInPostgres({ db }, { roundId }) {
  await db.query(
    'SELECT content, count(*), sum(weight::numeric) FROM ballot WHERE round_id = $1 GROUP BY content',
    [roundId],
  );
}

async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
