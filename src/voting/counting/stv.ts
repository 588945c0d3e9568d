import { mergedRankings } from './pairwise.js';
import type { ReadPoll } from './poll.js';
import { joined, lookBack, type Stage, type Transfer } from './stage.js';
import { broken, type Order, ordered, type Preference, sum } from './standing.js';

export interface Transferable {
  readonly stages: readonly Stage[];
  /** In the order in which they were elected. */
  readonly elected: readonly number[];
  readonly order: Order;
  readonly quota: bigint;
  /** Votes are in units of `1 / scale`. */
  readonly scale: bigint;
  readonly tied: { readonly between: readonly number[]; readonly for: 'seat' | 'elimination' } | null;
}

/** Ballots that read the same, at the value that is left of each. */
interface Papers {
  readonly preferences: readonly number[];
  readonly weight: bigint;
  /** In units of `10 ** -decimals`. */
  readonly value: bigint;
}

/**
 * Single transferable vote by the Scottish rules (Scottish Local Government Elections Order 2011, schedule 1, part
 * III): Droop quota, weighted inclusive Gregory transfers whose values are cut to five decimals, one surplus a
 * stage, the largest first, before anyone is excluded; equals are told apart by the latest earlier stage, then by
 * the tie-break of the rule. Quota and decimals may be others; a Hare quota is the exact share of a seat.
 */
export function countTransferable(poll: ReadPoll, preference: Preference): Transferable {
  return new TransferableCount(poll, preference).run();
}

class TransferableCount {
  private readonly one: bigint;
  private readonly quota: bigint;
  private readonly piles = new Map<number, Papers[]>();
  private readonly continuing: Set<number>;
  private readonly elected: number[] = [];
  private readonly surpluses = new Set<number>();
  private readonly stages: Stage[] = [];
  private readonly excluded: number[] = [];
  private exhausted = 0n;

  constructor(
    private readonly poll: ReadPoll,
    private readonly preference: Preference,
  ) {
    this.one = 10n ** BigInt(poll.stv.decimals);
    this.continuing = new Set(poll.options.keys());
    for (const option of this.continuing) this.piles.set(option, []);
    const papers = mergedRankings(poll.ballots).map(([ranking, weight]) => ({
      preferences: ranking.flat(),
      weight,
      value: this.one,
    }));
    this.deal(papers, null);
    this.quota = this.quotaOf(sum(papers.map(({ weight }) => weight)));
  }

  run(): Transferable {
    for (;;) {
      const votes = this.votes();
      const elected = this.elect(votes);
      const stage = { votes, exhausted: this.exhausted, elected, eliminated: [], transfers: [], apart: null };
      this.stages.push(stage);
      if (this.continuing.size === 0 || this.elected.length >= this.poll.seats) return this.result(null);
      const next =
        this.surpluses.size > 0
          ? this.pick([...this.surpluses], 'most')
          : this.pick([...this.continuing], 'least');
      if ('tied' in next)
        return this.result({ between: next.tied, for: this.surpluses.size > 0 ? 'seat' : 'elimination' });
      const { option, apart } = next;
      const eliminated = this.surpluses.size > 0 ? [] : [option];
      const transfers = this.surpluses.size > 0 ? this.handOnSurplus(option) : this.exclude(option);
      this.stages[this.stages.length - 1] = { ...stage, eliminated, transfers, apart };
    }
  }

  private quotaOf(valid: bigint): bigint {
    const seats = BigInt(this.poll.seats);
    const unit = this.poll.scale * this.one;
    if (this.poll.stv.quota === 'droop') return (valid / (this.poll.scale * (seats + 1n)) + 1n) * unit;
    // Rounded up to the finest unit: as many as reach it there are seats, at most.
    return (valid * this.one + seats - 1n) / seats;
  }

  private votes(): Map<number, bigint> {
    const votes = new Map<number, bigint>();
    for (const option of [...this.continuing, ...this.elected])
      votes.set(option, sum((this.piles.get(option) as Papers[]).map(({ weight, value }) => weight * value)));
    return votes;
  }

