import { TextSelection } from 'prosemirror-state';
import { askedIn, putName } from '../src/features/discussion/mentions/in-editor.js';
import { paragraphsOfDoc } from '../src/ui/editor/paragraphs.js';
import { writingOf } from '../src/ui/editor/writing.js';

/** The caret behind so many signs of the second paragraph. */
function at(html: string, signs: number) {
  const state = writingOf([
    { kind: 'text', html: 'Un @ici' },
    { kind: 'text', html },
  ]);
  const start = state.doc.child(0).nodeSize + 1;
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, start + signs)));
}
const taken = (html: string, signs: number): string | undefined => {
  const state = at(html, signs);
  const asked = askedIn(state);
  const next = asked && state.apply(putName(state, asked, 'Amina'));
  return next ? paragraphsOfDoc(next.doc)[1]?.html : undefined;
};

it('puts a name in place of what is asked for in its own paragraph, before and behind marks and lines', () => {
  expect(taken('Avec @Ami', 9)).toBe('Avec @Amina ');
  expect(taken('Avec @Ami demain', 9)).toBe('Avec @Amina demain');
  expect(taken('<strong>Avec</strong><br />puis @A.', 12)).toBe('<strong>Avec</strong><br />puis @Amina .');
  expect(taken('<em>Avec @Ami</em>', 9)).toBe('<em>Avec @Amina </em>');
});

it('asks for nobody behind the caret, in another paragraph or line, nor while words are selected', () => {
  expect(askedIn(at('Avec @Ami', 4))).toBeNull();
  expect(askedIn(at('Avec', 4))).toBeNull();
  expect(askedIn(at('@Ami<br />na', 7))).toBeNull();
  const state = at('Avec @Ami', 9);
  const all = state.tr.setSelection(TextSelection.create(state.doc, 1, state.selection.to));
  expect(askedIn(state.apply(all))).toBeNull();
});
