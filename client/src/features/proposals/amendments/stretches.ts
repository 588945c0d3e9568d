import type { AmendmentView } from '../../../../../src/proposals/amendments/amendments.contract.js';
import { type Collision, collisions } from '../../../../../src/text/collisions.js';
import { applyEdits, type SharedEdit } from '../../../../../src/text/edits.js';
import { Looks, paragraphOf, type Run } from '../../../../../src/text/marked-text.js';
import type { Paragraph, WrittenParagraph } from '../../../../../src/text/rich-text.contract.js';
import { wordsOf } from '../../../../../src/text/rich-text.js';
import { changeOf, marked } from './changes.js';

/** What one or several want at a place that is fought over; no words where they take them out. */
export interface Choice {
  readonly numbers: readonly number[];
  readonly kind: 'words' | 'nothing' | 'deletion';
  /** What stands there, and what is wanted instead; null where new paragraphs are put in. */
  readonly before: WrittenParagraph | null;
  readonly after: WrittenParagraph;
}

/** A place of the text where amendments want different things. */
export interface Stretch {
  readonly about: 'words' | 'place';
  /** The place of the paragraph in the text, from 1; 0 is the beginning. */
  readonly paragraph: number;
  /** One of them takes the whole paragraph out. */
  readonly deletes: boolean;
  readonly numbers: readonly number[];
  /** The paragraph, cut where the stretch begins and ends; empty where paragraphs are to be put. */
  readonly parts: readonly [before: readonly Run[], stretch: readonly Run[], after: readonly Run[]];
  readonly choices: readonly Choice[];
}

type Numbered = Pick<AmendmentView, 'id' | 'number' | 'changes'>;

/** Where amendments of a text cannot all be adopted, in the order of the text, with what each wants there. */
export function stretchesOf(base: readonly Paragraph[], amendments: readonly Numbered[]): Stretch[] {
  const text = marked(base);
  const numbers = new Map(amendments.map(({ id, number }) => [id, number]));
  const numbersOf = (ids: readonly string[]) =>
    ids.map((id) => numbers.get(id) as number).sort((a, b) => a - b);
  const found = collisions(
    text,
    amendments.map(({ id, changes }) => ({ id, changes: changes.map(changeOf) })),
  );
  return found.map((collision) => {
    const id = collision.kind === 'words' ? collision.paragraph : collision.after;
    const at = text.findIndex((paragraph) => paragraph.id === id);
    return {
      about: collision.kind,
      paragraph: at + 1,
      deletes: collision.kind === 'words' && collision.choices.some((choice) => choice.text === null),
      numbers: numbersOf(collision.amendments),
      parts: partsOf(collision, text[at]?.text ?? ''),
      choices: choicesOf(collision, text[at]?.text ?? '', numbersOf),
    };
  });
}

function partsOf(collision: Collision, text: string): Stretch['parts'] {
  if (collision.kind === 'place') return [[], [], []];
  const { start, end } = collision;
  const looks = new Looks();
  return [looks.next(text.slice(0, start)), looks.next(text.slice(start, end)), looks.next(text.slice(end))];
}

/** The same words wanted by several are one choice. */
function choicesOf(
  collision: Collision,
  text: string,
  numbersOf: (ids: readonly string[]) => readonly number[],
): Choice[] {
  if (collision.kind === 'place')
    return collision.choices.map(({ paragraphs, by }) => ({
      numbers: numbersOf(by),
      kind: 'words',
      before: null,
      after: { kind: 'text', html: paragraphs.map((each) => paragraphOf(each.text).html).join('<br />') },
    }));
  const stretch = text.slice(collision.start, collision.end);
  const wanted = new Map<string | null, string[]>();
  for (const id of collision.amendments) {
    const own = collision.choices.filter(({ by }) => by.includes(id));
    const words = wordsWanted(stretch, own, collision.start);
    wanted.set(words, [...(wanted.get(words) ?? []), id]);
  }
  return [...wanted]
    .map(([words, by]): Choice => {
      const after = paragraphOf((words ?? '').trim());
      const kind = words === null ? 'deletion' : wordsOf(after.html) === '' ? 'nothing' : 'words';
      return { numbers: numbersOf(by), kind, before: paragraphOf(stretch.trim()), after };
    })
    .sort((a, b) => (a.numbers[0] as number) - (b.numbers[0] as number));
}

/** The stretch as one amendment would have it; null where the paragraph goes. */
function wordsWanted(stretch: string, own: readonly SharedEdit[], start: number): string | null {
  if (own.some(({ text }) => text === null)) return null;
  return applyEdits(
    stretch,
    own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
}

/** Those that are bound by exclusions, directly or through others, in groups of their ids; alone is no group. */
export function groupsBy(pairs: readonly (readonly [string, string])[]): string[][] {
  const groups = new Map<string, Set<string>>();
  for (const [one, other] of pairs) {
    const group = new Set([one, other, ...(groups.get(one) ?? []), ...(groups.get(other) ?? [])]);
    for (const id of group) groups.set(id, group);
  }
  return [...new Set(groups.values())].map((group) => [...group]);
}
