import type { Paragraph } from './changes.js';
import { applyEdits, type Edit, editsBetween } from './edits.js';

/** An edit that leads from one version to the next, and the amendments that made it. */
export interface TracedEdit extends Edit {
  readonly by: readonly string[];
}

/** Who changed a paragraph on the way to a version; without `edits` all of it was changed by all of them. */
export interface ParagraphTrace {
  readonly paragraphId: string;
  readonly amendmentIds: readonly string[];
  readonly edits?: readonly TracedEdit[] | undefined;
}

export interface TracedVersion {
  readonly number: number;
  readonly paragraphs: readonly Paragraph[];
  readonly traces: readonly ParagraphTrace[];
}

/** A stretch of a paragraph: the version with which it came into the text, and the amendments that brought it. */
export interface TracedRun {
  readonly text: string;
  readonly versionNumber: number;
  readonly amendmentIds: readonly string[];
}

export interface TracedParagraph {
  readonly id: string;
  readonly runs: readonly TracedRun[];
}

/**
 * Follows every word of the last version to the one with which it came. The runs of a paragraph joined are its text
 * to the code unit, no two neighbours have the same origin, and what was there from the beginning has no amendment.
 * Versions come in order.
 */
export function tracedText(versions: readonly TracedVersion[]): TracedParagraph[] {
  let known = new Map<string, readonly TracedRun[]>();
  for (const { number, paragraphs, traces } of versions) {
    const made = new Map(traces.map((trace) => [trace.paragraphId, trace]));
    known = new Map(
      paragraphs.map(({ id, text }) => [id, next(known.get(id) ?? null, text, number, made.get(id))]),
    );
  }
  return [...known].map(([id, runs]) => ({ id, runs }));
}

function next(
  before: readonly TracedRun[] | null,
  text: string,
  versionNumber: number,
  trace: ParagraphTrace | undefined,
): readonly TracedRun[] {
  const by = trace?.amendmentIds ?? [];
  if (!before) return joined([{ text, versionNumber, amendmentIds: by }]);
  const was = before.map((run) => run.text).join('');
  if (was === text) return before;
  return edited(before, editsTo(was, text, trace), versionNumber);
}

/** The edits that were kept with the version, if they lead to its text; else what differs. */
function editsTo(was: string, text: string, trace: ParagraphTrace | undefined): readonly TracedEdit[] {
  const kept = trace?.edits ?? [];
  if (kept.length > 0 && applyEdits(was, kept) === text) return kept;
  return editsBetween(was, text).map((edit) => ({ ...edit, by: trace?.amendmentIds ?? [] }));
}

function edited(
  before: readonly TracedRun[],
  edits: readonly TracedEdit[],
  versionNumber: number,
): TracedRun[] {
  const runs: TracedRun[] = [];
  let at = 0;
  for (const { start, end, text, by } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    runs.push(...cut(before, at, start), { text: text ?? '', versionNumber, amendmentIds: by });
    at = end;
  }
  return joined([...runs, ...cut(before, at, Number.POSITIVE_INFINITY)]);
}

/** The runs between two places, in code units. */
function cut(runs: readonly TracedRun[], start: number, end: number): TracedRun[] {
  const found: TracedRun[] = [];
  let from = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - from), Math.max(0, end - from));
    if (text !== '') found.push({ ...run, text });
    from += run.text.length;
  }
  return found;
}

function joined(runs: readonly TracedRun[]): TracedRun[] {
  const found: TracedRun[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (run.text === '') continue;
    if (last && sameOrigin(last, run)) found[found.length - 1] = { ...last, text: last.text + run.text };
    else found.push(run);
  }
  return found;
}

const sameOrigin = (one: TracedRun, other: TracedRun): boolean =>
  one.versionNumber === other.versionNumber && one.amendmentIds.join() === other.amendmentIds.join();
