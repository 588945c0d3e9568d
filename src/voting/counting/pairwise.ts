import type { ReadPoll } from './poll.js';
import type { Order } from './standing.js';

/** `matrix[a][b]`: the weight of the ballots that prefer a to b. */
export type Matrix = readonly (readonly bigint[])[];

/**
 * Compares all options on all ballots, linear in the different ballots. Equals prefer neither. Who is not ranked
 * loses to all who are, or is not compared where unranked is without opinion.
 */
export function comparePairs({ options, ballots, unranked }: ReadPoll): Matrix {
  const matrix = options.map(() => options.map(() => 0n));
  for (const [ranking, weight] of mergedRankings(ballots)) {
    const below = new Set(unranked === 'no-opinion' ? ranking.flat() : options.keys());
    for (const group of ranking) {
      for (const option of group) below.delete(option);
      for (const winner of group) {
        const row = matrix[winner] as bigint[];
        for (const loser of below) row[loser] = (row[loser] as bigint) + weight;
      }
    }
  }
  return matrix;
}

/** The different rankings with their weights together: a hall votes in far fewer ways than it has people. */
export function mergedRankings(ballots: ReadPoll['ballots']): (readonly [Order, bigint])[] {
  const merged = new Map<string, [Order, bigint]>();
  for (const { says, weight } of ballots) {
    if (says.kind !== 'ranking') continue;
    const key = says.ranking.map((group) => group.join()).join('>');
    const known = merged.get(key);
    if (known) known[1] += weight;
    else merged.set(key, [says.ranking, weight]);
  }
  return [...merged.values()];
}

/** Who is preferred to every other option; null where circles or equals leave nobody. */
export function preferredToAll(matrix: Matrix): number | null {
  const prefers = (a: number, b: number): boolean => (matrix[a]?.[b] as bigint) > (matrix[b]?.[a] as bigint);
  const options = [...matrix.keys()];
  return options.find((a) => options.every((b) => a === b || prefers(a, b))) ?? null;
}

/** Takes away, again and again, those whom nobody left beats. `beats` must have no cycle. */
export function layers(count: number, beats: (a: number, b: number) => boolean): Order {
  let left = Array.from({ length: count }, (_, option) => option);
  const order: number[][] = [];
  while (left.length > 0) {
    const best = left.filter((option) => !left.some((other) => beats(other, option)));
    order.push(best);
    left = left.filter((option) => !best.includes(option));
  }
  return order;
}

/** Schulze by winning votes: a is before b if a's strongest path to b is stronger than b's to a. */
export function orderSchulze(matrix: Matrix): Order {
  const options = [...matrix.keys()];
  const at = (of: Matrix, a: number, b: number): bigint => of[a]?.[b] as bigint;
  const paths = options.map((a) =>
    options.map((b) => (at(matrix, a, b) > at(matrix, b, a) ? at(matrix, a, b) : 0n)),
  );
  for (const over of options)
    for (const from of options) {
      const row = paths[from] as bigint[];
      const first = row[over] as bigint;
      if (first === 0n || from === over) continue;
      for (const to of options) {
        const second = at(paths, over, to);
        // A path is as strong as its weakest link.
        if (to !== from && first > (row[to] as bigint) && second > (row[to] as bigint))
          row[to] = smaller(first, second);
      }
    }
  return layers(options.length, (a, b) => at(paths, a, b) > at(paths, b, a));
}

function smaller(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

interface Pair {
  readonly winner: number;
  readonly loser: number;
  readonly votes: bigint;
  readonly against: bigint;
}

/**
 * Ranked pairs by winning votes, the fewer against first among equals. Pairs that are equal in both are locked
 * together, without those of them that would close a circle: so no order of options is given an advantage.
 */
export function orderRankedPairs(matrix: Matrix): Order {
  const reaches = matrix.map((row) => row.map(() => false));
  for (const equals of groupedPairs(matrix)) {
    const open = equals.filter(({ winner, loser }) => !reaches[loser]?.[winner]);
    const tried = open.length > 1 ? reaches.map((row) => [...row]) : reaches;
    if (open.length > 1) for (const pair of open) lock(tried, pair);
    for (const pair of open.filter(({ winner, loser }) => !tried[loser]?.[winner])) lock(reaches, pair);
  }
  return layers(matrix.length, (a, b) => reaches[a]?.[b] === true);
}

function groupedPairs(matrix: Matrix): Pair[][] {
  const pairs = matrix.flatMap((row, winner) =>
    row.flatMap((votes, loser): Pair[] => {
      const against = matrix[loser]?.[winner] as bigint;
      return votes > against ? [{ winner, loser, votes, against }] : [];
    }),
  );
  const compare = (a: Pair, b: Pair): number =>
    a.votes !== b.votes
      ? a.votes > b.votes
        ? -1
        : 1
      : a.against === b.against
        ? 0
        : a.against < b.against
          ? -1
          : 1;
  const groups: Pair[][] = [];
  for (const pair of pairs.sort(compare)) {
    const last = groups.at(-1);
    if (last?.[0] && compare(last[0], pair) === 0) last.push(pair);
    else groups.push([pair]);
  }
  return groups;
}

/** Everyone who reaches the winner reaches now what the loser reaches. */
function lock(reaches: boolean[][], { winner, loser }: Pair): void {
  const beyond = reaches[loser] as boolean[];
  for (const [from, row] of reaches.entries()) {
    if (from !== winner && !row[winner]) continue;
    row[loser] = true;
    for (const [to, reached] of beyond.entries()) if (reached) row[to] = true;
  }
}
