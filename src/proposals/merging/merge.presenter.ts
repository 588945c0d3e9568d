import type { AuthorView } from '../../forum/forum.contract.js';
import type { Paragraph as Marked } from '../../text/changes.js';
import { htmlOfRuns, kindOf, Looks, paragraphOf } from '../../text/marked-text.js';
import type { Amendment } from '../amendments/amendment.entity.js';
import { atParagraph, behindIt, type ChosenParagraph, excludesIn } from './chosen-text.js';
import { fateIn, isOnTheDesk, type MergeDesk, rejectionOf } from './merge-desk.js';
import type {
  MergeAmendment,
  MergeChoice,
  MergeOption,
  MergeParagraph,
  MergePiece,
  MergeSpot,
} from './merging.contract.js';
import type { MergeChoiceRow } from './merging.entity.js';
import type { SpotFacts } from './standing-choices.js';

export type Names = ReadonlyMap<string, AuthorView>;

/** A paragraph with what was put in and taken out, each with whose it is. */
export function presentParagraph(result: ChosenParagraph, base: readonly Marked[]): MergeParagraph {
  const { id, text, fate, by, edits } = result;
  const was = base.find((paragraph) => paragraph.id === id)?.text ?? '';
  const shown = fate === 'deleted' ? was : text;
  const pieces = fate === 'inserted' ? [{ start: 0, end: 0, text, by }] : fate === 'kept' ? [] : edits;
  return { id, ...paragraphOf(shown), fate, pieces: piecesOf(fate === 'inserted' ? '' : was, pieces) };
}

/** Keep and delete are what was there, keep and insert what is there now. Each piece is HTML that stands by itself. */
function piecesOf(base: string, edits: ChosenParagraph['edits']): MergePiece[] {
  const [before, after] = [new Looks(), new Looks()];
  const pieces: MergePiece[] = [];
  const add = (op: MergePiece['op'], html: string, amendmentIds: readonly string[]): void => {
    if (html !== '') pieces.push({ op, html, amendmentIds });
  };
  const keep = (text: string): void => {
    before.next(text);
    add('keep', htmlOfRuns(after.next(text)), []);
  };
  let at = 0;
  for (const { start, end, text, by } of edits) {
    keep(base.slice(at, start));
    add('delete', htmlOfRuns(before.next(base.slice(start, end))), by);
    add('insert', htmlOfRuns(after.next(text ?? '')), by);
    at = end;
  }
  keep(base.slice(at));
  return pieces;
}

export function presentSpot(desk: MergeDesk, spot: string, facts: SpotFacts, names: Names): MergeSpot {
  const { layer, next, names: there } = facts;
  const isPlace = next !== null;
  const { paragraph } = layer;
  const base = paragraph ? [paragraph] : [];
  const show = (results: readonly ChosenParagraph[]) => results.map((each) => presentParagraph(each, base));
  const row = desk.standing.get(spot) ?? null;
  const stands = isPlace ? behindIt : atParagraph;
  return {
    spot,
    paragraph: isPlace || !paragraph ? null : { id: paragraph.id, ...paragraphOf(paragraph.text) },
    options: optionsOf(desk, facts).map(({ amendmentIds, result }) => ({
      amendmentIds,
      reads: show(result),
    })),
    excludes: isPlace ? [] : excludesIn(layer),
    choice: row && presentChoice(row, desk, names),
    since: row ? there.filter((id) => isNewer(desk.amendments.get(id), row)) : [],
    reads: show(stands(layer, desk.choices.get(spot as never))),
  };
}

/** What would stand with each wish alone, by number. Amendments that want exactly the same are one option. */
function optionsOf(
  { amendments }: MergeDesk,
  { layer, next, wishes, names }: SpotFacts,
): (Omit<MergeOption, 'reads'> & { result: ChosenParagraph[] })[] {
  const numberOf = (id: string): number => amendments.get(id)?.number ?? 0;
  const found = new Map<string, string[]>();
  for (const name of [...names].sort((a, b) => numberOf(a) - numberOf(b))) {
    const own = wishes.flatMap(({ by }, at) => (by.includes(name) ? [at] : [])).join();
    found.set(own, [...(found.get(own) ?? []), name]);
  }
  const stands = next === null ? atParagraph : behindIt;
  return [...found.values()].map((amendmentIds) => ({
    amendmentIds,
    result: stands(layer, { kind: 'take', by: amendmentIds.slice(0, 1) }),
  }));
}

const isNewer = (amendment: Amendment | undefined, { chosenAt }: MergeChoiceRow): boolean =>
  (amendment?.submittedAt ?? chosenAt) > chosenAt;

export function presentChoice(row: MergeChoiceRow, { stale }: MergeDesk, names: Names): MergeChoice {
  return {
    sequence: row.sequence,
    spot: row.spot,
    kind: row.kind,
    amendmentIds: row.amendmentIds,
    paragraphs: row.paragraphs,
    reason: row.reason,
    by: names.get(row.participantId) ?? null,
    at: row.chosenAt.toISOString(),
    stale: stale.has(row),
  };
}

export function presentAmendment(desk: MergeDesk, amendment: Amendment, names: Names): MergeAmendment {
  const { id, number, parentId, state, authorId, reason } = amendment;
  const rejection = rejectionOf(desk, id);
  return {
    id,
    number,
    parentId,
    state,
    author: names.get(authorId) ?? null,
    reason,
    waits: !isOnTheDesk(amendment),
    ...(desk.followed.get(id) ?? { spots: 0, taken: 0, written: 0 }),
    rejection: rejection && presentChoice(rejection, desk, names),
    fate: fateIn(desk, amendment),
  };
}

/** The kind of a marked paragraph and its runs as HTML, each by itself. */
export function presentRuns<T extends { readonly text: string }>(
  runs: readonly T[],
): { kind: ReturnType<typeof kindOf>; runs: (Omit<T, 'text'> & { html: string })[] } {
  const looks = new Looks();
  return {
    kind: kindOf(runs[0]?.text ?? ''),
    runs: runs.flatMap(({ text, ...run }) => {
      const html = htmlOfRuns(looks.next(text));
      return html === '' ? [] : [{ ...run, html }];
    }),
  };
}
