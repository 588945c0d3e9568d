import type { EntityManager } from 'typeorm';
import type { Localized } from '../kernel/localized.js';
import { City } from './city.entity.js';
import { Delegation } from './delegation.entity.js';

/** The names of delegations' cities, by delegation: one query for all. Those who belong to none have none. */
export async function cityNames(
  em: EntityManager,
  belonging: readonly { readonly delegationId: string | null }[],
): Promise<ReadonlyMap<string | null, Localized>> {
  const rows = await em
    .createQueryBuilder(Delegation, 'd')
    .innerJoin(City, 'c', 'c.id = d.cityId')
    .select('d.id', 'id')
    .addSelect('c.name', 'name')
    .where('d.id = ANY(:ids)', { ids: belonging.flatMap(({ delegationId }) => delegationId ?? []) })
    .getRawMany<{ id: string; name: Localized }>();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
