import { log2, ONE } from '../../text/fixed.js';
import { chooseApart, isTelling, nearestToAll, type Rankable } from '../../text/text-rank.js';
import { contributionsBehind } from './clauses.js';
import type { Cluster } from './clusters.js';
import type { Contribution } from './contributions.js';
import type { DiscussedTopic, Discussion } from './draft.js';
import { readerOf } from './lexicon/lexicon.js';
import type { Unit } from './units.js';

/** What is read beside a section in a minute; of fewer than two voices nobody would say that they discussed. */
const ROOM = { least: 2, most: 5 };
/** A quote is well put at least so far, of a hundred: misspellings and lists are not. */
const QUALITY = 60;
/** Signs of a list, and of what was cut off or typed in haste. */
const AMISS = /\n|^[a-zà-öø-ÿ]/;
/** Above every worth: a city that was not heard comes before one that was, whatever they say. */
const UNHEARD = 2 ** 40;

interface Candidate extends Rankable {
  readonly quality: number;
  readonly quote: Discussion;
}

/**
 * What was discussed of one topic, in sentences of its posts, each to the letter and of a city of its own as long as
 * one is left that was not heard; in the order of the posts. What a clause rests on is not said again. Null where the
 * discussion has fewer than two sentences to quote.
 */
export function discussedOf(
  topicId: string | null,
  contributions: readonly Contribution[],
  units: ReadonlyMap<Contribution, readonly Unit[]>,
  clauses: readonly Cluster[],
): DiscussedTopic | null {
  const used = new Set(clauses.flatMap(contributionsBehind));
  const posts = contributions.filter(({ ref }) => ref.kind === 'post');
  const candidates = posts.flatMap((post) =>
    used.has(post.ref) ? [] : (units.get(post) ?? []).flatMap((unit) => candidateOf(unit) ?? []),
  );
  const room = Math.max(ROOM.least, Math.min(ROOM.most, Math.floor(log2(1 + posts.length) / ONE)));
  const chosen = chooseApart(
    nearestToAll(candidates),
    room,
    ({ quality }, rank, heard) => rank * quality - heard * UNHEARD,
  );
  if (chosen.length < ROOM.least) return null;
  return { topicId, quotes: chosen.map(({ quote }) => quote) };
}

/** A whole sentence that stands by itself; in a language without a lexicon its length alone tells. */
function candidateOf({ contribution, passage, form, quality, vectors }: Unit): Candidate | null {
  const { lang, quotes, whole } = passage;
  const [quote, vector] = [quotes[0], vectors[0]?.vector];
  if (quote === undefined || !vector || !whole || !isTelling(quote) || AMISS.test(quote)) return null;
  if (readerOf(lang) && (!form || quality < QUALITY)) return null;
  return {
    from: contribution.ref.id,
    cityId: contribution.cityId,
    quality: Math.max(1, quality),
    ...{ lang, vector, terms: new Set(vector.terms) },
    quote: { contribution: contribution.ref, lang, quote },
  };
}
