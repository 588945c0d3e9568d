import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Authors } from '../forum/authors.js';
import type { Reader } from '../platform/http/reader.js';
import { type Quoted, summarise } from '../text/summary.js';
import { SUMMED_FROM, type ThreadSummed } from './discussion.contract.js';
import { presentQuote } from './discussion.presenter.js';
import { Post } from './post.entity.js';
import { Threads } from './threads.service.js';

/** What was said last in a very long discussion: so many posts hold nobody up for more than some hundredths of a second. */
const POSTS_READ = 200;
const KEPT = 200;

/** Long threads in their own sentences. */
@Injectable()
export class ThreadSummaries {
  /** By thread, with the state of its posts that it is of. */
  private readonly known = new Map<string, { readonly state: string; readonly quotes: readonly Quoted[] }>();

  constructor(
    private readonly db: DataSource,
    private readonly threads: Threads,
    private readonly authors: Authors,
  ) {}

  /** Whoever may read the thread. A thread that is read in a minute has no quotes. Three queries, two if it is known. */
  async show(reader: Reader, id: string): Promise<ThreadSummed> {
    const { posts } = await this.threads.show(reader, id);
    if (posts < SUMMED_FROM) return { posts, quotes: [] };
    const quotes = await this.quotesOf(id);
    const rows = await this.db.manager.find(Post, {
      select: { id: true, lang: true, authorId: true },
      where: { threadId: id, id: In(quotes.map((quote) => quote.id)) },
    });
    const authors = await this.authors.of(rows.map(({ authorId }) => authorId));
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    return {
      posts,
      quotes: quotes.flatMap((quote) => {
        const row = rowOf.get(quote.id);
        return row ? presentQuote(quote.quote, row, authors) : [];
      }),
    };
  }

  private async quotesOf(id: string): Promise<readonly Quoted[]> {
    const [{ state }]: [{ state: string }] = await this.db.query(
      `SELECT count(*) || ' ' || max(greatest(created_at, edited_at)) AS state FROM post WHERE thread_id = $1`,
      [id],
    );
    const before = this.known.get(id);
    if (before?.state === state) return before.quotes;
    const said = await this.db.query(
      `SELECT * FROM (
         SELECT p.id, p.lang, d.city_id AS "cityId", p.plain AS text, p.created_at
           FROM post p
           LEFT JOIN participant a ON a.id = p.author_id
           LEFT JOIN delegation d ON d.id = a.delegation_id
          WHERE p.thread_id = $1 ORDER BY p.created_at DESC, p.id DESC LIMIT ${POSTS_READ}) AS last
        ORDER BY created_at, id`,
      [id],
    );
    const quotes = summarise(said);
    this.known.delete(id);
    this.known.set(id, { state, quotes });
    for (const oldest of this.known.keys()) {
      if (this.known.size <= KEPT) break;
      this.known.delete(oldest);
    }
    return quotes;
  }
}
