import { byCodePoint } from '../../text/fold.js';
import { terms } from '../../text/terms.js';
import type { BundleTopic } from './bundle.js';
import type { Contribution } from './contributions.js';
import type { Corpus } from './corpus.js';
import { LeaderIndex } from './leader-index.js';

/** A contribution without a topic goes to the likest one from this likeness on. */
const PLACE_FROM = 50;
const NAME_COUNTS = 8;
const TERMS_READ = 400;
const TERMS_OF_A_TOPIC = 300;

/** Topics in the order of the programme. */
export function inOrder(topics: readonly BundleTopic[]): BundleTopic[] {
  return [...topics].sort((a, b) => a.position - b.position || byCodePoint(a.id, b.id));
}

/**
 * The topic of each contribution: its own, or for those without one the topic whose name and contributions
 * share most of its terms, language by language; null where nothing is like enough.
 */
export function topicsOf(
  contributions: readonly Contribution[],
  topics: readonly BundleTopic[],
  corpus: Corpus,
): Map<Contribution, string | null> {
  const ordered = inOrder(topics);
  const placed = new Map<Contribution, string | null>();
  const known = new Set(ordered.map(({ id }) => id));
  for (const contribution of contributions) {
    const { topicId } = contribution;
    if (topicId !== null && known.has(topicId)) placed.set(contribution, topicId);
  }
  const homeless = contributions.filter((contribution) => !placed.has(contribution));
  const filed = new Map(placed);
  const indexes = new Map<string, LeaderIndex>();
  for (const contribution of homeless) {
    const text = contribution.texts[0];
    if (!text || !ordered.length) {
      placed.set(contribution, null);
      continue;
    }
    const index = indexes.get(text.lang) ?? topicIndex(text.lang, ordered, filed, corpus);
    indexes.set(text.lang, index);
    const vector = corpus.weightsOf(text.lang).vector(terms(`${text.title}\n${text.text}`, text.lang));
    const nearest = index.nearest(vector, PLACE_FROM, () => true);
    placed.set(contribution, nearest ? (ordered[nearest.leader]?.id ?? null) : null);
  }
  return placed;
}

/** One vector a topic, from its name and what was filed under it. */
function topicIndex(
  lang: string,
  topics: readonly BundleTopic[],
  filed: ReadonlyMap<Contribution, string | null>,
  corpus: Corpus,
): LeaderIndex {
  const words = new Map<string, string[]>(
    topics.map(({ id, name }) => {
      const own = terms((name as Readonly<Record<string, string>>)[lang] ?? '', lang);
      return [id, Array.from({ length: NAME_COUNTS }, () => own).flat()];
    }),
  );
  for (const [contribution, topicId] of filed) {
    const text = contribution.texts.find((candidate) => candidate.lang === lang);
    if (!text || topicId === null) continue;
    const list = words.get(topicId);
    for (const term of terms(`${text.title}\n${text.text}`, lang).slice(0, TERMS_READ)) list?.push(term);
  }
  const index = new LeaderIndex();
  for (const { id } of topics)
    index.add(corpus.weightsOf(lang).vector(words.get(id) ?? [], [], TERMS_OF_A_TOPIC));
  return index;
}
