import type { Localized } from '../../kernel/localized.js';
import type { Exact, Tie } from './counting.contract.js';
import { named, SAYS } from './explain.words.js';
import type { Motion } from './motion.js';
import type { ReadPoll } from './poll.js';
import type { Stage } from './stage.js';
import { exactly, sum } from './standing.js';

export const withoutQuorum = (): Localized => SAYS.noQuorum();

/** How a motion came out, in sentences. */
export function explainMotion(
  { rule }: ReadPoll,
  { tally, base, groups, carried, leader }: Motion,
): readonly Localized[] {
  const { yes, no, abstain } = tally;
  const verdict = carried ? SAYS.adopted : SAYS.rejected;
  return [
    SAYS.votes(yes.weight, no.weight, abstain.weight),
    ...(groups ? [SAYS.groups(groups.yes, groups.no, groups.even)] : []),
    ...(leader === null ? [SAYS.even()] : []),
    ...(rule && base !== null ? [verdict(yes.weight, base)] : []),
  ];
}

/** How an election came out that is counted in one go: by sums, or by comparing pairs. */
export function explainElection(
  { options, labels }: ReadPoll,
  result: {
    readonly winners: readonly string[];
    readonly order: readonly (readonly string[])[];
    readonly tie: Tie | null;
    readonly brokenBy: readonly string[] | null;
  },
  facts: {
    /** Null where options are only compared. */
    readonly tally: Readonly<Record<string, Exact>> | null;
    /** Who is preferred to every other option, null for nobody; undefined where options are not compared. */
    readonly preferred: number | null | undefined;
  },
): readonly Localized[] {
  const { winners, order, tie, brokenBy } = result;
  const { tally, preferred } = facts;
  return [
    ...(tally ? order.flat().map((name) => SAYS.has(named([name], labels), tally[name] as Exact)) : []),
    ...(preferred === null ? [SAYS.noneBeatsAll()] : []),
    ...(typeof preferred === 'number' && options.length > 1
      ? [SAYS.beatsAll(named([options[preferred] as string], labels))]
      : []),
    ...(brokenBy
      ? [
          SAYS.byRule(
            named(brokenBy, labels),
            named(
              brokenBy.filter((name) => winners.includes(name)),
              labels,
            ),
          ),
        ]
      : []),
    ...(winners.length > 0 ? [SAYS.wins(named(winners, labels))] : []),
    ...(tie ? [SAYS.tie(named(tie.between, labels))] : []),
  ];
}

/** What happened at each stage of a run-off, in the order in which it happened. */
export function explainStages(
  { options, seats, labels }: ReadPoll,
  stages: readonly Stage[],
  { scale, quota, tie }: { readonly scale: bigint; readonly quota: bigint | null; readonly tie: Tie | null },
): readonly Localized[] {
  const names = (indexes: readonly number[]) =>
    named(
      indexes.map((option) => options[option] as string),
      labels,
    );
  const amount = (value: bigint): Exact => exactly(value, scale);
  const of = (votes: Stage['votes'], option: number): bigint => votes.get(option) ?? 0n;
  const tellElected = ({ votes, elected }: Stage): Localized[] =>
    elected.map((option) => {
      const has = of(votes, option);
      if (quota === null)
        return SAYS.overHalf(names([option]), amount(has), amount(sum([...votes.values()])));
      return has >= quota ? SAYS.reachesQuota(names([option]), amount(has)) : SAYS.takesRest(names([option]));
    });
  const tellMoves = ({ votes: held, apart, eliminated, transfers }: Stage): Localized[] => {
    const surplusOf = eliminated.length === 0 ? transfers[0]?.from : undefined;
    return [
      ...(apart
        ? [(apart.by === 'rule' ? SAYS.byRule : SAYS.earlier)(names(apart.equals), names([apart.first]))]
        : []),
      ...eliminated.map((option) => SAYS.goesOut(names([option]), amount(of(held, option)))),
      ...(surplusOf === undefined || quota === null
        ? []
        : [SAYS.surplus(names([surplusOf]), amount(of(held, surplusOf) - quota))]),
      ...transfers.map(({ from, to, votes }) =>
        SAYS.passes(names([from]), to === null ? null : names([to]), amount(votes)),
      ),
    ];
  };
  const told = stages.flatMap((stage) => [...tellElected(stage), ...tellMoves(stage)]);
  const first = [...(stages[0]?.votes ?? [])].map(([option, votes]) =>
    SAYS.has(names([option]), amount(votes)),
  );
  return [
    ...(quota === null ? [] : [SAYS.quota(amount(quota), seats)]),
    ...first,
    ...told,
    ...(tie ? [SAYS.tie(named(tie.between, labels))] : []),
  ];
}
