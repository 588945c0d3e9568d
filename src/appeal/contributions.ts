import type { EntityManager } from 'typeorm';
import { regionOf } from '../forum/regions.js';
import type { Lang, Localized } from '../kernel/localized.js';
import type { ProposalState } from '../proposals/proposals.contract.js';
import type { MotionTally } from '../voting/counting/counting.contract.js';
import type { PollResult } from '../voting/polls.contract.js';
import type { ContributionKind } from './appeal.contract.js';
import {
  BUNDLE_FORMAT,
  type BundlePoll,
  type BundleProposal,
  type BundleThread,
  type ContributionBundle,
} from './compile/bundle.js';
import type { ContributionDocument } from './release/release.format.js';

/** What has been laid before the forum, for everybody to see: drafts and what still waits to be admitted have not. */
export const LAID_BEFORE = `(p.imported OR p.admitted_at IS NOT NULL)`;

/** Everything that has a fate: kind, id, forum, language, its author's city, a title to know it by, a post's thread. */
export const CONTRIBUTIONS = `
  SELECT 'proposal' AS kind, p.id, p.forum_id, p.lang, d.city_id,
         (SELECT t.title FROM proposal_text t WHERE t.proposal_id = p.id ORDER BY t.lang <> p.lang, t.lang LIMIT 1) AS title,
         NULL::uuid AS thread_id
    FROM proposal p
    LEFT JOIN participant a ON a.id = p.author_id
    LEFT JOIN delegation d ON d.id = a.delegation_id
   WHERE ${LAID_BEFORE}
  UNION ALL
  SELECT 'post', p.id, p.forum_id, p.lang, d.city_id, left(p.plain, 160), p.thread_id
    FROM post p
    LEFT JOIN participant a ON a.id = p.author_id
    LEFT JOIN delegation d ON d.id = a.delegation_id`;

/** What its authors took back is quoted no more. */
const NOT_TAKEN_BACK = `p.state <> 'withdrawn'`;

/** Whether the words of `source s` stand to the letter in what they are taken from, as it reads now. */
export const QUOTED = `(
  s.contribution_kind = 'post'
    AND EXISTS (SELECT FROM post q WHERE q.id = s.contribution_id AND strpos(q.plain, s.quote) > 0)
  OR s.contribution_kind = 'proposal'
    AND EXISTS (SELECT FROM proposal_text q JOIN proposal p ON p.id = q.proposal_id
                 WHERE p.id = s.contribution_id AND ${LAID_BEFORE} AND ${NOT_TAKEN_BACK}
                   AND (strpos(q.plain, s.quote) > 0 OR strpos(q.title, s.quote) > 0)))`;

/** Answers a statement with its rows: an entity manager, or one connection of a thread that has no other. */
interface Asked {
  // biome-ignore lint/suspicious/noExplicitAny: rows are of the shape that the statement names
  query(sql: string, parameters: unknown[]): Promise<any>;
}

/**
 * Reads everything that a compile reads of one forum. Run it in a transaction of its own with repeatable reads,
 * so that all of it is of one moment. Nine queries, however many contributions.
 */
export async function readBundle(em: Asked, forumId: string, lang: Lang): Promise<ContributionBundle> {
  const [forum]: ForumRow[] = await em.query(
    `SELECT f.slug, f.title, f.place, c.name AS "hostCity", f.starts_on::text AS "startsOn",
            f.ends_on::text AS "endsOn"
       FROM forum f LEFT JOIN city c ON c.id = f.host_city_id WHERE f.id = $1`,
    [forumId],
  );
  if (!forum) throw new Error('the forum is gone');
  const topics: ContributionBundle['forum']['topics'] = await em.query(
    'SELECT id, position, name FROM topic WHERE forum_id = $1 ORDER BY position',
    [forumId],
  );
  const cities: { id: string; name: Localized; country: string | null }[] = await em.query(
    'SELECT c.id, c.name, c.country FROM delegation d JOIN city c ON c.id = d.city_id WHERE d.forum_id = $1 ORDER BY c.id',
    [forumId],
  );
  return {
    format: BUNDLE_FORMAT,
    forum: { ...forum, lang, topics },
    cities: cities.map(({ id, name, country }) => ({ id, name, region: regionOf(country) })),
    proposals: await readProposals(em, forumId),
    threads: await readThreads(em, forumId),
  };
}

