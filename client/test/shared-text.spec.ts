import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, ySyncPlugin } from 'y-prosemirror';
import * as Y from 'yjs';
import { insertClause } from '../../src/text/clause-document/clause-edits.js';
import { fragmentOf, nodesOf } from '../../src/text/clause-document/clause-nodes.js';
import { schema } from '../src/features/appeal/editor/schema.js';

const CLAUSE = {
  id: 'c1',
  kind: 'operative',
  topic: '',
  lang: 'fr',
  editorial: '',
  sources: 's1',
} as const;

interface Writer {
  readonly doc: Y.Doc;
  readonly view: EditorView;
}

function writer(from: Y.Doc): Writer {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  const fragment = fragmentOf(doc, 'fr');
  const { doc: shown, mapping } = initProseMirrorDoc(fragment, schema);
  const view = new EditorView(document.createElement('div'), {
    state: EditorState.create({ doc: shown, plugins: [ySyncPlugin(fragment, { mapping })] }),
  });
  return { doc, view };
}

function exchange(a: Writer, b: Writer): void {
  const states = [Y.encodeStateAsUpdate(a.doc), Y.encodeStateAsUpdate(b.doc)] as const;
  Y.applyUpdate(a.doc, states[1]);
  Y.applyUpdate(b.doc, states[0]);
}

const caret = ({ view }: Writer, at: number) =>
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)));
const type = ({ view }: Writer, text: string) => view.dispatch(view.state.tr.insertText(text));
const stored = ({ doc }: Writer) => nodesOf(doc, 'fr').map(({ text }) => text);
const shown = ({ view }: Writer) => view.state.doc.children.map((clause) => clause.textContent);

describe('two who write in one paragraph at once', () => {
  const base = new Y.Doc();
  insertClause(base, CLAUSE, { fr: 'Les villes.' }, null);

  it.each([1, 2, 3, 5, 20])('keep their words whole, exchanging after every %s letters', (every) => {
    const [a, b] = [writer(base), writer(base)];
    const [small, large] = ['abcdefghijklmnopqrst', 'ABCDEFGHIJKLMNOPQRST'];
    caret(a, 2 + 3);
    caret(b, 2 + 8);
    for (let at = 0; at < small.length; at++) {
      type(a, small[at] as string);
      type(b, large[at] as string);
      if (at % every === every - 1) exchange(a, b);
    }
    exchange(a, b);
    expect([stored(b), shown(a), shown(b)]).toEqual([stored(a), stored(a), stored(a)]);
    expect(stored(a)[0]).toContain(`Les${small}`);
    expect(stored(a)[0]).toContain(large);
  });

  it('keep each their own word at the very same place', () => {
    const [a, b] = [writer(base), writer(base)];
    for (const each of [a, b]) caret(each, 5);
    for (let at = 0; at < 10; at++) {
      type(a, 'x');
      type(b, 'y');
    }
    exchange(a, b);
    expect([stored(b), shown(a), shown(b)]).toEqual([stored(a), stored(a), stored(a)]);
    expect(stored(a)[0]).toMatch(/^Les(?:x{10}y{10}|y{10}x{10}) villes\.$/);
  });
});
