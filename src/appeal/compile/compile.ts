import type { Lang } from '../../kernel/localized.js';
import { annexesOf } from './annexes.js';
import { assemble, type Section, titleOf } from './assemble.js';
import type { ContributionBundle } from './bundle.js';
import { chooseOperative, chooseRecitals } from './choose.js';
import { clustersOf } from './clusters.js';
import { type Contribution, contributionsOf } from './contributions.js';
import { Corpus } from './corpus.js';
import { coverageOf } from './coverage.js';
import { discussedOf } from './discussed.js';
import { type DiscussedTopic, DRAFT_FORMAT, type Draft } from './draft.js';
import { asMadeBy, COMPILER, type CompilerName } from './editions.js';
import { fatesOf } from './fates.js';
import { inOrder, topicsOf } from './topics.js';
import { type Unit, unitsOf } from './units.js';

const CHUNK = 50;

/**
 * Drafts an appeal from a bundle. Pure: the same bundle gives the same draft, whatever the order of its rows,
 * on every machine. Takes time and memory about in proportion to the contributions (docs/appeal.md has the
 * figures). `compiler` names an earlier one where its draft is wanted.
 */
export function compileDraft(
  bundle: ContributionBundle,
  lang: Lang = bundle.forum.lang,
  compiler: CompilerName = COMPILER,
): Draft {
  const steps = compileInSteps(bundle, lang);
  for (;;) {
    const step = steps.next();
    if (step.done) return asMadeBy(compiler, step.value);
  }
}

/** The same in steps of some ten milliseconds, each yielding the per cents done: never lower than before. */
export function* compileInSteps(bundle: ContributionBundle, lang: Lang): Generator<number, Draft> {
  const all = contributionsOf(bundle);
  const contributions: Contribution[] = [];
  const corpus = new Corpus();
  for (const chunk of chunks(all)) {
    for (const make of chunk) {
      const contribution = make();
      contributions.push(contribution);
      corpus.add(contribution);
    }
    yield Math.floor((25 * contributions.length) / all.length);
  }
  const topics = topicsOf(contributions, bundle.forum.topics, corpus);
  const units = new Map<Contribution, Unit[]>();
  for (const chunk of chunks(contributions)) {
    for (const contribution of chunk) units.set(contribution, unitsOf(contribution, corpus));
    yield 25 + Math.floor((50 * units.size) / contributions.length);
  }
  const topicIds = [...inOrder(bundle.forum.topics).map(({ id }) => id), null];
  const sections: Section[] = [];
  const discussed: DiscussedTopic[] = [];
  for (const topicId of topicIds) {
    const own = contributions.filter((each) => isLive(each) && topics.get(each) === topicId);
    const clusters = clustersOf(own.flatMap((contribution) => units.get(contribution) ?? []));
    const operative = chooseOperative(clusters, own.length, topicIds.length > 1);
    const recitals = chooseRecitals(clusters, operative, topicIds.length > 1);
    sections.push({ topicId, recitals, operative });
    const said = discussedOf(topicId, own, units, [...recitals, ...operative]);
    if (said) discussed.push(said);
    yield 75 + Math.floor((20 * sections.length) / topicIds.length);
  }
  const chosen = sections.flatMap(({ recitals, operative }) => [...recitals, ...operative]);
  const fates = fatesOf(contributions, units, chosen);
  const clauses = assemble(bundle, sections);
  return {
    format: DRAFT_FORMAT,
    compiler: COMPILER,
    lang,
    title: titleOf(bundle),
    clauses,
    fates,
    coverage: coverageOf(bundle.cities, contributions, fates, clauses),
    annexes: annexesOf(bundle, discussed),
  };
}

const isLive = ({ standing }: Contribution): boolean => standing === 'open' || standing === 'adopted';

function* chunks<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < list.length; i += CHUNK) yield list.slice(i, i + CHUNK);
}
