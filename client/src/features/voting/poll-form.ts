import type { Localized } from '../../../../src/kernel/localized.js';
import type {
  Base,
  CountRule,
  Majority,
  Method,
  Share,
  Unranked,
} from '../../../../src/voting/counting/counting.contract.js';
import {
  DEFAULT_RANGE,
  DEFAULT_TERMS,
  type Electorate,
  type Grouping,
  POLL_LIMITS,
  type PollTerms,
  type Publication,
  type Rule,
  type Secrecy,
  type TieBreak,
} from '../../../../src/voting/polls.contract.js';
import { BLANK } from '../../ui/localized-fields.js';
import { fits } from './poll-shape.js';

export const MAJORITIES = ['simple', 'absolute', 'two-thirds', 'other'] as const;
export const QUORUMS = ['none', 'third', 'half', 'two-thirds', 'other'] as const;

/** A share as it is typed, which may be none yet. */
export interface TypedShare {
  readonly num: string;
  readonly den: string;
}
export interface FormMajority extends TypedShare {
  readonly kind: (typeof MAJORITIES)[number];
}
export interface FormQuorum extends TypedShare {
  readonly kind: (typeof QUORUMS)[number];
  readonly of: 'entitled' | 'present';
}
/** `key` tells rows apart while they are moved; the poll numbers them when it is prepared. */
export interface FormOption {
  readonly key: string;
  readonly text: Localized;
}

/** Everything that a chair may set, as the form holds it: numbers as typed, and what does not fit kept in mind. */
export interface PollForm {
  readonly method: Method;
  readonly options: readonly FormOption[];
  readonly seats: string;
  readonly choicesMax: string;
  readonly low: string;
  readonly high: string;
  readonly unranked: Unranked;
  readonly majority: FormMajority;
  readonly base: Base;
  readonly quorum: FormQuorum;
  readonly groups: 'none' | Grouping;
  readonly groupsMajority: FormMajority;
  readonly tieBreak: TieBreak;
  readonly electorate: Electorate;
  /** Names beside the ids, so that a kept draft can be read. */
  readonly circle: readonly { readonly id: string; readonly name: string }[];
  readonly confirmed: boolean;
  readonly proxies: boolean;
  readonly secrecy: Secrecy;
  readonly live: boolean;
  readonly changeable: boolean;
  readonly publication: Publication;
}

const SHARE = { num: '3', den: '5' };
const NO_OPTIONS: PollForm['options'] = ['1', '2'].map((key) => ({ key, text: BLANK }));

const NO_QUORUM: FormQuorum = { kind: 'none', num: '1', den: '4', of: 'entitled' };

/** The form of a poll of which nothing has been said yet. */
export const BEGINNING: PollForm = formOf({ ...DEFAULT_TERMS, rule: { majority: 'simple', base: 'votes' } });

/** The terms as they travel; null while something typed is no number, or a text is missing. */
export function termsOf(form: PollForm): PollTerms | null {
  const fit = fits(form);
  const rule = ruleOf(form);
  const options = fit.options ? form.options : [];
  const seats = fit.seats ? wholeOf(form.seats, 1, options.length) : 1;
  const choicesMax = fit.choicesMax ? wholeOf(form.choicesMax, 1, options.length) : 1;
  const range = fit.scores ? rangeOf(form) : null;
  const complete = options.every(({ text }) => Object.values(text).every((each) => each.trim()));
  if (!rule || !complete || !seats || !choicesMax || (fit.scores && !range)) return null;
  if (fit.options && (options.length < 2 || options.length > POLL_LIMITS.options)) return null;
  if (fit.circle && form.circle.length === 0) return null;
  return {
    method: form.method,
    options: options.map(({ text }, at) => ({ id: String(at + 1), text: trimmed(text) })),
    seats,
    choicesMax,
    scoreRange: range,
    unranked: fit.unranked ? form.unranked : 'tied-last',
    rule,
    tieBreak: fit.tieBreak ? form.tieBreak : 'none',
    electorate: form.electorate,
    circle: fit.circle ? form.circle.map(({ id }) => id) : [],
    confirmed: fit.confirmed && form.confirmed,
    proxies: fit.proxies && form.proxies,
    secrecy: form.secrecy,
    live: fit.live && form.live,
    changeable: fit.changeable && form.changeable,
    publication: form.publication,
  };
}

