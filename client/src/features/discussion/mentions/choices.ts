import type { DelegationView, ParticipantView } from '../../../../../src/forum/forum.contract.js';
import type { Lang } from '../../../../../src/kernel/localized.js';
import type { Picked } from './picking.js';

/** Who may be picked, and what stands beside the name: a participant's city. */
export interface Choice {
  readonly one: Picked;
  readonly beside: string;
}

const MOST = 8;
/** Delegations take so many places at most, so that people are always among those shown. */
const MOST_DELEGATIONS = 4;

/**
 * Delegations whose city's name, in any language, has a word that begins as what is asked for; then participants, as
 * the server found them. Who is suspended is not there.
 */
export function choicesOf(
  asked: string,
  lang: Lang,
  found: {
    readonly people: readonly ParticipantView[] | undefined;
    readonly delegations: readonly DelegationView[] | undefined;
  },
): readonly Choice[] {
  const words = plain(asked);
  const begins = (name: string): boolean => ` ${plain(name)}`.includes(` ${words}`);
  const delegations = (found.delegations ?? [])
    .filter(({ city }) => Object.values(city.name).some(begins))
    .slice(0, MOST_DELEGATIONS)
    .map(({ id, city }): Choice => ({ one: { kind: 'delegation', id, name: city.name[lang] }, beside: '' }));
  const people = (found.people ?? [])
    .filter(({ suspended }) => !suspended)
    .map(
      ({ id, name, cityName }): Choice => ({
        one: { kind: 'participant', id, name },
        beside: cityName?.[lang] ?? '',
      }),
    );
  return [...delegations, ...people].slice(0, MOST);
}

/** Without capitals and accents. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
