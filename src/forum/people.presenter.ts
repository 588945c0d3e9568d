import type { Localized } from '../kernel/localized.js';
import type { City } from './city.entity.js';
import type { DelegationView, ParticipantRole, ParticipantView } from './forum.contract.js';
import { presentCity } from './forum.presenter.js';

export interface DelegationRow extends Pick<City, 'name' | 'country' | 'latitude' | 'longitude'> {
  readonly id: string;
  readonly cityId: string;
  readonly weight: string;
  readonly participants: number;
  readonly head: string | null;
}

/** How many come from a city is public; who leads them is for those who are in the forum. */
export function presentDelegation(row: DelegationRow, seesPeople: boolean): DelegationView {
  return {
    id: row.id,
    city: presentCity({ ...row, id: row.cityId }),
    weight: row.weight,
    participants: row.participants,
    head: seesPeople ? row.head : null,
  };
}

export interface ParticipantRow {
  readonly id: string;
  readonly name: string;
  readonly role: ParticipantRole;
  readonly delegationId: string | null;
  readonly cityName: Localized | null;
  readonly head: boolean;
  readonly deputy: boolean;
  readonly suspended: boolean;
}

export function presentParticipant(row: ParticipantRow): ParticipantView {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    delegationId: row.delegationId,
    cityName: row.cityName,
    head: row.head,
    deputy: row.deputy,
    suspended: row.suspended,
  };
}
