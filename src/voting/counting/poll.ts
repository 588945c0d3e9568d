import type { Fraction } from '../../kernel/fraction.js';
import type { Localized } from '../../kernel/localized.js';
import type { CountRule, Method, QUOTAS, Unranked } from './counting.contract.js';

/** Options by index into `options`; `weight` in units of `1 / scale` of the poll. */
export interface ReadBallot {
  readonly weight: bigint;
  readonly group: string | null;
  readonly says:
    | { readonly kind: 'blank' }
    | { readonly kind: 'invalid' }
    /** Groups of equally ranked options, the best first. */
    | { readonly kind: 'ranking'; readonly ranking: readonly (readonly number[])[] }
    | { readonly kind: 'choices'; readonly choices: readonly number[] }
    /** One for each option, in units of `1 / scoreScale`; null where none was given. */
    | { readonly kind: 'scores'; readonly scores: readonly (bigint | null)[] };
}

/** A poll that was read: checked, its weights brought to one denominator so that sums are whole numbers. */
export interface ReadPoll {
  readonly method: Method;
  readonly options: readonly string[];
  readonly seats: number;
  readonly unranked: Unranked;
  readonly ballots: readonly ReadBallot[];
  readonly scale: bigint;
  readonly scoreScale: bigint;
  readonly rule: CountRule | null;
  readonly present: number | null;
  readonly entitled: number | null;
  /** What a majority of the entitled is measured on where voters have weights; else `entitled` is. */
  readonly entitledWeight: Fraction | null;
  /** How options are named in sentences, by option; by themselves without. */
  readonly labels: ReadonlyMap<string, Localized> | null;
  readonly tieBreak: 'none' | readonly string[] | { readonly seed: string };
  readonly stv: { readonly quota: (typeof QUOTAS)[number]; readonly decimals: number };
}
