import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Lang, Localized } from '../../kernel/localized.js';
import { keyOf, type Mention } from './marks.js';

interface Row {
  readonly key: string;
  readonly name: string | null;
  readonly city: Localized | null;
}

/** What stands for somebody whose name is not to be shown, and who sits for no city; and for who is gone. */
const SOMEBODY = '…';

/**
 * How somebody is called in a language. Who is in a forum is for those who are in it: `insider` tells whether the
 * reader is; others read the name of the city. Delegations are everybody's.
 */
export type NameOf = (mention: Mention, as: { readonly lang: Lang; readonly insider: boolean }) => string;

/** Names of those who are mentioned. */
@Injectable()
export class MentionedNames {
  constructor(private readonly db: DataSource) {}

  /** One query for the mentions of a whole page. */
  async of(mentions: readonly Mention[], em: EntityManager = this.db.manager): Promise<NameOf> {
    const found = new Map((await rowsOf(em, mentions)).map((row) => [row.key, row]));
    return (mention, { lang, insider }) => {
      const row = found.get(keyOf(mention));
      return (insider && row?.name) || row?.city?.[lang] || SOMEBODY;
    };
  }
}

async function rowsOf(em: EntityManager, mentions: readonly Mention[]): Promise<Row[]> {
  if (mentions.length === 0) return [];
  const idsOf = (wanted: Mention['kind']) =>
    mentions.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  return em.query(
    `SELECT 'participant:' || p.id AS key, a.name, city.name AS city
       FROM participant p
       JOIN account a ON a.id = p.account_id
       LEFT JOIN delegation d ON d.id = p.delegation_id
       LEFT JOIN city ON city.id = d.city_id
      WHERE p.id = ANY($1::uuid[])
     UNION ALL
     SELECT 'delegation:' || d.id, NULL, city.name
       FROM delegation d JOIN city ON city.id = d.city_id
      WHERE d.id = ANY($2::uuid[])`,
    [idsOf('participant'), idsOf('delegation')],
  );
}
