import type { Standing } from '../forum/forum-access.js';
import type { PartlyLocalized } from '../kernel/localized.js';
import {
  mayCorrect,
  mayDecideFates,
  mayEditAppeal,
  mayMove,
  mayPutToVote,
  maySeeSuggestions,
} from './appeal.abilities.js';
import type {
  AppealSummary,
  AppealView,
  ClauseView,
  SourceView,
  SuggestedText,
  SuggestionView,
} from './appeal.contract.js';
import type { Appeal } from './appeal.entity.js';
import { isOut } from './appeal.states.js';
import type { Around, CitedSource } from './appeal-facts.js';
import type { Clause } from './clause.entity.js';
import type { DraftClause } from './compile/draft.js';
import { draftClauseOf } from './draft-rows.js';
import type { OpenSuggestion } from './open-suggestions.js';
import { decide } from './recompile/decide.js';

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
    supersedesId: appeal.supersedesId,
    correction: appeal.correction,
    page: isOut(appeal.state) ? `/appeals/${appeal.slug}` : null,
  };
}

export function presentAppeal(appeal: Appeal, standing: Standing, around: Around): AppealView {
  return {
    ...presentAppealSummary(appeal),
    clauses: around.clauses.map((clause) => presentClause(clause, around.sources.get(clause.id) ?? [])),
    coverage: around.coverage,
    discussed: around.discussed,
    abilities: {
      edit: mayEditAppeal(standing, appeal),
      decideFates: mayDecideFates(standing, appeal),
      openReview: mayMove(standing, appeal, 'openReview'),
      putToAdoption: mayMove(standing, appeal, 'putToAdoption'),
      redraft: mayMove(standing, appeal, 'redraft'),
      putToVote: mayPutToVote(standing, appeal),
      publish: mayMove(standing, appeal, 'publish'),
      recompile: mayMove(standing, appeal, 'compile'),
      correct: mayCorrect(standing) && appeal.state === 'published',
    },
    suggestions: maySeeSuggestions(standing) ? presentSuggestions(around) : [],
    missing: around.missing,
    textHash: around.textHash,
    adoption: presentAdoption(appeal, around),
  };
}

function presentAdoption(
  { adoptedHash, adoptedRoundId, adoptedAt }: Appeal,
  { adoptedBy }: Around,
): AppealView['adoption'] {
  if (!adoptedHash || !adoptedRoundId || !adoptedBy || !adoptedAt) return null;
  return { textHash: adoptedHash, roundId: adoptedRoundId, pollId: adoptedBy, at: adoptedAt.toISOString() };
}

function presentSuggestions({ clauses, sources, suggestions }: Around): SuggestionView[] {
  const clauseOf = new Map(clauses.map((clause) => [clause.id, clause]));
  return suggestions.map((suggestion) => {
    const clause = clauseOf.get(suggestion.clauseId);
    return presentSuggestion(suggestion, clause, sources.get(suggestion.clauseId) ?? []);
  });
}

function presentSuggestion(
  { id, clauseId, base, theirs }: OpenSuggestion,
  clause: Clause | undefined,
  sources: readonly CitedSource[],
): SuggestionView {
  const ours = clause ? draftClauseOf(clause, sources) : null;
  const both = decide({ base, ours, theirs }, 'both')?.clause?.texts;
  return {
    id,
    clauseId,
    base: presentText(base),
    ours: ours && presentText(ours),
    theirs: theirs && presentText(theirs),
    both: (both as PartlyLocalized | undefined) ?? null,
    version: clause?.version ?? null,
  };
}

function presentText({ kind, topicId, lang, texts, sources }: DraftClause): SuggestedText {
  return { kind, topicId, lang, texts: texts as PartlyLocalized, sources: sources.length };
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
      regions: clause.score.regions,
      languages: clause.score.languages,
      endorsingCities: clause.score.endorsingCities ?? 0,
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
