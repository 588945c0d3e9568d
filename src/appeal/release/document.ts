import type { EntityManager } from 'typeorm';
import { City } from '../../forum/city.entity.js';
import { Forum } from '../../forum/forum.entity.js';
import { Topic } from '../../forum/topic.entity.js';
import type { Appeal } from '../appeal.entity.js';
import type { Around } from '../appeal-facts.js';
import type { ContributionBundle } from '../compile/bundle.js';
import type { Draft } from '../compile/draft.js';
import { Compiled } from '../compiled.entity.js';
import { readContributions } from '../contributions.js';
import { FateRow } from '../fate.entity.js';
import { type CityRow, readSignatures } from '../signatures/read-signatures.js';
import { statementHash } from '../signatures/statement.js';
import { numbered } from './draft-document.js';
import {
  APPEAL_FORMAT,
  type AppealDocument,
  type ClauseDocument,
  type ContributionDocument,
  type FileSet,
  type SignatureDocument,
  VOTE_SIDES,
} from './release.format.js';
import { type Superseded, supersedes } from './superseded.js';

export interface Documents {
  readonly appeal: AppealDocument;
  readonly contributions: readonly ContributionDocument[];
  /** What the last compile read and made. */
  readonly bundle: ContributionBundle;
  readonly draft: Draft;
  /** Of the release whose place this one takes, under their paths; none for a first one. */
  readonly superseded: FileSet;
}

/** What a page shows of them. */
export type Shown = Pick<Documents, 'appeal' | 'contributions' | 'draft'>;

/** What a release says of itself that is not in the draft. */
export interface Publication {
  readonly publishedAt: Date;
  readonly origin: string;
  readonly superseded: Superseded | null;
}

/** Everything that a release says of an appeal, as it stands in one snapshot. */
export async function readDocuments(
  em: EntityManager,
  appeal: Appeal,
  around: Around,
  { publishedAt, origin, superseded }: Publication,
): Promise<Documents> {
  const { slug, title, theme, place, hostCityId, startsOn, endsOn, sample } = await em.findOneByOrFail(
    Forum,
    {
      id: appeal.forumId,
    },
  );
  const host = hostCityId === null ? null : await em.findOneBy(City, { id: hostCityId });
  const country = host?.country ?? null;
  const topics = await em.find(Topic, { where: { forumId: appeal.forumId }, order: { position: 'ASC' } });
  const fates = await em.find(FateRow, {
    where: { appealId: appeal.id },
    order: { contributionKind: 'ASC', contributionId: 'ASC' },
  });
  const { bundle, draft } = await readCompiled(em, appeal);
  const clauses = clausesOf(around, draft);
  const polls = await readPolls(em, appeal.forumId);
  const used = new Set([
    ...clauses.flatMap(({ sources }) => sources.map(({ contribution }) => contribution.id)),
    ...polls.filter(({ subject }) => subject.kind === 'proposal').map(({ subject }) => subject.id),
    ...around.discussed.flatMap(({ quotes }) => quotes.map(({ contribution }) => contribution.id)),
    // What came after the compile is not in the bundle: it is told of here, so that its fate can be understood.
    ...late(fates, bundle),
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
    forum: { slug, title, theme, place, country, startsOn, endsOn, sample },
    cities: await readCities(em, appeal.forumId),
    topics: topics.map(({ id, name }) => ({ id, name })),
    clauses,
    fates: fates.map(({ contributionKind, contributionId, fate, reason }) => ({
      contribution: { kind: contributionKind, id: contributionId },
      fate,
      reason,
    })),
    coverage: around.coverage,
    discussed: around.discussed.map(({ topicId, quotes }) => ({
      topicId,
      quotes: quotes.map(({ contribution, lang, quote }) => ({ contribution, lang, quote })),
    })),
    polls,
    textHash: around.textHash,
    adoption: adoptionOf(appeal),
    signatures: signed(await readSignatures(em, appeal, around.textHash), around.textHash),
    supersedes: superseded && supersedes(superseded, clauses),
  };
  const contributions = await readContributions(em, appeal.forumId, [...used]);
  return { appeal: document, contributions, bundle, draft, superseded: superseded?.files ?? new Map() };
}

function late(fates: readonly FateRow[], { proposals, threads }: ContributionBundle): string[] {
  const read = new Set([...proposals, ...threads.flatMap(({ posts }) => posts)].map(({ id }) => id));
  return fates.map(({ contributionId }) => contributionId).filter((id) => !read.has(id));
}

async function readCompiled(em: EntityManager, { id }: Appeal): Promise<Pick<Documents, 'bundle' | 'draft'>> {
  const { bundle, draft } = await em.findOneByOrFail(Compiled, { appealId: id });
  return { bundle: JSON.parse(bundle) as ContributionBundle, draft: JSON.parse(draft) as Draft };
}

function clausesOf({ clauses, sources }: Around, draft: Draft): ClauseDocument[] {
  return numbered(
    draft,
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

function readCities(em: EntityManager, forumId: string): Promise<AppealDocument['cities']> {
  return em.query(
    `SELECT c.id, c.name, c.country, c.latitude::text, c.longitude::text
       FROM delegation d JOIN city c ON c.id = d.city_id WHERE d.forum_id = $1 ORDER BY c.id`,
    [forumId],
  );
}

function adoptionOf({ adoptedRoundId, adoptedAt }: Appeal): AppealDocument['adoption'] {
  return adoptedRoundId && adoptedAt ? { round: adoptedRoundId, at: adoptedAt.toISOString() } : null;
}

function signed(cities: readonly CityRow[], textHash: string): SignatureDocument[] {
  return cities
    .flatMap(({ cityId: city, signature }) => {
      if (!signature) return [];
      const { act, reservations, at, confirmedBy, proof, signer } = signature;
      const hash = statementHash({ textHash, city, act, reservations, at });
      return [{ city, act, reservations, at, hash, confirmedBy, proof, signer }];
    })
    .sort((a, b) => (a.city < b.city ? -1 : 1));
}

/** Of each subject the last published round: how it was counted stands in its record. A clause may have gone since. */
function readPolls(em: EntityManager, forumId: string): Promise<AppealDocument['polls']> {
  return em.query(
    `SELECT id, "pollId", subject, question, adopted, tally FROM (
       SELECT DISTINCT ON (poll.subject_id) round.id, poll.id AS "pollId", poll.question,
              jsonb_build_object('kind', poll.subject_kind, 'id', poll.subject_id) AS subject,
              (round.result ->> 'adopted')::boolean AS adopted,
              (SELECT jsonb_object_agg(side, jsonb_build_object('heads', said -> 'heads', 'weight', said ->> 'weight'))
                 FROM jsonb_each(round.result -> 'tally') AS each(side, said) WHERE side = ANY($2)) AS tally
         FROM poll JOIN round ON round.poll_id = poll.id AND round.state = 'published'
        WHERE poll.forum_id = $1 AND poll.subject_kind IN ('proposal','appeal','clause','clause-amendment')
        ORDER BY poll.subject_id, round.closed_at DESC, round.id DESC) AS last
      ORDER BY id`,
    [forumId, VOTE_SIDES],
  );
}
