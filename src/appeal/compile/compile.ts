import type { Lang } from '../../kernel/localized.js';
import { assemble, type Section, titleOf } from './assemble.js';
import type { ContributionBundle } from './bundle.js';
import { chooseOperative, chooseRecitals } from './choose.js';
import { clustersOf } from './clusters.js';
import { type Contribution, contributionsOf } from './contributions.js';
import { Corpus } from './corpus.js';
import { DRAFT_FORMAT, type Draft } from './draft.js';
import { coverageOf, fatesOf } from './fates.js';
import { inOrder, topicsOf } from './topics.js';
import { type Unit, unitsOf } from './units.js';

/** Goes up with every change that can make another draft of the same bundle. */
export const COMPILER = 'nidaa-compile/1';

/**
 * Drafts an appeal from a bundle. Pure: the same bundle gives the same draft, whatever the order of its rows,
 * on every machine. `progress` hears per cents, never lower than before. Takes time and memory about in
 * proportion to the contributions (docs/appeal.md has the figures).
 */
export function compileDraft(
  bundle: ContributionBundle,
  lang: Lang = bundle.forum.lang,
  progress: (percent: number) => void = () => undefined,
): Draft {
  const contributions = contributionsOf(bundle);
  const corpus = new Corpus(contributions);
  progress(20);
  const topics = topicsOf(contributions, bundle.forum.topics, corpus);
  const units = new Map<Contribution, Unit[]>();
  for (const [i, contribution] of contributions.entries()) {
    units.set(contribution, unitsOf(contribution, corpus));
    if (i % 100 === 0) progress(25 + Math.floor((50 * i) / contributions.length));
  }
  const live = contributions.filter(({ standing }) => standing === 'open' || standing === 'adopted');
  const topicIds = [...inOrder(bundle.forum.topics).map(({ id }) => id), null];
  const sections = topicIds.map((topicId, i): Section => {
    const own = live.filter((contribution) => topics.get(contribution) === topicId);
    const clusters = clustersOf(own.flatMap((contribution) => units.get(contribution) ?? []));
    const withTopics = topicIds.length > 1;
    progress(75 + Math.floor((20 * (i + 1)) / topicIds.length));
    const operative = chooseOperative(clusters, withTopics);
    return { topicId, recitals: chooseRecitals(clusters, operative, withTopics), operative };
  });
  const chosen = sections.flatMap(({ recitals, operative }) => [...recitals, ...operative]);
  const fates = fatesOf(contributions, units, chosen);
  progress(100);
  return {
    format: DRAFT_FORMAT,
    compiler: COMPILER,
    lang,
    title: titleOf(bundle),
    clauses: assemble(bundle, sections),
    fates,
    coverage: coverageOf(contributions, fates),
  };
}
