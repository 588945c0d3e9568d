import { inTurns } from '../../kernel/in-turns.js';
import type { Paragraph } from '../../text/changes.js';
import { type Collision, type Consequences, collisionsIn, consequencesIn } from '../../text/collisions.js';
import { BEFORE_THE_FORUM } from './amendment.states.js';
import { laidOver } from './amendment-texts.js';
import type { AmendmentState } from './amendments.contract.js';
import { type Measure, measures, votingOrder, type Waiting } from './voting-order.js';

/** How amendments of one text stand to each other, all of them as they would change it now. */
export interface StandingTogether {
  readonly collisions: readonly Collision[];
  /** Between those of the first level. */
  readonly follows: Consequences;
  /** In which order they are voted on by rule. */
  readonly amendmentIds: readonly string[];
}

/** Lays all that wait over the text. Others' requests have their turn in between. */
export async function standingTogether(
  text: readonly Paragraph[],
  waiting: readonly Waiting[],
): Promise<StandingTogether> {
  const firsts = waiting.filter(({ parentId }) => parentId === null);
  const laid = await laidOver(text, firsts);
  const follows = consequencesIn(laid, firsts);
  const measured = await measuredInTurns(text, waiting);
  const amendmentIds = votingOrder(text, waiting, follows.excludes, measured);
  return { collisions: collisionsIn(laid), follows, amendmentIds };
}

async function measuredInTurns(...asked: Parameters<typeof measures>): Promise<ReadonlyMap<string, Measure>> {
  const found = new Map<string, Measure>();
  for await (const [id, measure] of inTurns(measures(...asked))) found.set(id, measure);
  return found;
}

/** Those that cannot stand beside the one that is adopted. */
export function rivalsOf(id: string, { excludes }: Pick<Consequences, 'excludes'>): ReadonlySet<string> {
  return new Set(excludes.flatMap(([one, other]) => (one === id ? [other] : other === id ? [one] : [])));
}

/** Those before the forum that are whole. */
export const isBeforeTheForum = ({
  state,
  conflicts,
}: {
  readonly state: AmendmentState;
  readonly conflicts: readonly unknown[];
}): boolean => BEFORE_THE_FORUM.includes(state) && conflicts.length === 0;
