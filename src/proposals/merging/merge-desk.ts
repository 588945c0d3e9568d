import type { EntityManager } from 'typeorm';
import type { Paragraph } from '../../text/changes.js';
import type { Spot } from '../../text/links.js';
import type { Overlay } from '../../text/overlay.js';
import type { Amendment } from '../amendments/amendment.entity.js';
import { BEFORE_THE_FORUM } from '../amendments/amendment.states.js';
import { marked } from '../amendments/amendment-text.js';
import { amendmentsOf, laidOver, presentText } from '../amendments/amendment-texts.js';
import type { Proposal } from '../proposal.entity.js';
import { type Choices, type Chosen, type ChosenParagraph, chosenText, twiceIn } from './chosen-text.js';
import { type Followed, fateOf, followedIn } from './fates.js';
import type { MergeFate, MergeProblem } from './merging.contract.js';
import { MergeChoiceRow, Merging } from './merging.entity.js';
import { basisOf, rejectionSpot, type SpotFacts, spotsIn, standingIn } from './standing-choices.js';

/** Everything that a merge rests on, as it is at this moment: five queries, whatever its size. */
export interface MergeDesk {
  readonly merging: Merging | null;
  readonly text: readonly Paragraph[];
  readonly amendments: ReadonlyMap<string, Amendment>;
  readonly laid: Overlay;
  readonly spots: ReadonlyMap<Spot, SpotFacts>;
  readonly standing: ReadonlyMap<string, MergeChoiceRow>;
  readonly stale: ReadonlySet<MergeChoiceRow>;
  /** What counts: the standing choices that are not stale. */
  readonly choices: Choices;
  readonly result: readonly ChosenParagraph[];
  readonly followed: ReadonlyMap<string, Followed>;
}

/** Lays the amendments of a proposal over its text, with the choices of its open merge. */
export async function mergeDesk(
  em: EntityManager,
  proposal: Proposal,
  merging: Merging | null,
): Promise<MergeDesk> {
  const log = merging
    ? await em.find(MergeChoiceRow, { where: { mergingId: merging.id }, order: { sequence: 'ASC' } })
    : [];
  const text = await presentText(em, proposal);
  const amendments = await amendmentsOf(em, proposal.id);
  const laid = byNumber(await laidOver(text, [...amendments.values()].filter(isOnTheDesk)), amendments);
  const spots = spotsIn(laid);
  const standing = standingIn(log);
  const stale = new Set([...standing.values()].filter((row) => isStale(row, spots, amendments)));
  const choices = new Map(
    [...standing.values()].flatMap((row): [Spot, Chosen][] => {
      const chosen = stale.has(row) ? null : chosenOf(row);
      return chosen ? [[row.spot as Spot, chosen]] : [];
    }),
  );
  const result = chosenText(laid, choices);
  const followed = followedIn(laid, choices);
  return { merging, text, amendments, laid, spots, standing, stale, choices, result, followed };
}

export const openMerging = (em: EntityManager, proposalId: string): Promise<Merging | null> =>
  em.findOneBy(Merging, { proposalId, state: 'open' });

/** What can be taken: of the first level, before the forum, not before the voters, and nothing of it needs its author. */
export const isOnTheDesk = ({ parentId, state, conflicts }: Amendment): boolean =>
  parentId === null && state === 'submitted' && conflicts.length === 0;

/** All that the forum still has to decide, those that wait among them. */
export const undecided = ({ amendments }: MergeDesk): Amendment[] =>
  [...amendments.values()].filter(({ state }) => BEFORE_THE_FORUM.includes(state));

/** The choice that rejects an amendment, if there is one. */
export const rejectionOf = ({ standing }: MergeDesk, id: string): MergeChoiceRow | null =>
  standing.get(rejectionSpot(id)) ?? null;

/** What becomes of an amendment; what amends one that is decided falls with it. */
export function fateIn(desk: MergeDesk, { id, parentId }: Pick<Amendment, 'id' | 'parentId'>): MergeFate {
  const rejection = rejectionOf(desk, id);
  const own = fateOf(desk.followed.get(id), rejection !== null && !desk.stale.has(rejection));
  const parent = parentId === null ? undefined : desk.amendments.get(parentId);
  return own === 'open' && parent && fateIn(desk, parent) !== 'open' ? 'fallen' : own;
}

/** Where the choices do not go together, or need another one. */
export function problemsIn(desk: MergeDesk): MergeProblem[] {
  const { standing, stale, result } = desk;
  const twice = twiceIn(result);
  const rejected = [...standing.values()].filter((row) => row.kind === 'reject' && !stale.has(row));
  const taken = new Set(
    [...desk.choices.values()].flatMap((chosen) => (chosen.kind === 'original' ? [] : chosen.by)),
  );
  return [
    ...[...stale].map(({ spot }) => ({ kind: 'stale' as const, spot })),
    ...[...twice].map((id) => ({ kind: 'twice' as const, spot: `paragraph ${id}` })),
    ...rejected
      .filter(({ amendmentIds }) => amendmentIds.some((id) => taken.has(id)))
      .map(({ spot }) => ({ kind: 'contradiction' as const, spot })),
  ];
}

/** Ids sort by chance: whose comes first is the one with the lower number. */
function byNumber({ layers, waiting }: Overlay, amendments: ReadonlyMap<string, Amendment>): Overlay {
  const numberOf = (id: string): number => amendments.get(id)?.number ?? 0;
  const sorted = <T extends { readonly by: readonly string[] }>(wish: T): T => ({
    ...wish,
    by: [...wish.by].sort((a, b) => numberOf(a) - numberOf(b)),
  });
  const first = ({ by }: { readonly by: readonly string[] }): number => numberOf(by[0] ?? '');
  return {
    waiting,
    layers: layers.map((layer) => ({
      ...layer,
      edits: layer.edits.map(sorted),
      blocks: layer.blocks.map(sorted).sort((a, b) => first(a) - first(b)),
    })),
  };
}

function chosenOf({ kind, amendmentIds, paragraphs }: MergeChoiceRow): Chosen | null {
  if (kind === 'reject') return null;
  if (kind === 'original') return { kind };
  if (kind === 'take') return { kind, by: amendmentIds };
  return { kind, by: amendmentIds, paragraphs: marked(paragraphs ?? []) };
}

/** A choice stands while what it rests on does; the rejection of an amendment while that can still be rejected. */
function isStale(
  { spot, kind, amendmentIds, basis }: MergeChoiceRow,
  spots: ReadonlyMap<string, SpotFacts>,
  amendments: ReadonlyMap<string, Amendment>,
): boolean {
  if (kind === 'reject') return amendmentIds.some((id) => amendments.get(id)?.state !== 'submitted');
  const facts = spots.get(spot);
  return !facts || basisOf(facts, amendmentIds) !== basis;
}
