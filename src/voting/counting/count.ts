import type { Counted, Round, Tie } from './counting.contract.js';
import { explainElection, explainMotion, explainStages, withoutQuorum } from './explain.js';
import { countMotion, quorumReached } from './motion.js';
import { comparePairs, type Matrix, orderRankedPairs, orderSchulze, preferredToAll } from './pairwise.js';
import type { ReadPoll } from './poll.js';
import { readPoll } from './read-poll.js';
import { countRunOff } from './runoff.js';
import type { Stage } from './stage.js';
import { exactly, fill, type Order, ordered, type Preference, preferenceOf } from './standing.js';
import { countTransferable } from './stv.js';
import { type Sums, sumBorda, sumChoices, sumScores } from './sums.js';

/**
 * Counts one poll by its method and rule, exactly. The order of ballots never matters, and ballots that say the same
 * may be given one by one or as one with their weights together, but for heads. `labels` name the options in the
 * explanation's sentences. Throws BadPoll.
 */
export function count(input: unknown, labels: ReadPoll['labels'] = null): Counted {
  return countPoll(readPoll(input, labels));
}

export function countPoll(poll: ReadPoll): Counted {
  const counted = COUNTS[poll.method](poll, preferenceOf(poll));
  const [quorate, cast] = [quorumReached(poll), castOf(poll)];
  if (quorate !== false) return { ...counted, quorate, cast };
  const explanation = [...counted.explanation, withoutQuorum()];
  return {
    ...counted,
    quorate,
    cast,
    explanation,
    winners: [],
    adopted: counted.adopted === null ? null : false,
  };
}

type Method = (poll: ReadPoll, preference: Preference) => Omit<Counted, 'cast'>;

const COUNTS: Readonly<Record<ReadPoll['method'], Method>> = {
  'yes-no-abstain': ofMotion,
  plurality: (poll, preference) => ofSums(poll, sumChoices(poll), preference),
  approval: (poll, preference) => ofSums(poll, sumChoices(poll), preference),
  score: (poll, preference) => ofSums(poll, sumScores(poll), preference),
  borda: (poll, preference) => ofSums(poll, sumBorda(poll), preference),
  irv: ofRunOff,
  stv: ofTransferable,
  schulze: (poll, preference) => ofPairs(poll, orderSchulze, preference),
  'ranked-pairs': (poll, preference) => ofPairs(poll, orderRankedPairs, preference),
};

const NOTHING = { adopted: null, quorate: null, quota: null, rounds: [], pairwise: null, tie: null } as const;

function ofMotion(poll: ReadPoll): Omit<Counted, 'cast'> {
  const motion = countMotion(poll);
  const { leader, carried, base, groups } = motion;
  const decided = carried === null ? leader : carried ? 'yes' : 'no';
  // A share is reached or not; where the rule asks which side has more, equal sides are a tie.
  const tied = leader === null && (poll.rule?.majority ?? 'simple') === 'simple';
  return {
    ...NOTHING,
    winners: tied || decided === null ? [] : [decided],
    order: leader === null ? [['yes', 'no']] : [[leader], [leader === 'yes' ? 'no' : 'yes']],
    adopted: carried,
    tally: { ...motion.tally, ...(base !== null && { base }), ...(groups && { groups }) },
    tie: tied ? { between: ['yes', 'no'], for: 'win' } : null,
    explanation: explainMotion(poll, motion),
  };
}

function ofSums(poll: ReadPoll, { values, scale }: Sums, preference: Preference): Omit<Counted, 'cast'> {
  const order = ordered([...poll.options.keys()], (option) => values[option] as bigint);
  const tally = byName(poll, (option) => exactly(values[option] as bigint, scale));
  return { ...NOTHING, tally, ...elected(poll, order, preference, { tally, preferred: undefined }) };
}

