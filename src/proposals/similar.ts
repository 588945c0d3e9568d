import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Forum } from '../forum/forum.entity.js';
import { ForumAccess, type Standing } from '../forum/forum-access.js';
import type { Reader } from '../platform/http/reader.js';
import { ProposalAccess } from './proposal-access.js';
import { conditions } from './proposal-list.js';
import type { SimilarProposal } from './proposals.contract.js';
import { sourceOf } from './texts.js';

/** Less alike, in thousandths, is not worth a look. */
const LEAST = 220;
const MOST = 5;
/** So many of the likeliest are compared word by word: in a large forum thousands share a word or two. */
const CANDIDATES = 100;

interface Words {
  readonly title: string;
  readonly summary?: string | undefined;
  readonly lang: string;
}

/**
 * Proposals that want much the same. A proposal in another language is found through its translation into the one
 * that is written in. Half of the likeness is that of the titles, letter by letter (trigrams); half the share of the
 * written words, stemmed, that stand in the other text.
 */
@Injectable()
export class Similar {
  constructor(
    private readonly db: DataSource,
    private readonly access: ForumAccess,
    private readonly proposals: ProposalAccess,
  ) {}

  /** To what is being written. */
  async toText(reader: Reader, slug: string, words: Words): Promise<SimilarProposal[]> {
    const { forum, standing } = await this.access.enter(reader, slug);
    return this.find(forum, standing, words, null);
  }

  async toProposal(reader: Reader, id: string): Promise<SimilarProposal[]> {
    const { proposal, standing } = await this.proposals.see(reader, id);
    const forum = await this.db.manager.findOneByOrFail(Forum, { id: proposal.forumId });
    const source = await sourceOf(this.db.manager, proposal);
    return this.find(forum, standing, source, id);
  }

  private find(
    forum: Forum,
    standing: Standing,
    { title, summary = '', lang }: Words,
    but: string | null,
  ): Promise<SimilarProposal[]> {
    const where = conditions(forum, standing, {});
    const [titled, whole, of] = [title, `${title} ${summary}`, lang].map((value) => where.value(value));
    if (but) where.add(`p.id <> ${where.value(but)}`);
    return this.db.query(
      `WITH asked AS (
         SELECT array_agg(lexeme) AS lexemes, count(*) AS count,
                string_agg(quote_literal(lexeme), ' | ')::tsquery AS any_of
           FROM unnest(nidaa_tsvector(${of}, ${whole}))),
       candidate AS (
         SELECT p.id, p.number, p.state, t.title, t.summary, t.lang, t.search
           FROM asked CROSS JOIN proposal_text t JOIN proposal p ON p.id = t.proposal_id
          WHERE (t.title % ${titled} OR t.search @@ asked.any_of) AND ${where.text}
          ORDER BY similarity(t.title, ${titled}) + coalesce(ts_rank(t.search, asked.any_of), 0) DESC, p.id, t.lang
          LIMIT ${CANDIDATES})
       SELECT id, number, state, title, summary, "titleLang", likeness FROM (
         SELECT DISTINCT ON (id) id, number, state, title, summary, lang AS "titleLang",
                (500 * similarity(lower(title), lower(${titled})) + 500 * (
                   SELECT count(*) FROM unnest(search) mine WHERE mine.lexeme = ANY(asked.lexemes))
                   / greatest(asked.count, 1))::int AS likeness
           FROM asked CROSS JOIN candidate ORDER BY id, likeness DESC) found
        WHERE likeness >= ${LEAST} ORDER BY likeness DESC, id LIMIT ${MOST}`,
      where.values,
    );
  }
}
