import { redo, undo } from 'prosemirror-history';
import type { Slice } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import type { WrittenParagraph } from '../../src/text/rich-text.contract.js';
import { KEYS, setLink, toggleKind, toggleStrong } from '../src/ui/editor/commands.js';
import { takeOver } from '../src/ui/editor/ids.js';
import { forWire, givenIds } from '../src/ui/editor/local-ids.js';
import { paragraphsOfDoc } from '../src/ui/editor/paragraphs.js';
import { insertParagraphs, putParagraph, withoutKnownIds, writingOf } from '../src/ui/editor/writing.js';

const ONE = { id: 'AAAAAAAA', kind: 'text', html: 'One line.' } as const;
const TWO = { id: 'BBBBBBBB', kind: 'bullet', html: 'Two <strong>strong</strong> words' } as const;
const THREE = {
  id: 'CCCCCCCC',
  kind: 'quote',
  html: '<a href="https://example.org/?a=1&amp;b=2" rel="nofollow noopener">A link</a>,<br />and a &lt;sign&gt;',
} as const;
const TEXT: readonly WrittenParagraph[] = [ONE, TWO, THREE];

const written = (state: EditorState) => forWire(paragraphsOfDoc(state.doc));
const ids = (state: EditorState) => written(state).map(({ id }) => id);

function run(state: EditorState, command: Command): EditorState {
  let next = state;
  command(state, (transaction) => {
    next = state.apply(transaction);
  });
  return next;
}
const press = (state: EditorState, key: string) => run(state, KEYS[key] as Command);

/** The caret in a paragraph, so many signs from its beginning, or to another place. */
function caret(state: EditorState, paragraph: number, sign: number, to = sign): EditorState {
  let start = 1;
  for (let at = 0; at < paragraph; at++) start += state.doc.child(at).nodeSize;
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, start + sign, start + to)));
}
const type = (state: EditorState, text: string) => state.apply(state.tr.insertText(text));

