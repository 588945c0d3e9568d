import { useTranslation } from 'react-i18next';
import type {
  AmendmentView,
  ConsequencesView,
} from '../../../../../src/proposals/amendments/amendments.contract.js';
import { useNumbers } from './numbers.js';

export type Numbered = Pick<AmendmentView, 'id' | 'number' | 'parentId'>;

/** What follows from one amendment's fate, where those of `falls` come to the vote later. */
export type Consequence =
  | { readonly kind: 'falls'; readonly number: number; readonly falls: readonly number[] }
  /** `amends`: it changes the other one; else it changes what the other one puts in. */
  | { readonly kind: 'needs' | 'amends'; readonly number: number; readonly needed: readonly number[] };

/** What follows, in the order in which votes are taken. Whoever is not in the order is left out. */
export function consequencesIn(
  order: readonly string[],
  { excludes, depends }: ConsequencesView,
  amendments: readonly Numbered[],
): Consequence[] {
  const place = new Map(order.map((id, at) => [id, at]));
  const known = new Map(amendments.map((each) => [each.id, each]));
  const numbers = (ids: readonly string[]): number[] =>
    ids.flatMap((id) => known.get(id)?.number ?? []).sort((a, b) => a - b);
  const later = (one: string, other: string) =>
    place.has(other) && (place.get(one) as number) < (place.get(other) as number);
  return order.flatMap((id): Consequence[] => {
    const own = known.get(id);
    if (!own) return [];
    const { number, parentId } = own;
    const rivals = excludes.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []));
    const falls = numbers(rivals.filter((rival) => later(id, rival)));
    const on = depends.flatMap(([a, b]) => (a === id ? [b] : []));
    const amends = numbers(on.filter((each) => each === parentId));
    const needed = numbers(on.filter((each) => each !== parentId));
    return [
      ...(falls.length > 0 ? [{ kind: 'falls', number, falls } as const] : []),
      ...(amends.length > 0 ? [{ kind: 'amends', number, needed: amends } as const] : []),
      ...(needed.length > 0 ? [{ kind: 'needs', number, needed } as const] : []),
    ];
  });
}

/** "If 2 is adopted, 3 falls." "5 falls unless 4 is adopted." */
export function useConsequenceSentence(): (consequence: Consequence) => string {
  const { t } = useTranslation();
  const listed = useNumbers();
  return (consequence) => {
    const { number } = consequence;
    if (consequence.kind === 'falls') {
      const { falls } = consequence;
      return t('consequence.falls', { number, count: falls.length, names: listed(falls) });
    }
    const names = listed(consequence.needed);
    return consequence.kind === 'amends'
      ? t('consequence.amends', { number, names })
      : t('consequence.needs', { number, names });
  };
}
