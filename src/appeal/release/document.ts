import type { EntityManager } from 'typeorm';
import { Forum } from '../../forum/forum.entity.js';
import { Topic } from '../../forum/topic.entity.js';
import type { Appeal } from '../appeal.entity.js';
import type { Around } from '../appeal-facts.js';
import { readContributions } from '../contributions.js';
import { FateRow } from '../fate.entity.js';
import { numbered } from './draft-document.js';
import {
  APPEAL_FORMAT,
  type AppealDocument,
  type ClauseDocument,
  type ContributionDocument,
} from './release.format.js';

export interface Documents {
  readonly appeal: AppealDocument;
  readonly contributions: readonly ContributionDocument[];
}

/** Everything that a release says of an appeal, as it stands in one snapshot. */
export async function readDocuments(
  em: EntityManager,
  appeal: Appeal,
  around: Around,
  { publishedAt, origin }: { publishedAt: Date; origin: string },
): Promise<Documents> {
  const { slug, title, theme, place, startsOn, endsOn, sample } = await em.findOneByOrFail(Forum, {
    id: appeal.forumId,
  });
  const topics = await em.find(Topic, { where: { forumId: appeal.forumId }, order: { position: 'ASC' } });
  const fates = await em.find(FateRow, {
    where: { appealId: appeal.id },
    order: { contributionKind: 'ASC', contributionId: 'ASC' },
  });
  const clauses = clausesOf(around);
  const polls = await readPolls(em, appeal.forumId);
  const used = new Set([
    ...clauses.flatMap(({ sources }) => sources.map(({ contribution }) => contribution.id)),
    ...polls.map(({ proposalId }) => proposalId),
  ]);
  const document: AppealDocument = {
    format: APPEAL_FORMAT,
    slug: appeal.slug,
    title: appeal.title,
    lang: appeal.lang,
    publishedAt: publishedAt.toISOString(),
    compiler: appeal.compiler,
    inputHash: appeal.inputHash,
    origin,
    forum: { slug, title, theme, place, startsOn, endsOn, sample },
    topics: topics.map(({ id, name }) => ({ id, name })),
    clauses,
    fates: fates.map(({ contributionKind, contributionId, fate, reason }) => ({
      contribution: { kind: contributionKind, id: contributionId },
      fate,
      reason,
    })),
    coverage: around.coverage,
    polls,
  };
  return { appeal: document, contributions: await readContributions(em, appeal.forumId, [...used]) };
}

function clausesOf({ clauses, sources }: Around): ClauseDocument[] {
  return numbered(
    clauses.map((clause) => ({
      ...clause,
      sources: (sources.get(clause.id) ?? []).map(
        ({ contributionKind: kind, contributionId, ...source }) => ({
          contribution: { kind, id: contributionId },
          lang: source.lang,
          quote: source.quote,
          use: source.use,
        }),
      ),
    })),
  );
}

/** The last published round on each proposal, by its id: how it was counted stands in its record. */
function readPolls(em: EntityManager, forumId: string): Promise<AppealDocument['polls']> {
  return em.query(
    `SELECT id, "proposalId", adopted FROM (
       SELECT DISTINCT ON (poll.subject_id) round.id, poll.subject_id AS "proposalId",
              (round.result ->> 'adopted')::boolean AS adopted
         FROM poll JOIN round ON round.poll_id = poll.id AND round.state = 'published'
        WHERE poll.forum_id = $1 AND poll.subject_kind = 'proposal'
        ORDER BY poll.subject_id, round.closed_at DESC, round.id DESC) AS last
      ORDER BY id`,
    [forumId],
  );
}