function ofPairs(
  poll: ReadPoll,
  orderOf: (matrix: Matrix) => Order,
  preference: Preference,
): Omit<Counted, 'cast'> {
  const matrix = comparePairs(poll);
  const order = orderOf(matrix);
  const pairwise = byName(poll, (a) => byName(poll, (b) => exactly(matrix[a]?.[b] as bigint, poll.scale), a));
  return {
    ...NOTHING,
    tally: {},
    pairwise,
    ...elected(poll, order, preference, { tally: null, preferred: preferredToAll(matrix) }),
  };
}

function elected(
  poll: ReadPoll,
  order: Order,
  preference: Preference,
  facts: Parameters<typeof explainElection>[2],
): Pick<Counted, 'winners' | 'order' | 'tie' | 'explanation'> {
  const names = (options: readonly number[]) => options.map((option) => poll.options[option] as string);
  const { winners, tied, brokenBy } = fill(order, poll.seats, preference);
  const tie: Tie | null = tied && { between: names(tied), for: poll.seats === 1 ? 'win' : 'seat' };
  const result = { winners: names(winners), order: order.map(names), tie };
  return {
    ...result,
    explanation: explainElection(poll, { ...result, brokenBy: brokenBy && names(brokenBy) }, facts),
  };
}

function ofRunOff(poll: ReadPoll, preference: Preference): Omit<Counted, 'cast'> {
  const { stages, winner, order, tied } = countRunOff(poll, preference);
  return staged(poll, {
    stages,
    order,
    scale: poll.scale,
    quota: null,
    tied,
    elected: winner === null ? [] : [winner],
  });
}

function ofTransferable(poll: ReadPoll, preference: Preference): Omit<Counted, 'cast'> {
  return staged(poll, countTransferable(poll, preference));
}

interface Staged {
  readonly stages: readonly Stage[];
  readonly order: Order;
  readonly scale: bigint;
  readonly quota: bigint | null;
  readonly elected: readonly number[];
  readonly tied: { readonly between: readonly number[]; readonly for: Tie['for'] } | null;
}

function staged(
  poll: ReadPoll,
  { stages, order, scale, quota, elected: winners, tied }: Staged,
): Omit<Counted, 'cast'> {
  const name = (option: number) => poll.options[option] as string;
  const rounds = stages.map((stage) => presentStage(poll, stage, scale));
  const tie = tied && { between: tied.between.map(name), for: tied.for };
  return {
    ...NOTHING,
    winners: winners.map(name),
    order: order.map((group) => group.map(name)),
    tally: rounds[0]?.tally ?? {},
    quota: quota === null ? null : exactly(quota, scale),
    rounds,
    tie,
    explanation: explainStages(poll, stages, { scale, quota, tie }),
  };
}

function presentStage(poll: ReadPoll, stage: Stage, scale: bigint): Round {
  const name = (option: number) => poll.options[option] as string;
  return {
    tally: Object.fromEntries(
      [...stage.votes]
        .sort(([a], [b]) => a - b)
        .map(([option, votes]) => [name(option), exactly(votes, scale)]),
    ),
    exhausted: exactly(stage.exhausted, scale),
    elected: stage.elected.map(name),
    eliminated: stage.eliminated.map(name),
    transfers: stage.transfers.map(({ from, to, votes }) => ({
      from: name(from),
      to: to === null ? null : name(to),
      votes: exactly(votes, scale),
    })),
  };
}

function byName<T>({ options }: ReadPoll, of: (option: number) => T, without?: number): Record<string, T> {
  return Object.fromEntries(
    [...options.entries()]
      .filter(([option]) => option !== without)
      .map(([option, name]) => [name, of(option)]),
  );
}

function castOf({ ballots }: ReadPoll): Counted['cast'] {
  const of = (kind: 'blank' | 'invalid') => ballots.filter(({ says }) => says.kind === kind).length;
  return { ballots: ballots.length, blank: of('blank'), invalid: of('invalid') };
}
