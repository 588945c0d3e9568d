import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Localized } from '../kernel/localized.js';
import type { AuthorView } from './forum.contract.js';

interface Row {
  id: string;
  name: string;
  city_name: Localized | null;
}

/** How participants are named beside what they wrote: one query for a whole page. */
@Injectable()
export class Authors {
  constructor(private readonly db: DataSource) {}

  async of(participantIds: readonly (string | null)[]): Promise<ReadonlyMap<string, AuthorView>> {
    const ids = [...new Set(participantIds.filter((id) => id !== null))];
    if (ids.length === 0) return new Map();
    const rows: Row[] = await this.db.query(
      `SELECT p.id, a.name, c.name AS city_name
         FROM participant p
         JOIN account a ON a.id = p.account_id
         LEFT JOIN delegation d ON d.id = p.delegation_id
         LEFT JOIN city c ON c.id = d.city_id
        WHERE p.id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, name, city_name }) => [id, { id, name, cityName: city_name }]));
  }
}
