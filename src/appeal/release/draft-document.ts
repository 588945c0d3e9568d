import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { sha256 } from '../../kernel/hash-chain.js';
import { appealText, textHash } from '../adoption/text-hash.js';
import { clauseNumbers } from '../clause-numbers.js';
import type { BundleProposal, BundleThread, ContributionBundle } from '../compile/bundle.js';
import type { Draft, DraftClause } from '../compile/draft.js';
import type { Documents } from './document.js';
import { besideDraft } from './pairing.js';
import { APPEAL_FORMAT, type ClauseDocument, type ContributionDocument } from './release.format.js';

/** A draft as it would read if it were published as it is: what `nidaa compile` shows. Pure. */
export function documentsOfDraft(bundle: ContributionBundle, draft: Draft): Documents {
  const nameOf = new Map(bundle.cities.map(({ id, name }) => [id, name]));
  const cityOf = (id: string | null) => (id === null ? null : (nameOf.get(id) ?? null));
  const { slug, title, place, startsOn, endsOn, topics } = bundle.forum;
  return {
    appeal: {
      format: APPEAL_FORMAT,
      slug,
      title: draft.title,
      lang: draft.lang,
      publishedAt: null,
      compiler: draft.compiler,
      inputHash: sha256(canonicalJson(bundle as unknown as Json)),
      origin: '',
      forum: { slug, title, theme: title, place, country: null, startsOn, endsOn, sample: false },
      cities: bundle.cities.map(({ id, name }) => ({
        ...{ id, name, country: null, latitude: null, longitude: null },
      })),
      topics: topics.map(({ id, name }) => ({ id, name })),
      clauses: numbered(draft, draft.clauses),
      fates: draft.fates,
      coverage: {
        total: draft.coverage.total,
        confirmed: 0,
        byFate: draft.coverage.byFate,
        byCity: draft.coverage.byCity.map(({ cityId, ...rest }) => ({
          ...{ cityName: cityOf(cityId), ...rest, undecided: rest.total },
        })),
        byLang: draft.coverage.byLang.map((each) => ({ ...each, undecided: each.total })),
      },
      discussed: draft.annexes.discussed ?? [],
      polls: draft.annexes.votes.map(({ id, proposalId, number, adopted }) => ({
        ...{ id, pollId: null, adopted, tally: null, subject: { kind: 'proposal', id: proposalId } },
        question: { ar: `${number}`, fr: `${number}`, en: `${number}` },
      })),
      textHash: textHash(appealText({ title: draft.title, clauses: draft.clauses, topics })),
      adoption: null,
      signatures: [],
      supersedes: null,
    },
    bundle,
    draft,
    superseded: new Map(),
    contributions: [
      ...bundle.proposals.map((proposal) => ({ ...ofProposal(proposal), cityName: cityOf(proposal.cityId) })),
      ...bundle.threads.flatMap((thread) =>
        thread.posts.map((post) => ({ ...ofPost(thread, post), cityName: cityOf(post.cityId) })),
      ),
    ],
  };
}

/** Anchors in the order of the text, numbers for the operative clauses that say something. */
export function numbered<
  T extends Pick<DraftClause, 'kind' | 'topicId' | 'lang' | 'texts' | 'editorial' | 'sources' | 'score'> & {
    readonly id?: string;
  },
>(draft: Draft, clauses: readonly T[]): ClauseDocument[] {
  const numbers = clauseNumbers(clauses);
  const drafted = besideDraft(clauses, draft);
  return clauses.map(({ id, kind, topicId, lang, texts, editorial, sources, score }, i) => ({
    id: id ?? `c${i + 1}`,
    anchor: `c${i + 1}`,
    number: numbers[i] ?? null,
    ...{ kind, topicId, lang, texts, editorial, sources, score },
    drafted: drafted[i] as ClauseDocument['drafted'],
  }));
}

function ofProposal({
  id,
  lang,
  number,
  texts,
  endorsements,
  importedSupport,
}: BundleProposal): ContributionDocument {
  const support = endorsements.reduce((sum, { count }) => sum + count, importedSupport);
  return {
    ...{ kind: 'proposal', id, lang, number, texts, support },
    ...{ cityName: null, threadId: null, threadTitle: null },
  };
}

function ofPost(thread: BundleThread, post: BundleThread['posts'][number]): ContributionDocument {
  return {
    kind: 'post',
    id: post.id,
    lang: post.lang,
    number: null,
    texts: [{ lang: post.lang, title: '', text: post.text }],
    support: Math.max(post.support - post.opposition, 0),
    cityName: null,
    threadId: thread.id,
    threadTitle: thread.title,
  };
}