describe('a text that is edited', () => {
  it('comes out as it went in', () => {
    expect(written(writingOf(TEXT))).toEqual(TEXT);
    expect(written(writingOf([]))).toEqual([]);
  });

  it('is written as the server writes it, whatever order marks were set in', () => {
    const all = caret(writingOf([{ kind: 'text', html: 'a <em>b</em> c' }]), 0, 0, 5);
    expect(written(run(all, toggleStrong))).toEqual([
      { kind: 'text', html: '<strong>a <em>b</em> c</strong>' },
    ]);
  });

  it('keeps its ids while it is typed in, made a list and linked', () => {
    let state = type(caret(writingOf(TEXT), 0, 3), ' more');
    state = run(state, toggleKind('number'));
    state = run(caret(state, 1, 0, 3), setLink('mailto:a@example.org'));
    expect(written(state).slice(0, 2)).toEqual([
      { ...ONE, kind: 'number', html: 'One more line.' },
      {
        ...TWO,
        html: '<a href="mailto:a@example.org" rel="nofollow noopener">Two</a> <strong>strong</strong> words',
      },
    ]);
    expect(ids(state)).toEqual(ids(writingOf(TEXT)));
  });

  it('keeps the id with the first part of a split, and with the words where the split is before them', () => {
    const middle = press(caret(writingOf(TEXT), 1, 4), 'Enter');
    expect(written(middle).slice(1, 3)).toEqual([
      { ...TWO, html: 'Two ' },
      { kind: 'bullet', html: '<strong>strong</strong> words' },
    ]);
    const before = type(caret(press(caret(writingOf(TEXT), 0, 0), 'Enter'), 0, 0), 'Zero');
    expect(written(before).slice(0, 2)).toEqual([{ kind: 'text', html: 'Zero' }, ONE]);
  });

  it('keeps the id of the first of two that are joined, and both again when that is undone', () => {
    const joined = press(press(caret(writingOf(TEXT), 1, 0), 'Backspace'), 'Backspace');
    expect(ids(joined)).toEqual([ONE.id, THREE.id]);
    expect(written(run(run(joined, undo), undo))).toEqual(TEXT);
  });

  it('keeps ids with paragraphs that change places', () => {
    const moved = press(caret(writingOf(TEXT), 2, 1), 'Alt-ArrowUp');
    expect(written(moved)).toEqual([ONE, THREE, TWO]);
    expect(written(press(press(moved, 'Alt-ArrowDown'), 'Alt-ArrowDown'))).toEqual(TEXT);
  });

  it('ends a list with Enter in an empty item', () => {
    const end = press(caret(writingOf([TWO]), 0, 16), 'Enter');
    expect(written(type(end, 'x'))[1]?.kind).toBe('bullet');
    expect(written(type(press(end, 'Enter'), 'x'))).toEqual([TWO, { kind: 'text', html: 'x' }]);
  });

  it('gives a pasted paragraph no id that is there already, and leaves its own to one that was cut', () => {
    const state = writingOf(TEXT);
    const copied = state.doc.slice(0, state.doc.child(0).nodeSize);
    const idOf = (slice: Slice) => slice.content.child(0).attrs.id;
    expect(idOf(withoutKnownIds(copied, state))).toBe('');
    const without = state.apply(state.tr.delete(0, state.doc.child(0).nodeSize));
    expect(idOf(withoutKnownIds(copied, without))).toBe(ONE.id);
    const replaced = caret(state, 0, 0, 9);
    expect(idOf(withoutKnownIds(copied, replaced))).toBe('');
  });

  it('takes over the ids that the server gave, without moving the caret, also for what an undo brings back', () => {
    let state = type(press(caret(writingOf([ONE]), 0, 4), 'Enter'), 'next ');
    const sent = paragraphsOfDoc(state.doc);
    state = type(state, 'and ');
    const saved = [{ ...ONE, html: 'One ' }, { id: 'DDDDDDDD', kind: 'text', html: 'next line.' } as const];
    const before = state.selection.anchor;
    state = state.apply(takeOver(state.tr, givenIds(sent, saved)));
    expect(ids(state)).toEqual([ONE.id, 'DDDDDDDD']);
    expect(state.selection.anchor).toBe(before);
    state = run(run(state, undo), redo);
    expect(ids(state)).toEqual([ONE.id, 'DDDDDDDD']);
    // Gone and brought back after it was saved.
    const gone = state.apply(state.tr.delete(state.doc.child(0).nodeSize, state.doc.content.size));
    expect(ids(run(gone, undo))).toEqual([ONE.id, 'DDDDDDDD']);
  });

  it('puts pasted words into the sentence and pasted paragraphs between paragraphs', () => {
    const words = [{ kind: 'text', html: '<em>new</em> ' }] as const;
    const inSentence = caret(writingOf(TEXT), 0, 4);
    expect(written(inSentence.apply(insertParagraphs(inSentence, words)))[0]).toEqual({
      ...ONE,
      html: 'One <em>new</em> line.',
    });
    const list = [
      { kind: 'bullet', html: 'a' },
      { kind: 'bullet', html: 'b' },
    ] as const;
    const empty = writingOf([]);
    expect(written(empty.apply(insertParagraphs(empty, list)))).toEqual(list);
    const split = inSentence.apply(insertParagraphs(inSentence, list));
    expect(written(split).map(({ id, html }) => [id, html])).toEqual([
      [ONE.id, 'One a'],
      [undefined, 'bline.'],
      [TWO.id, TWO.html],
      [THREE.id, THREE.html],
    ]);
  });

  it('takes one paragraph over from another text, to its place', () => {
    const state = writingOf([ONE, THREE]);
    const changed = { ...ONE, html: 'Another line.' };
    expect(written(state.apply(putParagraph(state, changed, null)))).toEqual([changed, THREE]);
    expect(written(state.apply(putParagraph(state, TWO, ONE.id)))).toEqual(TEXT);
  });
});
