import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import * as Y from 'yjs';
import { insertClause, writeText } from '../../src/text/clause-document/clause-edits.js';
import { openParts } from '../../src/text/clause-document/clause-nodes.js';
import { HUES, withHues } from '../src/features/appeal/editor/hues.js';
import { openLanguage, undoOf } from '../src/features/appeal/editor/language-view.js';
import { ownCaret, type RemoteCaret, showCarets } from '../src/features/appeal/editor/remote-carets.js';

const clause = (id: string) =>
  ({ id, kind: 'operative', topic: '', lang: 'ar', editorial: '', sources: '' }) as const;

interface Writer {
  readonly doc: Y.Doc;
  readonly view: EditorView;
}

function writer(from: Y.Doc): Writer {
  const doc = openParts(new Y.Doc());
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  const view = openLanguage(document.createElement('div'), {
    doc,
    lang: 'ar',
    undo: undoOf(doc),
    rules: { writerOf: () => null, onHeldBack: () => undefined },
    isEditable: () => true,
    onChange: () => undefined,
  });
  return { doc, view };
}

function two(): readonly [Writer, Writer] {
  const base = openParts(new Y.Doc());
  insertClause(base, clause('one'), { ar: 'نداء فاس' }, null);
  insertClause(base, clause('two'), { ar: 'المدن\n', fr: 'Les villes' }, 'one');
  const both = [writer(base), writer(base)] as const;
  const [a, b] = both;
  a.doc.on(
    'update',
    (update: Uint8Array, origin: unknown) => origin !== 'b' && Y.applyUpdate(b.doc, update, 'a'),
  );
  b.doc.on(
    'update',
    (update: Uint8Array, origin: unknown) => origin !== 'a' && Y.applyUpdate(a.doc, update, 'b'),
  );
  return both;
}

const select = ({ view }: Writer, anchor: number, head = anchor) =>
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, anchor, head)));
const type = ({ view }: Writer, at: number, words: string) =>
  view.dispatch(view.state.tr.insertText(words, at));

/** Shows on the second screen where the first one's caret is. */
function show([a, b]: readonly [Writer, Writer], change: Partial<RemoteCaret> = {}): void {
  const { head, anchor } = ownCaret(a.view.state);
  const caret = {
    key: 's',
    name: 'Amina',
    hue: 3,
    writing: false,
    head: head as Uint8Array,
    anchor,
    ...change,
  };
  showCarets(b.view, [caret]);
}
const caretOf = ({ view }: Writer) => view.dom.querySelector<HTMLElement>('.together-caret');
const wordsBefore = (screen: Writer): string => {
  const caret = caretOf(screen) as HTMLElement;
  const range = document.createRange();
  range.setStart(caret.closest('p') as Element, 0);
  range.setEndBefore(caret);
  return range.toString();
};
const selected = ({ view }: Writer) =>
  [...view.dom.querySelectorAll('.together-selection')].map(({ textContent }) => textContent);

describe('another’s caret', () => {
  it('stands where it stands there, with a name that is no text of the page', () => {
    const both = two();
    select(both[0], 2 + 5);
    show(both);
    expect(wordsBefore(both[1])).toBe('نداء ');
    expect(caretOf(both[1])?.dataset.name).toBe('Amina');
    expect(both[1].view.dom.textContent).toBe('نداء فاسالمدن');
    expect(caretOf(both[1])?.getAttribute('aria-hidden')).toBe('true');
  });

  it('stays at its word, whoever writes before it: the other, oneself, somebody in another clause', () => {
    const both = two();
    const [a, b] = both;
    select(a, 2 + 5);
    show(both);
    type(a, 2, 'يا ');
    expect(wordsBefore(b)).toBe('يا نداء ');
    type(b, 2, 'هنا ');
    expect(wordsBefore(b)).toBe('هنا يا نداء ');
    writeText(a.doc, 'ar', 'two', 'كل المدن');
    expect(wordsBefore(b)).toBe('هنا يا نداء ');
    b.view.dispatch(b.view.state.tr.delete(2, 2 + 'هنا '.length));
    expect(wordsBefore(b)).toBe('يا نداء ');
  });

  it('is found behind the last word, in an empty line, and before all', () => {
    const both = two();
    for (const [at, words] of [
      [2, ''],
      [2 + 8, 'نداء فاس'],
      [12 + 2 + 5, 'المدن'],
      [12 + 2 + 5 + 2, ''],
    ] as const) {
      select(both[0], at);
      show(both);
      expect([at, caretOf(both[1]) && wordsBefore(both[1])]).toEqual([at, words]);
    }
  });

  it('marks what is selected, over the border of a clause too', () => {
    const both = two();
    select(both[0], 2, 2 + 4);
    show(both);
    expect(selected(both[1])).toEqual(['نداء']);
    select(both[0], 2 + 5, 12 + 2 + 2);
    show(both);
    expect(selected(both[1])).toEqual(['فاس', 'ال']);
    showCarets(both[1].view, []);
    expect([selected(both[1]), caretOf(both[1])]).toEqual([[], null]);
  });

  it('is not shown where its place is in another language, unknown or nonsense', () => {
    const both = two();
    const french = both[0].doc.getXmlFragment('fr');
    const elsewhere = Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(french as never, 1));
    for (const head of [elsewhere, new Uint8Array([0, 9, 9, 0]), new Uint8Array([3, 0]), new Uint8Array()]) {
      show(both, { head });
      expect(caretOf(both[1])).toBeNull();
    }
  });

  it('takes a few bytes', () => {
    const [a] = two();
    select(a, 2 + 5);
    expect(ownCaret(a.view.state).head?.length).toBeLessThanOrEqual(16);
    expect(ownCaret(a.view.state).anchor).toBeNull();
  });
});

describe('the colours of people', () => {
  const ids = Array.from({ length: HUES }, (_, at) => `person-${at}`);

  it('differ as long as there are enough, and stay when others come and go', () => {
    const first = withHues(new Map(), ids.slice(0, 3));
    const all = withHues(first, ids);
    expect(new Set(all.values())).toEqual(new Set(Array.from({ length: HUES }, (_, at) => at + 1)));
    for (const id of ids.slice(0, 3)) expect(all.get(id)).toBe(first.get(id));
    expect(withHues(all, ids.slice(5)).get(ids[7] as string)).toBe(all.get(ids[7] as string));
  });

  it('are shared where there are more people than colours', () => {
    const hue = withHues(withHues(new Map(), ids), [...ids, 'one more']).get('one more');
    expect(hue).toBeGreaterThanOrEqual(1);
    expect(hue).toBeLessThanOrEqual(HUES);
  });
});
