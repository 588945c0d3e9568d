import { mergedRankings } from './pairwise.js';
import type { ReadPoll } from './poll.js';
import { joined, lookBack, type Stage, type Transfer } from './stage.js';
import { broken, type Order, ordered, type Preference, sum } from './standing.js';

export interface RunOff {
  readonly stages: readonly Stage[];
  readonly winner: number | null;
  readonly order: Order;
  /** Equals among whom the rule cannot choose, and for what. */
  readonly tied: { readonly between: readonly number[]; readonly for: 'win' | 'elimination' } | null;
}

interface Ballot {
  readonly preferences: readonly number[];
  readonly weight: bigint;
}

/**
 * Instant run-off: until one option has more than half of the ballots that still count, the lowest goes out and its
 * ballots go to the next option on them. Equals for the last place are told apart by the latest earlier stage at
 * which they differed, then by the tie-break of the rule. Where neither does, they go out together if all of them
 * together have less than whoever is next: the one who would stay could not stay long. Else it is a tie.
 */
export function countRunOff(poll: ReadPoll, preference: Preference): RunOff {
  const ballots = mergedRankings(poll.ballots).map(([ranking, weight]) => ({
    preferences: ranking.flat(),
    weight,
  }));
  const stages: Stage[] = [];
  const out: number[][] = [];
  let left = poll.options.map((_, option) => option);
  for (;;) {
    const votes = tally(ballots, left);
    const total = sum([...votes.values()]);
    const exhausted = sum(ballots.map(({ weight }) => weight)) - total;
    const ranked = ordered(left, (option) => votes.get(option) as bigint);
    const leader = leaderOf(ranked, votes, total);
    const stage = { votes, exhausted, elected: [], eliminated: [], transfers: [], apart: null };
    if (leader !== null) {
      stages.push({ ...stage, elected: [leader] });
      return {
        stages,
        winner: leader,
        order: [...finish(ballots, ranked, stages, preference), ...out],
        tied: null,
      };
    }
    const last = choose(ranked, votes, stages, preference);
    if ('tied' in last) {
      stages.push(stage);
      const between = last.tied;
      const all = between.length === left.length;
      return {
        stages,
        winner: null,
        order: [...ranked, ...out],
        tied: { between, for: all ? 'win' : 'elimination' },
      };
    }
    left = left.filter((option) => !last.out.includes(option));
    stages.push({
      ...stage,
      eliminated: last.out,
      apart: last.apart,
      transfers: moved(ballots, last.out, left),
    });
    out.unshift([...last.out]);
  }
}

function tally(ballots: readonly Ballot[], left: readonly number[]): Map<number, bigint> {
  const votes = new Map(left.map((option) => [option, 0n]));
  for (const { preferences, weight } of ballots) {
    const now = preferences.find((option) => votes.has(option));
    if (now !== undefined) votes.set(now, (votes.get(now) as bigint) + weight);
  }
  return votes;
}

function leaderOf(ranked: Order, votes: ReadonlyMap<number, bigint>, total: bigint): number | null {
  const [first] = ranked[0] as [number];
  const alone = ranked.flat().length === 1;
  return alone || 2n * (votes.get(first) as bigint) > total ? first : null;
}

type Chosen =
  | { readonly out: readonly number[]; readonly apart: Stage['apart'] }
  | { readonly tied: readonly number[] };

function choose(
  ranked: Order,
  votes: ReadonlyMap<number, bigint>,
  stages: readonly Stage[],
  preference: Preference,
): Chosen {
  const equals = ranked.at(-1) as readonly number[];
  const least = lookBack(equals, stages, 'least');
  if (least.length === 1)
    return {
      out: least,
      apart: equals.length > 1 ? { equals, by: 'earlier stage', first: least[0] as number } : null,
    };
  const apart = broken(least, preference);
  if (apart) {
    const last = apart.at(-1) as number;
    return { out: [last], apart: { equals: least, by: 'rule', first: last } };
  }
  const next = ranked.at(-2);
  const together = sum(least.map((option) => votes.get(option) as bigint));
  if (next && least.length === equals.length && together < (votes.get(next[0] as number) as bigint))
    return { out: least, apart: null };
  return { tied: least };
}

function moved(
  ballots: readonly Ballot[],
  out: readonly number[],
  left: readonly number[],
): readonly Transfer[] {
  const staying = new Set(left);
  const leaving = new Set(out);
  return joined(
    ballots.flatMap(({ preferences, weight }) => {
      const from = preferences.find((option) => staying.has(option) || leaving.has(option));
      if (from === undefined || !leaving.has(from)) return [];
      return [{ from, to: preferences.find((option) => staying.has(option)) ?? null, votes: weight }];
    }),
  );
}

/** The places of those who were still in when it was decided: the run-off goes on among them, for the order only. */
function finish(
  ballots: readonly Ballot[],
  ranked: Order,
  decided: readonly Stage[],
  preference: Preference,
): number[][] {
  const stages = [...decided];
  const out: number[][] = [];
  let left: readonly number[] = ranked.flat();
  while (left.length > 1) {
    const votes = tally(ballots, left);
    const order = ordered(left, (option) => votes.get(option) as bigint);
    const last =
      order.length === 1 ? { tied: order[0] as number[] } : choose(order, votes, stages, preference);
    const leaving = 'tied' in last ? last.tied : last.out;
    stages.push({ votes, exhausted: 0n, elected: [], eliminated: leaving, transfers: [], apart: null });
    out.unshift([...leaving]);
    left = left.filter((option) => !leaving.includes(option));
  }
  return left.length > 0 ? [[...left], ...out] : out;
}
