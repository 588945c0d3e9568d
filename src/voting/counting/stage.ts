import { ordered } from './standing.js';

/** Votes going from one option to another, or to nobody; in units of the count. */
export interface Transfer {
  readonly from: number;
  readonly to: number | null;
  readonly votes: bigint;
}

/** One stage of a run-off as it was counted: who has what, then who is elected or goes out, then what passes on. */
export interface Stage {
  /** The votes of each option that still counts, and of those elected before. */
  readonly votes: ReadonlyMap<number, bigint>;
  readonly exhausted: bigint;
  readonly elected: readonly number[];
  readonly eliminated: readonly number[];
  readonly transfers: readonly Transfer[];
  /** Equals that an earlier stage told apart, or the tie-break of the rule. */
  readonly apart: {
    readonly equals: readonly number[];
    readonly by: 'earlier stage' | 'rule';
    readonly first: number;
  } | null;
}

/**
 * Of several with the same votes, those who had most (or least) at the latest earlier stage at which they differed.
 * All of them where they never did.
 */
export function lookBack(
  equals: readonly number[],
  stages: readonly Stage[],
  wanted: 'most' | 'least',
): readonly number[] {
  let left = equals;
  for (const { votes } of [...stages].reverse()) {
    const groups = ordered(left, (option) => votes.get(option) ?? 0n);
    left = (wanted === 'most' ? groups[0] : groups.at(-1)) as readonly number[];
    if (left.length === 1) break;
  }
  return left;
}

/** Transfers between the same two together, in the order of the options, nobody last. */
export function joined(transfers: readonly Transfer[]): readonly Transfer[] {
  const sums = new Map<string, Transfer>();
  for (const transfer of transfers) {
    const key = `${transfer.from} ${transfer.to}`;
    const votes = transfer.votes + (sums.get(key)?.votes ?? 0n);
    sums.set(key, { ...transfer, votes });
  }
  const place = ({ from, to }: Transfer): number => from * 1_000 + (to ?? 999);
  return [...sums.values()].filter(({ votes }) => votes > 0n).sort((a, b) => place(a) - place(b));
}