interface ForumRow {
  slug: string;
  title: Localized;
  place: Localized;
  hostCity: Localized | null;
  startsOn: string;
  endsOn: string;
}

interface ProposalRow {
  id: string;
  number: number;
  topicId: string | null;
  cityId: string | null;
  lang: string;
  state: ProposalState;
  importedSupport: number;
  mergedInto: string | null;
}

async function readProposals(em: Asked, forumId: string): Promise<BundleProposal[]> {
  const proposals: ProposalRow[] = await em.query(
    `SELECT p.id, p.number, p.topic_id AS "topicId", d.city_id AS "cityId", p.lang, p.state,
            p.imported_support AS "importedSupport", p.merged_into AS "mergedInto"
       FROM proposal p
       LEFT JOIN participant a ON a.id = p.author_id
       LEFT JOIN delegation d ON d.id = a.delegation_id
      WHERE p.forum_id = $1 AND ${LAID_BEFORE}
      ORDER BY p.id`,
    [forumId],
  );
  const texts: (BundleProposal['texts'][number] & Of)[] = await em.query(
    `SELECT t.proposal_id AS of, t.lang, t.title, t.plain AS text
       FROM proposal_text t JOIN proposal p ON p.id = t.proposal_id
      WHERE p.forum_id = $1 ORDER BY t.proposal_id, t.lang`,
    [forumId],
  );
  const endorsements: (BundleProposal['endorsements'][number] & Of)[] = await em.query(
    `SELECT e.proposal_id AS of, d.city_id AS "cityId", a.locale AS lang, count(*)::int AS count
       FROM endorsement e
       JOIN participant s ON s.id = e.participant_id
       JOIN account a ON a.id = s.account_id
       LEFT JOIN delegation d ON d.id = s.delegation_id
      WHERE e.forum_id = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [forumId],
  );
  const endorsingCities: (NonNullable<BundleProposal['endorsingCities']>[number] & Of)[] = await em.query(
    `SELECT e.proposal_id AS of, d.city_id AS "cityId", a.locale AS lang
       FROM city_endorsement e
       JOIN delegation d ON d.id = e.delegation_id
       JOIN participant s ON s.id = e.participant_id
       JOIN account a ON a.id = s.account_id
      WHERE e.forum_id = $1 ORDER BY 1, 2`,
    [forumId],
  );
  const polls: ({ id: string; result: PollResult } & Of)[] = await em.query(
    `SELECT DISTINCT ON (poll.subject_id) poll.subject_id AS of, poll.id, round.result
       FROM poll JOIN round ON round.poll_id = poll.id AND round.state = 'published'
      WHERE poll.forum_id = $1 AND poll.subject_kind = 'proposal'
      ORDER BY poll.subject_id, round.closed_at DESC, round.id DESC`,
    [forumId],
  );
  const textsOf = grouped(texts);
  const endorsementsOf = grouped(endorsements);
  const endorsingCitiesOf = grouped(endorsingCities);
  const pollOf = new Map(polls.map((poll) => [poll.of, poll]));
  return proposals.map((proposal) => ({
    ...proposal,
    texts: textsOf(proposal.id),
    endorsements: endorsementsOf(proposal.id),
    endorsingCities: endorsingCitiesOf(proposal.id),
    poll: figuresOf(pollOf.get(proposal.id)),
  }));
}

function figuresOf(poll: { id: string; result: PollResult } | undefined): BundlePoll | null {
  if (!poll) return null;
  const { adopted, entitled } = poll.result;
  const { yes, no, abstain } = poll.result.tally as MotionTally;
  return {
    id: poll.id,
    adopted: adopted === true,
    yes: String(yes.weight),
    no: String(no.weight),
    abstain: String(abstain.weight),
    entitled: entitled.weight,
  };
}

async function readThreads(em: Asked, forumId: string): Promise<BundleThread[]> {
  const threads: Omit<BundleThread, 'posts'>[] = await em.query(
    'SELECT id, topic_id AS "topicId", title, lang FROM thread WHERE forum_id = $1 ORDER BY id',
    [forumId],
  );
  const posts: (BundleThread['posts'][number] & Of)[] = await em.query(
    `SELECT p.thread_id AS of, p.id, p.parent_id AS "parentId", d.city_id AS "cityId", p.lang, p.plain AS text,
            p.support, p.opposition
       FROM post p
       LEFT JOIN participant a ON a.id = p.author_id
       LEFT JOIN delegation d ON d.id = a.delegation_id
      WHERE p.forum_id = $1 ORDER BY p.id`,
    [forumId],
  );
  const postsOf = grouped(posts);
  return threads.map((thread) => ({ ...thread, posts: postsOf(thread.id) }));
}

/** Which row above a row belongs to. */
interface Of {
  readonly of: string;
}

function grouped<T>(rows: readonly (T & Of)[]): (id: string) => T[] {
  const groups = new Map<string, T[]>();
  for (const { of, ...row } of rows) {
    const group = groups.get(of);
    if (group) group.push(row as T);
    else groups.set(of, [row as T]);
  }
  return (id) => groups.get(id) ?? [];
}

/** The language of the text in which a quote stands to the letter, or null where it stands in none or was taken back. */
export async function findQuote(
  em: EntityManager,
  forumId: string,
  { kind, id }: { readonly kind: ContributionKind; readonly id: string },
  quote: string,
): Promise<string | null> {
  const [found]: { lang: string }[] = await em.query(
    kind === 'post'
      ? 'SELECT lang FROM post WHERE forum_id = $1 AND id = $2 AND strpos(plain, $3) > 0'
      : `SELECT t.lang FROM proposal_text t JOIN proposal p ON p.id = t.proposal_id
          WHERE p.forum_id = $1 AND p.id = $2 AND ${LAID_BEFORE} AND ${NOT_TAKEN_BACK}
            AND (strpos(t.plain, $3) > 0 OR strpos(t.title, $3) > 0)
          ORDER BY t.lang <> p.lang, t.lang LIMIT 1`,
    [forumId, id, quote],
  );
  return found?.lang ?? null;
}

/** What the named contributions say now, with what is told of them beside a source, in the order of ids. */
export async function readContributions(
  em: EntityManager,
  forumId: string,
  ids: readonly string[],
): Promise<ContributionDocument[]> {
  const rows: ContributionDocument[] = await em.query(
    `SELECT c.kind, c.id, c.lang, city.name AS "cityName", p.number, c.thread_id AS "threadId",
            t.title AS "threadTitle",
            coalesce(p.endorsements + p.imported_support, greatest(o.support - o.opposition, 0)) AS support,
            coalesce((SELECT jsonb_agg(jsonb_build_object('lang', x.lang, 'title', x.title, 'text', x.plain)
                                       ORDER BY x.lang <> p.lang, x.lang)
                        FROM proposal_text x WHERE x.proposal_id = p.id),
                     jsonb_build_array(jsonb_build_object('lang', o.lang, 'title', '', 'text', o.plain))) AS texts
       FROM (${CONTRIBUTIONS}) c
       LEFT JOIN city ON city.id = c.city_id
       LEFT JOIN proposal p ON c.kind = 'proposal' AND p.id = c.id
       LEFT JOIN post o ON c.kind = 'post' AND o.id = c.id
       LEFT JOIN thread t ON t.id = c.thread_id
      WHERE c.forum_id = $1 AND c.id = ANY($2::uuid[])
      ORDER BY c.kind, c.id`,
    [forumId, ids],
  );
  return rows;
}