  /** Whoever has the quota is elected, the strongest first; when no more are left than seats, all of them are. */
  private elect(votes: ReadonlyMap<number, bigint>): readonly number[] {
    const of = (option: number): bigint => votes.get(option) as bigint;
    const reached = [...this.continuing].filter((option) => of(option) >= this.quota);
    this.take(ordered(reached, of).flat(), of);
    const free = this.poll.seats - this.elected.length;
    const rest = this.continuing.size <= free ? ordered([...this.continuing], of).flat() : [];
    this.take(rest, of);
    return [...reached.sort((a, b) => this.elected.indexOf(a) - this.elected.indexOf(b)), ...rest];
  }

  private take(options: readonly number[], votesOf: (option: number) => bigint): void {
    for (const option of options) {
      this.continuing.delete(option);
      this.elected.push(option);
      if (votesOf(option) > this.quota) this.surpluses.add(option);
    }
  }

  private pick(
    among: readonly number[],
    wanted: 'most' | 'least',
  ): { option: number; apart: Stage['apart'] } | { tied: readonly number[] } {
    const votes = this.stages.at(-1)?.votes as ReadonlyMap<number, bigint>;
    const groups = ordered(among, (option) => votes.get(option) as bigint);
    const equals = (wanted === 'most' ? groups[0] : groups.at(-1)) as readonly number[];
    const left = lookBack(equals, this.stages, wanted);
    if (left.length === 1) {
      const option = left[0] as number;
      return { option, apart: equals.length > 1 ? { equals, by: 'earlier stage', first: option } : null };
    }
    const order = broken(left, this.preference);
    if (!order) return { tied: left };
    const option = (wanted === 'most' ? order[0] : order.at(-1)) as number;
    return { option, apart: { equals: left, by: 'rule', first: option } };
  }

  /** All papers of the elected go on, each at the share of its value that the surplus is of the whole, cut. */
  private handOnSurplus(option: number): readonly Transfer[] {
    this.surpluses.delete(option);
    const pile = this.piles.get(option) as Papers[];
    const total = sum(pile.map(({ weight, value }) => weight * value));
    const surplus = total - this.quota;
    const handed = pile.map((papers) => ({ ...papers, value: (surplus * papers.value) / total }));
    const transfers = this.deal(handed, option);
    // What was cut off the values stays with nobody.
    this.exhausted += surplus - sum(transfers.map(({ votes }) => votes));
    this.piles.set(option, [{ preferences: [], weight: 1n, value: this.quota }]);
    return transfers;
  }

  private exclude(option: number): readonly Transfer[] {
    this.continuing.delete(option);
    this.excluded.push(option);
    const pile = this.piles.get(option) as Papers[];
    this.piles.set(option, []);
    return this.deal(pile, option);
  }

  /** Lays each paper on the pile of the first continuing option on it. */
  private deal(papers: readonly Papers[], from: number | null): readonly Transfer[] {
    const transfers: Transfer[] = [];
    for (const each of papers) {
      const to = each.preferences.find((option) => this.continuing.has(option)) ?? null;
      const votes = each.weight * each.value;
      if (to === null) this.exhausted += votes;
      else this.piles.get(to)?.push(each);
      if (from !== null) transfers.push({ from, to, votes });
    }
    return joined(transfers);
  }

  private result(tied: Transferable['tied']): Transferable {
    const last = this.stages.at(-1)?.votes as ReadonlyMap<number, bigint>;
    const left = ordered([...this.continuing], (option) => last.get(option) as bigint);
    return {
      stages: this.stages,
      elected: this.elected,
      order: [
        ...this.elected.map((option) => [option]),
        ...left,
        ...this.excluded.toReversed().map((option) => [option]),
      ],
      quota: this.quota,
      scale: this.poll.scale * this.one,
      tied,
    };
  }
}
