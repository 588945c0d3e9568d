import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { count } from '../../src/voting/counting/count.js';
import type { Counted, Method } from '../../src/voting/counting/counting.contract.js';

const DATA =
  process.env.NIDAA_SHARED_DATA ?? resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const FILE = resolve(DATA, 'ballots', 'cases.json');
const describeOnCases = existsSync(FILE) ? describe : describe.skip;
const why = existsSync(FILE) ? '' : ` (skipped: no polls at ${DATA})`;

interface Case {
  readonly id: string;
  readonly method: string;
  readonly candidates: readonly string[];
  readonly ballots: readonly { readonly ranking?: string[][]; readonly weight: number }[];
  readonly unranked?: string;
  readonly seats: number | null;
  readonly options: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
}

/** The peers' names of what Nidaa counts under its own. A Condorcet winner wins under Schulze. */
const METHODS: Readonly<Record<string, Method>> = {
  'Borda Count': 'borda',
  Fptp: 'plurality',
  Plurality: 'plurality',
  InstantRunoff: 'irv',
  IRV: 'irv',
  STV: 'stv',
  TransferableVoteSelector: 'stv',
  'Schulze Winning': 'schulze',
  'Ranked Pairs Winning': 'ranked-pairs',
  'condorcet:rankedpairs_winvotes': 'ranked-pairs',
  'Condorcet winner': 'schulze',
  'condorcet-winner': 'schulze',
  score: 'score',
  score_unsc0: 'score',
  ScoreVoting: 'score',
};

/** Methods that Nidaa does not offer. */
const NOT_OFFERED: Readonly<Record<string, string>> = {
  AllocatedScoreDistributor: 'seats by allocated scores',
  Baldwin: 'elimination by Borda sums',
  'CPO STV': 'compares outcomes, not options',
  Copeland: 'counts victories only',
  'condorcet:copeland_2o': 'counts victories only',
  'condorcet:copeland_raw': 'counts victories only',
  DodgsonQuick: 'an approximation of Dodgson',
  DodgsonTideman: 'an approximation of Dodgson',
  DowdallSystem: 'harmonic places',
  KemenyYoung: 'not bearable beyond a few options',
  'condorcet:kemeny_young': 'not bearable beyond a few options',
  'Minimax Margin': 'minimax',
  'Minimax Opposition': 'minimax',
  'Minimax Winning': 'minimax',
  'condorcet:minimax_winvotes': 'minimax',
  'Multiple Rounds System': 'several rounds are several polls',
  'Two Rounds': 'several rounds are several polls',
  PBV: 'block preferential',
  PreConverted: 'a converter of its own before another method',
  PreferenceAddition: 'Bucklin',
  QuotaSelector: 'everyone above a quota',
  'Ranked Pairs Margin': 'ranked pairs by margins',
  SainteLague: 'party lists',
  'Schulze Ratio': 'Schulze by ratios',
  SequentialProportionalApproval: 'proportional approval',
  Smith: 'a set, not a winner',
  TransferableVoteDistributor: 'several seats for one option',
  mjplus: 'majority judgement',
  schwartz_set: 'a set, not a winner',
  smith_set: 'a set, not a winner',
};

/** Offered, but with an option that is not. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'condorcet-php/InstantRunoff/result-3/1': 'a tie of all three, which the peer breaks by comparing pairs',
  'condorcet-php/InstantRunoff/result-4/1': 'equal ranks, which a run-off does not bear',
  'condorcet-php/FirstPastThePost/result-3/1': 'a vote split between two options',
  'condorcet-php/SingleTransferableVote/result-alternative-quotas2/1': 'the Imperiali quota',
  'votelib/test_score/test_score_bottom/48': 'a mean of the scores given, not their sum',
};

const cases: readonly Case[] = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : [];
const covered = cases.filter(({ id, method }) => method in METHODS && !(id in LEFT_OUT));

describeOnCases(`polls of other systems${why}`, () => {
  it('are counted here, or left out by name', () => {
    const known = ({ method, id }: Case) => method in METHODS || method in NOT_OFFERED || id in LEFT_OUT;
    expect(cases.filter((each) => !known(each)).map(({ id }) => id)).toEqual([]);
    expect(Object.keys(LEFT_OUT).filter((id) => !cases.some((each) => each.id === id))).toEqual([]);
    expect(covered.length).toBeGreaterThan(40);
  });

  for (const each of covered)
    it(`${each.id} is counted the same`, () => {
      const counted = count(toPoll(each));
      for (const [what, expected] of Object.entries(each.expected)) AGREES[what]?.(counted, expected, each);
    });
});

function toPoll({ method, candidates, ballots, unranked, seats, options }: Case): object {
  const own = METHODS[method] as Method;
  const first = ({ ranking, weight }: Case['ballots'][number]) => ({ choice: ranking?.[0]?.[0], weight });
  return {
    method: own,
    options: candidates,
    seats: seats ?? 1,
    unranked: [unranked, options.unranked].includes('no-opinion') ? 'no-opinion' : 'tied-last',
    ballots: own === 'plurality' && ballots[0]?.ranking ? ballots.map(first) : ballots,
    ...(options['STV.Quota'] === 'Hare quota' && { stv: { quota: 'hare' } }),
  };
}

const sorted = (names: unknown): string[] => [...(names as string[])].sort();
const isCondorcet = ({ method }: Case): boolean => /condorcet.winner/i.test(method);

/** Who is preferred to every other option, from the matrix alone. */
const preferredToAll = ({ pairwise }: Counted): string[] =>
  Object.entries(pairwise ?? {})
    .filter(([a, row]) =>
      Object.entries(row).every(([b, votes]) => (votes as number) > (pairwise?.[b]?.[a] as number)),
    )
    .map(([a]) => a);

/** How each of the peers' expectations is compared. What is not named here is said in another form elsewhere. */
const AGREES: Readonly<Record<string, (counted: Counted, expected: unknown, of: Case) => void>> = {
  winners: (counted, expected, of) => {
    if (isCondorcet(of)) expect(preferredToAll(counted)).toEqual(expected);
    // A peer's several winners of one seat are a tie here.
    else expect(sorted(counted.tie?.between ?? counted.winners)).toEqual(sorted(expected));
  },
  not_winners: (counted, expected) =>
    expect(counted.winners.filter((name) => (expected as string[]).includes(name))).toEqual([]),
  losers: (counted, expected) => expect(counted.order.at(-1)).toEqual(expected),
  order: (counted, expected, { seats }) =>
    expect(counted.order.slice(0, seats ?? undefined).map(sorted)).toEqual(
      (expected as string[][]).map(sorted),
    ),
  orderPrefix: (counted, expected) => expect(counted.order.flat()).toEqual(expected),
  elected: (counted, expected) => {
    const names = (expected as (string | { tie: string[] })[]).map((name) =>
      typeof name === 'string'
        ? name
        : counted.tie && sorted(name.tie).join() === sorted(counted.tie.between).join(),
    );
    const tied = counted.tie ? names.filter((name) => name === true) : [];
    expect([...sorted(counted.winners), ...tied]).toEqual([
      ...sorted(names.filter((name) => typeof name === 'string')),
      ...names.filter((name) => typeof name !== 'string'),
    ]);
  },
  electedSet: (counted, expected) => expect(sorted(counted.winners)).toEqual(sorted(expected)),
  electedSetForPrefix: (counted, expected) => expect(counted.order.flat()).toEqual(expected),
  quota: (counted, expected) => expect(counted.quota).toBe(expected),
};
