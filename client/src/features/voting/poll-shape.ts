import type { Base, Method } from '../../../../src/voting/counting/counting.contract.js';
import type { Electorate, Rule, Secrecy } from '../../../../src/voting/polls.contract.js';

interface Chosen {
  readonly method: Method;
  readonly secrecy: Secrecy;
  readonly electorate: Electorate;
  readonly majority: { readonly kind: string };
}

/** Which fields mean something for what is chosen; the others are neither shown nor sent. */
export interface Fit {
  readonly options: boolean;
  readonly seats: boolean;
  readonly choicesMax: boolean;
  readonly scores: boolean;
  readonly unranked: boolean;
  readonly majority: boolean;
  /** A simple majority compares yes with no: there is nothing that it would be a share of. */
  readonly base: boolean;
  readonly groups: boolean;
  readonly tieBreak: boolean;
  readonly circle: boolean;
  readonly confirmed: boolean;
  readonly proxies: boolean;
  readonly live: boolean;
  readonly changeable: boolean;
}

/** Of these methods' ballots it has to be said what it means to leave an option out. */
const LEAVES_OUT: readonly Method[] = ['borda', 'schulze', 'ranked-pairs'];

export function fits({ method, secrecy, electorate, majority }: Chosen): Fit {
  const motion = method === 'yes-no-abstain';
  return {
    options: !motion,
    seats: !motion && method !== 'irv',
    choicesMax: method === 'plurality',
    scores: method === 'score',
    unranked: LEAVES_OUT.includes(method),
    majority: motion,
    base: motion && majority.kind !== 'simple',
    groups: motion,
    tieBreak: !motion,
    circle: electorate === 'circle',
    // Nobody can confirm what nobody may see.
    confirmed: electorate === 'cities' && secrecy !== 'secret',
    proxies: electorate !== 'cities',
    live: secrecy === 'roll-call',
    changeable: secrecy !== 'secret',
  };
}

/** Whether the chair must say how many are in the hall before the poll can be opened. */
export function needsPresent({
  base,
  majority,
  quorum,
}: Pick<Rule, 'base' | 'majority' | 'quorum'>): boolean {
  const measured: Base | null = majority === 'simple' ? null : base;
  return measured === 'present' || quorum?.of === 'present';
}
