import type { Change, Paragraph } from '../../text/changes.js';
import { paragraphDifferences } from '../../text/differences.js';
import { tokens } from '../../text/tokens.js';

/** An amendment that waits for its vote. */
export interface Waiting {
  readonly id: string;
  readonly number: number;
  /** The amendment that it changes. */
  readonly parentId: string | null;
  readonly changes: readonly Change[];
}

/**
 * The order in which amendments are voted on. Groups whose members cannot all be adopted come in the order of the
 * text. Within a group what goes furthest from the text comes first, so that each voter can still vote for less
 * afterwards: deletions before changes, then the share of words that would go or come. An amendment of an amendment
 * comes right before the one that it changes. See docs/amendments.md.
 */
export function votingOrder(
  base: readonly Paragraph[],
  waiting: readonly Waiting[],
  excludes: readonly (readonly [string, string])[],
  measured: ReadonlyMap<string, Measure> = new Map(measures(base, waiting)),
): string[] {
  const firsts = waiting.filter(({ parentId }) => !waiting.some(({ id }) => id === parentId));
  const groups = groupsOf(firsts, excludes);
  const of = ({ id }: Waiting): Measure => measured.get(id) as Measure;
  const start = (group: readonly Waiting[]): number => Math.min(...group.map((each) => of(each).place));
  const ordered = groups
    .map((group) => [...group].sort((a, b) => further(of(a), of(b)) || a.number - b.number))
    .sort((a, b) => start(a) - start(b) || (a[0] as Waiting).number - (b[0] as Waiting).number)
    .flat();
  return ordered.flatMap((each) => [
    ...waiting
      .filter(({ parentId }) => parentId === each.id)
      .sort((a, b) => a.number - b.number)
      .map(({ id }) => id),
    each.id,
  ]);
}

/** How far each goes from the text, by id, one at a time: comparing words takes a while. */
export function* measures(
  base: readonly Paragraph[],
  waiting: readonly Waiting[],
): Generator<[string, Measure]> {
  const place = new Map(base.map(({ id }, at) => [id, at + 1]));
  const texts = new Map(base.map(({ id, text }) => [id, text]));
  for (const each of waiting) yield [each.id, measure(base.length, each, place, texts)];
}

export interface Measure {
  /** Of the first paragraph that it changes. */
  readonly place: number;
  readonly deletes: boolean;
  /** Words that go or come, of those of the paragraphs that it changes, in thousandths. */
  readonly share: number;
}

const further = (a: Measure, b: Measure): number =>
  Number(b.deletes) - Number(a.deletes) || b.share - a.share;

function measure(
  length: number,
  { changes }: Waiting,
  place: ReadonlyMap<string, number>,
  texts: ReadonlyMap<string, string>,
): Measure {
  let [changed, all] = [0, 0];
  for (const change of changes) {
    const was = change.kind === 'insert' ? '' : (texts.get(change.id) ?? '');
    const now = change.kind === 'delete' ? '' : change.text;
    for (const { op, text } of paragraphDifferences(was, now)) {
      const words = tokens(text).length;
      all += words;
      if (op !== 'keep') changed += words;
    }
  }
  return {
    place: Math.min(...changes.map((change) => placeOf(change, place)), length + 1),
    deletes: changes.some(({ kind }) => kind === 'delete'),
    share: all === 0 ? 0 : Math.floor((1_000 * changed) / all),
  };
}

const placeOf = (change: Change, place: ReadonlyMap<string, number>): number =>
  change.kind === 'insert'
    ? (place.get(change.after ?? '') ?? 0) + 0.5
    : (place.get(change.id) ?? Number.POSITIVE_INFINITY);

/** Those that are bound by exclusions, directly or through others. */
function groupsOf(all: readonly Waiting[], excludes: readonly (readonly [string, string])[]): Waiting[][] {
  const group = new Map(all.map((each) => [each.id, [each]]));
  for (const [one, other] of excludes) {
    const [a, b] = [group.get(one), group.get(other)];
    if (!a || !b || a === b) continue;
    a.push(...b);
    for (const { id } of b) group.set(id, a);
  }
  return [...new Set(group.values())];
}
