import type { Fraction } from '../../kernel/fraction.js';
import {
  BASES,
  CHOICES,
  type CountRule,
  type Majority,
  METHODS,
  QUOTAS,
  type Share,
  UNRANKED,
} from './counting.contract.js';
import type { ReadPoll } from './poll.js';
import { BadPoll, exact, list, object, oneOf, text, whole } from './poll-input.js';
import { readBallots } from './read-ballots.js';

const MOST_OPTIONS = 200;
const MOST_DECIMALS = 12;

/**
 * Checks a poll from outside and brings it into the form that is counted. `labels` name options in sentences.
 * Throws BadPoll.
 */
export function readPoll(input: unknown, labels: ReadPoll['labels'] = null): ReadPoll {
  const poll = object(input, 'the poll');
  const method = oneOf(poll.method, METHODS, 'method');
  const options = readOptions(poll.options, method);
  const seats = poll.seats === undefined ? 1 : whole(poll.seats, 'seats', 1);
  if (seats > options.length) throw new BadPoll(`there are ${seats} seats and ${options.length} options`);
  if (method === 'irv' && seats !== 1)
    throw new BadPoll('an instant run-off fills one seat; take stv for more');
  const rule = poll.rule === undefined || poll.rule === null ? null : readRule(poll.rule);
  const { present, entitled } = {
    present: given(poll.present, 'present'),
    entitled: given(poll.entitled, 'entitled'),
  };
  checkBases(rule, { present, entitled });
  if (rule?.groups && method !== 'yes-no-abstain')
    throw new BadPoll('rule.groups is for yes-no-abstain polls');
  const about = {
    method,
    options,
    grouped: Boolean(rule?.groups),
    choicesMax: poll.choicesMax === undefined ? 1 : whole(poll.choicesMax, 'choicesMax', 1),
    scoreRange: readRange(poll.scoreRange),
  };
  return {
    method,
    options,
    seats,
    unranked: poll.unranked === undefined ? 'tied-last' : oneOf(poll.unranked, UNRANKED, 'unranked'),
    ...readBallots(list(poll.ballots, 'ballots'), about),
    rule,
    present,
    entitled,
    entitledWeight: poll.entitledWeight === undefined ? null : exact(poll.entitledWeight, 'entitledWeight'),
    labels,
    tieBreak: readTieBreak(poll.tieBreak, options),
    stv: readStv(poll.stv),
  };
}

function readOptions(options: unknown, method: string): readonly string[] {
  if (method === 'yes-no-abstain') {
    if (
      options !== undefined &&
      JSON.stringify([...list(options, 'options')].sort()) !== JSON.stringify([...CHOICES].sort())
    )
      throw new BadPoll('the options of a yes-no-abstain poll are yes, no and abstain');
    return CHOICES;
  }
  const names = list(options, 'options').map((option, at) => text(option, `options[${at}]`));
  if (names.length === 0) throw new BadPoll('there are no options');
  if (names.length > MOST_OPTIONS) throw new BadPoll(`there are more than ${MOST_OPTIONS} options`);
  if (new Set(names).size < names.length) throw new BadPoll('an option is there twice');
  return names;
}

function readRule(input: unknown): CountRule {
  const rule = object(input, 'rule');
  const quorum =
    rule.quorum === undefined || rule.quorum === null ? null : object(rule.quorum, 'rule.quorum');
  const groups =
    rule.groups === undefined || rule.groups === null ? null : object(rule.groups, 'rule.groups');
  return {
    majority: readMajority(rule.majority ?? 'simple', 'rule.majority'),
    base: rule.base === undefined ? 'votes' : oneOf(rule.base, BASES, 'rule.base'),
    ...(quorum && {
      quorum: {
        ...share(quorum, 'rule.quorum'),
        of: oneOf(quorum.of ?? 'entitled', ['entitled', 'present'], 'rule.quorum.of'),
      },
    }),
    ...(groups && { groups: { majority: readMajority(groups.majority, 'rule.groups.majority') } }),
  };
}

function readMajority(input: unknown, where: string): Majority {
  if (input === 'simple' || input === 'absolute' || input === 'two-thirds') return input;
  if (typeof input === 'string') throw new BadPoll(`${where} is none that is known`);
  return share(object(input, where), where);
}

function share(input: Record<string, unknown>, where: string): Share {
  const [num, den] = [whole(input.num, `${where}.num`, 0), whole(input.den, `${where}.den`, 1)];
  if (num > den) throw new BadPoll(`${where} is more than the whole`);
  return { num, den };
}

function checkBases(
  rule: CountRule | null,
  known: Readonly<Record<'present' | 'entitled', number | null>>,
): void {
  for (const name of ['present', 'entitled'] as const) {
    const needed = rule?.base === name || rule?.quorum?.of === name;
    if (needed && known[name] === null)
      throw new BadPoll(`the rule needs the number of ${name}, which is not given`);
  }
}

function readRange(input: unknown): readonly [Fraction, Fraction] | null {
  if (input === undefined || input === null) return null;
  const [low, high, ...more] = list(input, 'scoreRange').map((bound) => exact(bound, 'scoreRange'));
  if (!low || !high || more.length > 0 || low.compare(high) > 0)
    throw new BadPoll('scoreRange is the lowest and the highest score');
  return [low, high];
}

function readTieBreak(input: unknown, options: readonly string[]): ReadPoll['tieBreak'] {
  if (input === undefined || input === null || input === 'none') return 'none';
  if (!Array.isArray(input)) return { seed: text(object(input, 'tieBreak').seed, 'tieBreak.seed') };
  const order = input.map((name) => text(name, 'tieBreak'));
  if (new Set(order).size < order.length || order.some((name) => !options.includes(name)))
    throw new BadPoll('tieBreak names an option that is not there, or one twice');
  return order;
}

function readStv(input: unknown): ReadPoll['stv'] {
  const stv = input === undefined || input === null ? {} : object(input, 'stv');
  if (stv.transfer !== undefined && stv.transfer !== 'gregory-inclusive')
    throw new BadPoll('stv.transfer is none that is known');
  const decimals = stv.decimals === undefined ? 5 : whole(stv.decimals, 'stv.decimals', 0);
  if (decimals > MOST_DECIMALS) throw new BadPoll(`stv.decimals are ${MOST_DECIMALS} at most`);
  return { quota: stv.quota === undefined ? 'droop' : oneOf(stv.quota, QUOTAS, 'stv.quota'), decimals };
}

function given(input: unknown, where: string): number | null {
  return input === undefined || input === null ? null : whole(input, where, 0);
}
