import {
  PROPOSAL_SORTS,
  PROPOSAL_STATES,
  type ProposalFilter,
} from '../../../../src/proposals/proposals.contract.js';
import { LANGS } from '../../i18n/locale.js';

const WORDS = ['q', 'topic', 'city', 'author'] as const;
const SWITCHES = ['mine', 'followed'] as const;
const ORDER = ['q', 'topic', 'state', 'city', 'author', 'written', 'mine', 'followed', 'sort'] as const;

/** The filter in an address; what means nothing there is left out. */
export function filterOf(search: URLSearchParams): ProposalFilter {
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find((each) => each === search.get(name));
  const found = {
    ...Object.fromEntries(WORDS.map((name) => [name, search.get(name)?.trim() || undefined])),
    ...Object.fromEntries(SWITCHES.map((name) => [name, search.get(name) === 'true' || undefined])),
    state: one('state', PROPOSAL_STATES),
    written: one('written', LANGS),
    sort: one('sort', PROPOSAL_SORTS),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** The same filter as it stands in an address, always in the same order: two that are alike read alike. */
export function addressOf(filter: ProposalFilter): string {
  const search = new URLSearchParams();
  for (const name of ORDER) {
    const value = filter[name];
    if (value && !(name === 'sort' && value === 'new')) search.set(name, String(value));
  }
  return search.toString();
}

/** Whether it leaves anything out; an order alone does not. */
export const isNarrow = ({ sort: _, ...rest }: ProposalFilter): boolean => Object.values(rest).some(Boolean);
