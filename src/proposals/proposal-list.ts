import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mayContribute, mayModerate } from '../forum/forum.abilities.js';
import type { Forum } from '../forum/forum.entity.js';
import { ForumAccess, type Standing } from '../forum/forum-access.js';
import type { Localized } from '../kernel/localized.js';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.js';
import type { Reader } from '../platform/http/reader.js';
import {
  PROPOSAL_STATES,
  type ProposalCounts,
  type ProposalFilter,
  type ProposalSort,
  type ProposalSummary,
} from './proposals.contract.js';
import type { ProposalsQuery } from './proposals.dto.js';

/** What a list is sorted by, the greatest first. */
const SORTS: Readonly<Record<ProposalSort, { readonly key: string; readonly type: string }>> = {
  new: { key: 'p.created_at', type: 'timestamptz' },
  active: { key: 'p.active_at', type: 'timestamptz' },
  endorsed: { key: 'p.endorsements', type: 'integer' },
  breadth: { key: 'p.endorsing_cities', type: 'integer' },
};

interface Row extends Omit<ProposalSummary, 'author' | 'createdAt' | 'activeAt'> {
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly authorCity: Localized | null;
  readonly createdAt: Date;
  readonly activeAt: Date;
  readonly key: string;
}

/** Proposals as one reader sees them: one query for a page, however many proposals there are. */
@Injectable()
export class ProposalList {
  constructor(
    private readonly db: DataSource,
    private readonly access: ForumAccess,
  ) {}

  async list(
    reader: Reader,
    slug: string,
    { cursor, limit, lang, sort = 'new', ...filter }: ProposalsQuery,
  ): Promise<Page<ProposalSummary>> {
    const { forum, standing } = await this.access.enter(reader, slug);
    const where = conditions(forum, standing, filter);
    const { key, type } = SORTS[sort];
    if (cursor) {
      const [value, id] = decodeCursor(cursor, 2);
      where.add(`(${key}, p.id) < (${where.value(value)}::${type}, ${where.value(id)}::uuid)`);
    }
    const rows: Row[] = await this.db.query(
      `SELECT p.id, p.number, p.state, p.topic_id AS "topicId", p.endorsements, p.imported,
              p.endorsing_cities AS "endorsingCities", p.imported_support AS "importedSupport",
              p.created_at AS "createdAt", p.active_at AS "activeAt", p.author_id AS "authorId", p.key,
              text.title, text.summary, text.lang AS "titleLang", account.name AS "authorName",
              city.name AS "authorCity"
         FROM (SELECT p.*, ${key}::text AS key FROM proposal p WHERE ${where.text}
                ORDER BY ${key} DESC, p.id DESC LIMIT ${where.value(limit + 1)}) p
         CROSS JOIN LATERAL (
           SELECT t.title, t.summary, t.lang FROM proposal_text t WHERE t.proposal_id = p.id
            ORDER BY t.lang = ${where.value(lang ?? null)} DESC NULLS LAST, t.lang = p.lang DESC, t.lang LIMIT 1) text
         LEFT JOIN participant seat ON seat.id = p.author_id
         LEFT JOIN account ON account.id = seat.account_id
         LEFT JOIN delegation ON delegation.id = seat.delegation_id
         LEFT JOIN city ON city.id = delegation.city_id
        ORDER BY ${key} DESC, p.id DESC`,
      where.values,
    );
    return toPage(rows, limit, present, (row) => [row.key, row.id]);
  }

  /** How many there are in each state, for the board; the same filters, but for the state. */
  async counts(
    reader: Reader,
    slug: string,
    filter: Omit<ProposalFilter, 'state' | 'sort'>,
  ): Promise<ProposalCounts> {
    const { forum, standing } = await this.access.enter(reader, slug);
    const where = conditions(forum, standing, filter);
    const rows: { state: keyof ProposalCounts; count: number }[] = await this.db.query(
      `SELECT p.state, count(*)::int AS count FROM proposal p WHERE ${where.text} GROUP BY 1`,
      where.values,
    );
    const none = Object.fromEntries(PROPOSAL_STATES.map((state) => [state, 0])) as ProposalCounts;
    return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  }
}

function present({
  authorId,
  authorName,
  authorCity,
  createdAt,
  activeAt,
  key: _,
  ...row
}: Row): ProposalSummary {
  return {
    ...row,
    author: authorId && authorName ? { id: authorId, name: authorName, cityName: authorCity } : null,
    createdAt: createdAt.toISOString(),
    activeAt: activeAt.toISOString(),
  };
}

/** Conditions with their parameters, joined by AND. */
class Conditions {
  readonly values: unknown[] = [];
  private readonly all: string[] = [];

  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(condition: string): void {
    this.all.push(condition);
  }

  get text(): string {
    return this.all.join(' AND ');
  }
}

export function conditions(
  { id, admission }: Pick<Forum, 'id' | 'admission'>,
  standing: Standing,
  filter: Omit<ProposalFilter, 'sort'>,
): Conditions {
  const where = new Conditions();
  where.add(`p.forum_id = ${where.value(id)}`);
  const me = standing.participant?.id ?? null;
  onlySeen(where, standing, admission !== null, me);
  narrow(where, filter, me);
  return where;
}

/** `maySeeProposal` as the database reads it. */
function onlySeen(where: Conditions, standing: Standing, byRule: boolean, me: string | null): void {
  const seen = ['p.admitted_at IS NOT NULL', 'p.imported'];
  if (me) {
    const own = where.value(me);
    seen.push(`p.author_id = ${own}`);
    seen.push(`EXISTS (SELECT FROM co_author c WHERE c.proposal_id = p.id AND c.participant_id = ${own})`);
  }
  if (mayModerate(standing)) seen.push(`p.state <> 'draft'`);
  else if (byRule && mayContribute(standing)) seen.push(`p.state = 'submitted'`);
  where.add(`(${seen.join(' OR ')})`);
}

function narrow(
  where: Conditions,
  { q, topic, state, city, author, written, mine, followed }: Omit<ProposalFilter, 'sort'>,
  me: string | null,
): void {
  if (topic) where.add(`p.topic_id = ${where.value(topic)}`);
  if (state) where.add(`p.state = ${where.value(state)}`);
  if (written) where.add(`p.lang = ${where.value(written)}`);
  if (author) where.add(signedBy(where.value(author)));
  if (mine) where.add(me ? signedBy(where.value(me)) : 'false');
  if (followed)
    where.add(
      `EXISTS (SELECT FROM follow f WHERE f.proposal_id = p.id AND f.participant_id = ${where.value(me)})`,
    );
  if (city) {
    const at = where.value(city);
    where.add(`(EXISTS (SELECT FROM concerned_city c WHERE c.proposal_id = p.id AND c.city_id = ${at})
      OR EXISTS (SELECT FROM participant a JOIN delegation d ON d.id = a.delegation_id
                  WHERE a.id = p.author_id AND d.city_id = ${at}))`);
  }
  if (q)
    where.add(
      `p.id IN (SELECT t.proposal_id FROM proposal_text t WHERE t.search @@ nidaa_tsquery(${where.value(q)}))`,
    );
}

const signedBy = (participant: string): string => `(p.author_id = ${participant} OR EXISTS (
  SELECT FROM co_author s
   WHERE s.proposal_id = p.id AND s.participant_id = ${participant} AND s.accepted_at IS NOT NULL))`;