/** A poll's terms back in the form. `names` say how the people of a circle are called. */
export function formOf(terms: PollTerms, names: ReadonlyMap<string, string> = new Map()): PollForm {
  const [low, high] = (terms.scoreRange ?? DEFAULT_RANGE).map(String) as [string, string];
  const { rule } = terms;
  return {
    ...terms,
    options: terms.options.length > 0 ? terms.options.map(({ id, text }) => ({ key: id, text })) : NO_OPTIONS,
    seats: String(terms.seats),
    choicesMax: String(terms.choicesMax),
    low,
    high,
    majority: majorityIn(rule.majority),
    base: rule.base,
    quorum: quorumIn(rule.quorum),
    groups: rule.groups?.by ?? 'none',
    groupsMajority: majorityIn(rule.groups?.majority ?? 'simple'),
    circle: terms.circle.map((id) => ({ id, name: names.get(id) ?? '' })),
  };
}

/** The rule; null while a share that was typed is none. */
export function ruleOf(form: PollForm): Rule | null {
  const fit = fits(form);
  const majority = fit.majority ? majorityOf(form.majority) : 'simple';
  const groupsMajority = fit.groups && form.groups !== 'none' ? majorityOf(form.groupsMajority) : 'simple';
  const share = quorumShare(form.quorum);
  if (!majority || !groupsMajority || (form.quorum.kind !== 'none' && !share)) return null;
  return {
    majority,
    base: fit.base ? form.base : 'votes',
    ...(share && { quorum: { ...share, of: form.quorum.of } }),
    ...(fit.groups && form.groups !== 'none' && { groups: { by: form.groups, majority: groupsMajority } }),
  };
}

export function majorityOf(typed: FormMajority): Majority | null {
  return typed.kind === 'other' ? shareOf(typed) : typed.kind;
}

const QUORUM_SHARES = { third: [1, 3], half: [1, 2], 'two-thirds': [2, 3] } as const;

export function quorumShare(typed: FormQuorum): Share | null {
  if (typed.kind === 'none') return null;
  if (typed.kind === 'other') return shareOf(typed);
  const [num, den] = QUORUM_SHARES[typed.kind];
  return { num, den };
}

/** Two whole numbers from 1 to 1000, the first no greater than the second; else null. */
function shareOf({ num, den }: TypedShare): Share | null {
  const [above, below] = [wholeOf(num, 1, 1000), wholeOf(den, 1, 1000)];
  return above && below && above <= below ? { num: above, den: below } : null;
}

/** A whole number as typed, in Arabic digits too; null where it is none or out of bounds. */
export function wholeOf(typed: string, least: number, most: number): number | null {
  const latin = typed.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const number = /^-?\d+$/.test(latin) ? Number(latin) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

export function rangeOf({ low, high }: Pick<PollForm, 'low' | 'high'>): readonly [number, number] | null {
  const [from, to] = [
    wholeOf(low, -POLL_LIMITS.score, POLL_LIMITS.score),
    wholeOf(high, 0, POLL_LIMITS.score),
  ];
  return from !== null && to !== null && from < to ? [from, to] : null;
}

function majorityIn(majority: CountRule['majority']): FormMajority {
  if (typeof majority === 'string') return { kind: majority, ...SHARE };
  return { kind: 'other', num: String(majority.num), den: String(majority.den) };
}

function quorumIn(quorum: Rule['quorum']): FormQuorum {
  if (!quorum) return NO_QUORUM;
  const { num, den, of } = quorum;
  const known = Object.entries(QUORUM_SHARES).find(([, [n, d]]) => n === num && d === den)?.[0];
  return {
    kind: (known as keyof typeof QUORUM_SHARES | undefined) ?? 'other',
    num: String(num),
    den: String(den),
    of,
  };
}

const trimmed = ({ ar, fr, en }: Localized): Localized => ({ ar: ar.trim(), fr: fr.trim(), en: en.trim() });
