import type { AuthorView } from '../forum/forum.contract.js';
import { regionOf } from '../forum/regions.js';
import type { AttachedFile } from './attachments/attached-files.js';
import { presentAttachment } from './attachments/attachment.presenter.js';
import { mayMerge } from './merging/merging.abilities.js';
import { canMove, PROPOSAL_MOVES } from './proposal.states.js';
import type { Seen } from './proposal-access.js';
import type { ProposalMoveRow } from './proposal-move.entity.js';
import type { ProposalTextRow } from './proposal-text.entity.js';
import type { ProposalVersion } from './proposal-version.entity.js';
import { staleParts } from './proposal-words.js';
import {
  mayAttach,
  mayEditProposal,
  mayEndorse,
  mayEndorseForCity,
  mayLink,
  mayMoveProposal,
  mayPutToVote,
  mayTranslate,
  mayWriteOn,
} from './proposals.abilities.js';
import type {
  CityEndorsement,
  MoveView,
  ProposalAbilities,
  ProposalReference,
  ProposalSummary,
  ProposalText,
  ProposalView,
  VersionSummary,
} from './proposals.contract.js';

type Names = ReadonlyMap<string, AuthorView>;
type Titled = Pick<ProposalTextRow, 'lang' | 'title' | 'summary'>;

/** The title in the wished language where there is one, else in the language it was written in. */
export function titleOf<T extends Pick<Titled, 'lang' | 'title'>>(
  texts: readonly T[],
  wished: string | undefined,
  source: string,
): T | undefined {
  const found = [wished, source].map((lang) => texts.find((text) => text.lang === lang)).find(Boolean);
  return found ?? texts[0];
}

/** What a page of one proposal is made of, as it was read. */
export interface ProposalFacts {
  readonly texts: readonly ProposalTextRow[];
  readonly attachments: readonly AttachedFile[];
  readonly names: Names;
  readonly coAuthors: readonly { readonly participantId: string; readonly acceptedAt: Date | null }[];
  readonly cityIds: readonly string[];
  readonly endorserIds: readonly string[];
  readonly endorsed: boolean;
  readonly cityEndorsements: readonly (Omit<CityEndorsement, 'by' | 'at' | 'region'> & {
    readonly country: string | null;
    readonly participantId: string;
    readonly createdAt: Date;
  })[];
  readonly references: readonly (ProposalReference & {
    readonly as: 'into' | 'merged' | 'linked' | 'asked';
  })[];
  readonly moves: readonly ProposalMoveRow[];
  readonly versions: readonly ProposalVersion[];
  readonly followed: boolean;
}

export function presentProposal(seen: Seen, facts: ProposalFacts, lang?: string): ProposalView {
  const { proposal } = seen;
  const { texts, names, references } = facts;
  const named = (id: string | null): AuthorView | null => (id && names.get(id)) || null;
  const known = (ids: readonly string[]): AuthorView[] => ids.flatMap((id) => names.get(id) ?? []);
  const whoAs = (kind: (typeof references)[number]['as']) =>
    references.filter((each) => each.as === kind).map(({ as: _, ...reference }) => reference);
  const signed = facts.coAuthors.filter(({ acceptedAt }) => acceptedAt !== null);
  const asked = facts.coAuthors.filter(({ acceptedAt }) => acceptedAt === null);
  return {
    ...summaryOf(seen, texts, named(proposal.authorId), lang),
    lang: proposal.lang,
    texts: presentTexts(texts, proposal.lang),
    attachments: facts.attachments.map((file) => presentAttachment(file, named)),
    version: proposal.version,
    coAuthors: known(signed.map(({ participantId }) => participantId)),
    invited: mayWriteOn(seen.standing, seen) ? known(asked.map(({ participantId }) => participantId)) : [],
    cityIds: facts.cityIds,
    sessionId: proposal.sessionId,
    endorsed: facts.endorsed,
    endorsers: known(facts.endorserIds),
    cityEndorsements: facts.cityEndorsements.map(
      ({ delegationId, city, country, participantId, createdAt }) => ({
        delegationId,
        city,
        region: regionOf(country),
        by: named(participantId),
        at: createdAt.toISOString(),
      }),
    ),
    admission: seen.admission,
    mergedInto: whoAs('into')[0] ?? null,
    merged: whoAs('merged'),
    linked: whoAs('linked'),
    asksFor: whoAs('asked'),
    moves: facts.moves.map((move) => presentMove(move, named)),
    versions: facts.versions.map((version) => presentVersion(version, named)),
    followed: facts.followed,
    abilities: abilitiesOf(seen),
  };
}

function summaryOf(
  { proposal }: Seen,
  texts: readonly Titled[],
  author: AuthorView | null,
  lang: string | undefined,
): ProposalSummary {
  const head = titleOf(texts, lang, proposal.lang);
  return {
    id: proposal.id,
    number: proposal.number,
    state: proposal.state,
    title: head?.title ?? '',
    summary: head?.summary ?? '',
    titleLang: head?.lang ?? proposal.lang,
    topicId: proposal.topicId,
    author,
    endorsements: proposal.endorsements,
    endorsingCities: proposal.endorsingCities,
    importedSupport: proposal.importedSupport,
    imported: proposal.imported,
    createdAt: proposal.createdAt.toISOString(),
    activeAt: proposal.activeAt.toISOString(),
  };
}

export function presentTexts(texts: readonly ProposalTextRow[], source: string): ProposalText[] {
  const original = texts.find(({ lang }) => lang === source);
  return texts.map((text) => ({
    lang: text.lang,
    title: text.title,
    summary: text.summary,
    paragraphs: text.paragraphs,
    stale: staleParts(original, text),
  }));
}

export function presentVersion(
  { number, cause, participantId, madeAt }: ProposalVersion,
  named: (id: string | null) => AuthorView | null,
): VersionSummary {
  return { number, cause, by: named(participantId), at: madeAt.toISOString() };
}

function presentMove(row: ProposalMoveRow, named: (id: string | null) => AuthorView | null): MoveView {
  return {
    move: row.move,
    from: row.fromState,
    to: row.toState,
    by: named(row.participantId),
    reason: row.reason,
    at: row.movedAt.toISOString(),
  };
}

function abilitiesOf(seen: Seen): ProposalAbilities {
  const { standing, proposal, coAuthor } = seen;
  const moves = Object.fromEntries(
    (Object.keys(PROPOSAL_MOVES) as (keyof typeof PROPOSAL_MOVES)[]).map((move) => [
      move,
      canMove(proposal.state, PROPOSAL_MOVES[move]) && mayMoveProposal(standing, seen, move),
    ]),
  ) as Record<keyof typeof PROPOSAL_MOVES, boolean>;
  return {
    ...moves,
    edit: mayEditProposal(standing, seen),
    translate: mayTranslate(standing, seen),
    attach: mayAttach(standing, seen),
    invite: mayWriteOn(standing, seen),
    answerInvitation: coAuthor === 'invited',
    leave: coAuthor === 'accepted',
    mergeAmendments: mayMerge(standing, seen),
    link: mayLink(standing, seen),
    endorse: mayEndorse(standing, seen),
    endorseForCity: mayEndorseForCity(standing, seen),
    putToVote: mayPutToVote(standing, seen),
    follow: standing.participant !== null,
  };
}
