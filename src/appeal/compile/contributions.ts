import type { Region } from '../../forum/forum.contract.js';
import type { ProposalState } from '../../proposals/proposals.contract.js';
import { byCodePoint, clean } from '../../text/fold.js';
import { detectLanguage } from '../../text/language.js';
import type { BundlePoll, BundlePost, BundleProposal, BundleThread, ContributionBundle } from './bundle.js';
import type { ContributionRef } from './draft.js';

/** A contribution as the compile sees it, whatever its kind. */
export interface Contribution {
  readonly ref: ContributionRef;
  readonly topicId: string | null;
  readonly cityId: string | null;
  /** The language it was written in. */
  readonly lang: string;
  /** Its text and translations, the original first. A post has no title of its own. */
  readonly texts: readonly ContributionText[];
  readonly backers: readonly Backers[];
  /** Cities that stand behind it as such; of a bundle that does not tell, none. */
  readonly endorsingCities: readonly EndorsingCity[];
  /** People against, known of imported posts only. */
  readonly opposition: number;
  readonly standing: Standing;
  /** Of a proposal that was merged into another: which. */
  readonly mergedInto: string | null;
}

/** What may be made of it. `waiting`: not admitted yet, so that it cannot word a clause. */
export type Standing = 'adopted' | 'open' | 'rejected' | 'withdrawn' | 'lapsed' | 'merged' | 'waiting';

const STANDING_OF: Readonly<Record<ProposalState, Standing>> = {
  draft: 'waiting',
  submitted: 'waiting',
  returned: 'waiting',
  admitted: 'open',
  debated: 'open',
  scheduled: 'open',
  // Counted, and the result is not published: the vote itself says more, where there is one.
  voted: 'open',
  adopted: 'adopted',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  merged: 'merged',
  lapsed: 'lapsed',
};

export interface ContributionText {
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  /** What it answers: a thread's title. */
  readonly context: string;
}

/** People of one city, reading in one language, who stand behind a contribution; its author is one of them. */
export interface Backers {
  readonly cityId: string | null;
  readonly region: Region | null;
  readonly lang: string;
  readonly count: number;
}

/** A city that stands behind a contribution by the word of the head of its delegation, who reads in `lang`. */
export type EndorsingCity = Omit<Backers, 'cityId' | 'count'> & { readonly cityId: string };

/** What is read of a text; a longer one is rare and its point is made before. */
const TEXT_LIMIT = 20_000;
/** Shorter texts are taken at their author's word. */
const DETECT_FROM = 100;

/**
 * All contributions of a bundle, ordered by kind and id: nothing that follows depends on the order of rows.
 * Each is still to be made by a call, since telling a language takes its time.
 */
export function contributionsOf(bundle: ContributionBundle): (() => Contribution)[] {
  const posts = bundle.threads.flatMap((thread) => thread.posts.map((post) => ({ thread, post })));
  const regions = new Map(bundle.cities.map(({ id, region }) => [id, region ?? null]));
  const regionOf: RegionOf = (cityId) => (cityId === null ? null : (regions.get(cityId) ?? null));
  return [
    ...[...posts]
      .sort((a, b) => byCodePoint(a.post.id, b.post.id))
      .map(
        ({ thread, post }) =>
          () =>
            fromPost(thread, post, regionOf),
      ),
    ...[...bundle.proposals]
      .sort((a, b) => byCodePoint(a.id, b.id))
      .map((proposal) => () => fromProposal(proposal, regionOf)),
  ];
}

type RegionOf = (cityId: string | null) => Region | null;

function fromProposal(proposal: BundleProposal, regionOf: RegionOf): Contribution {
  const texts = proposal.texts.map(({ lang, title, text }) => readText(lang, title, text));
  return {
    ref: { kind: 'proposal', id: proposal.id },
    topicId: proposal.topicId,
    cityId: proposal.cityId,
    lang: proposal.lang,
    texts: texts.sort(
      (a, b) =>
        Number(b.lang === proposal.lang) - Number(a.lang === proposal.lang) || byCodePoint(a.lang, b.lang),
    ),
    backers: [
      { cityId: proposal.cityId, lang: proposal.lang, count: 1 },
      ...proposal.endorsements,
      { cityId: null, lang: proposal.lang, count: proposal.importedSupport },
    ].flatMap((each) => (each.count > 0 ? { ...each, region: regionOf(each.cityId) } : [])),
    endorsingCities: (proposal.endorsingCities ?? []).map((each) => ({
      ...each,
      region: regionOf(each.cityId),
    })),
    opposition: 0,
    standing: standingOf(proposal.state, proposal.poll),
    mergedInto: proposal.mergedInto ?? null,
  };
}

function standingOf(state: ProposalState, poll: BundlePoll | null): Standing {
  if (state === 'voted' && poll) return poll.adopted ? 'adopted' : 'rejected';
  return STANDING_OF[state];
}

function fromPost(thread: BundleThread, post: BundlePost, regionOf: RegionOf): Contribution {
  const text = readText(post.lang, '', post.text, thread.title);
  return {
    ref: { kind: 'post', id: post.id },
    topicId: thread.topicId,
    cityId: post.cityId,
    lang: text.lang,
    texts: [text],
    backers: [
      {
        ...{ cityId: post.cityId, region: regionOf(post.cityId), lang: post.lang },
        count: 1 + Math.max(0, post.support - post.opposition),
      },
    ],
    endorsingCities: [],
    opposition: post.opposition,
    standing: 'open',
    mergedInto: null,
  };
}

function readText(lang: string, title: string, text: string, context = ''): ContributionText {
  const read = text.slice(0, TEXT_LIMIT);
  const detected = read.length >= DETECT_FROM ? detectLanguage(clean(read)) : null;
  return { lang: detected ?? lang, title, context, text: read.isWellFormed() ? read : read.slice(0, -1) };
}
