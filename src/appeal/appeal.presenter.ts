import type { Standing } from '../forum/forum-access.js';
import type { PartlyLocalized } from '../kernel/localized.js';
import { mayEditAppeal, mayPublish, mayRecompile } from './appeal.abilities.js';
import type { AppealSummary, AppealView, ClauseView, SourceView } from './appeal.contract.js';
import type { Appeal } from './appeal.entity.js';
import type { Around, CitedSource } from './appeal-facts.js';
import type { Clause } from './clause.entity.js';

export function presentAppealSummary(appeal: Appeal): AppealSummary {
  return {
    id: appeal.id,
    slug: appeal.slug,
    title: appeal.title,
    lang: appeal.lang,
    state: appeal.state,
    progress: appeal.progress,
    error: appeal.error,
    version: appeal.version,
    publishedAt: appeal.publishedAt?.toISOString() ?? null,
    page: appeal.state === 'published' ? `/appeals/${appeal.slug}` : null,
  };
}

export function presentAppeal(appeal: Appeal, standing: Standing, around: Around): AppealView {
  return {
    ...presentAppealSummary(appeal),
    clauses: around.clauses.map((clause) => presentClause(clause, around.sources.get(clause.id) ?? [])),
    coverage: around.coverage,
    abilities: {
      edit: mayEditAppeal(standing, appeal),
      publish: mayPublish(standing, appeal),
      recompile: mayRecompile(standing, appeal),
    },
    missing: around.missing,
  };
}

function presentClause(clause: Clause, sources: readonly CitedSource[]): ClauseView {
  return {
    id: clause.id,
    kind: clause.kind,
    topicId: clause.topicId,
    position: clause.position,
    lang: clause.lang,
    texts: clause.texts as PartlyLocalized,
    editorial: clause.editorial,
    sources: sources.map(presentSource),
    score: clause.score && {
      support: clause.score.support,
      cities: clause.score.cities,
      languages: clause.score.languages,
      total: clause.score.total,
    },
    version: clause.version,
  };
}

function presentSource(source: CitedSource): SourceView {
  return {
    id: source.id,
    contribution: { kind: source.contributionKind, id: source.contributionId },
    threadId: source.threadId,
    lang: source.lang,
    quote: source.quote,
    use: source.use,
    cityName: source.cityName,
  };
}
