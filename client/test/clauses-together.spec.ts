import type { Command } from 'prosemirror-state';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import * as Y from 'yjs';
import { LANGS, type Lang } from '../../src/kernel/localized.js';
import { insertClause } from '../../src/text/clause-document/clause-edits.js';
import { nodesOf, openParts } from '../../src/text/clause-document/clause-nodes.js';
import {
  addClause,
  CLAUSE_KEYS,
  moveClause,
  splitClause,
} from '../src/features/appeal/editor/clause-commands.js';
import type { HeldBack } from '../src/features/appeal/editor/clause-rules.js';
import { openLanguage, undoOf } from '../src/features/appeal/editor/language-view.js';

const attributes = (id: string, sources: string) =>
  ({ id, kind: 'operative', topic: 't1', lang: 'fr', editorial: '', sources }) as const;

/** A text of three clauses, its three languages open as on a desk. */
function desk(writerOf: (id: string) => string | null = () => null) {
  const doc = openParts(new Y.Doc());
  insertClause(
    doc,
    attributes('one', 's1'),
    { fr: 'Un deux trois.', en: 'One two three.', ar: 'واحد.' },
    null,
  );
  insertClause(doc, attributes('two', 's2 s1'), { fr: 'Quatre cinq.', en: 'Four five.' }, 'one');
  insertClause(doc, attributes('three', ''), { fr: 'Six.', en: 'Six!' }, 'two');
  const held: HeldBack[] = [];
  const undo = undoOf(doc);
  const views = Object.fromEntries(
    LANGS.map((lang) => [
      lang,
      openLanguage(document.createElement('div'), {
        doc,
        lang,
        undo,
        rules: { writerOf, onHeldBack: (why) => held.push(why) },
        isEditable: () => true,
        onChange: () => undefined,
      }),
    ]),
  ) as Record<Lang, EditorView>;
  const ids = (lang: Lang) => nodesOf(doc, lang).map(({ id }) => id);
  const texts = (lang: Lang) => nodesOf(doc, lang).map(({ text }) => text);
  const sources = (lang: Lang) => nodesOf(doc, lang).map((node) => node.sources);
  const caret = (lang: Lang, words: string, after = false) => {
    const view = views[lang];
    let at = 0;
    view.state.doc.descendants((node, pos) => {
      const found = node.isText ? (node.text as string).indexOf(words) : -1;
      if (found >= 0) at = pos + found + (after ? words.length : 0);
    });
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)));
  };
  const run = (lang: Lang, command: Command) => command(views[lang].state, views[lang].dispatch, views[lang]);
  const press = (lang: Lang, key: string) => run(lang, CLAUSE_KEYS[key] as Command);
  return { doc, views, undo, held, ids, texts, sources, caret, run, press };
}

const sameShape = ({ ids, sources }: ReturnType<typeof desk>) => {
  for (const lang of LANGS) expect([ids(lang), sources(lang)]).toEqual([ids('fr'), sources('fr')]);
};

describe('clauses that are edited together', () => {
  it('keep id and sources through typing, in lines too', () => {
    const all = desk();
    all.caret('fr', 'deux');
    all.views.fr.dispatch(all.views.fr.state.tr.insertText('et '));
    all.press('fr', 'Enter');
    expect(all.texts('fr')[0]).toBe('Un et \ndeux trois.');
    expect(all.ids('fr')).toEqual(['one', 'two', 'three']);
    sameShape(all);
  });

  it('are split: the second part has an id of its own, a copy of the sources, and no words in the others', () => {
    const all = desk();
    all.caret('fr', 'deux');
    all.run('fr', splitClause);
    expect(all.texts('fr')).toEqual(['Un ', 'deux trois.', 'Quatre cinq.', 'Six.']);
    expect(all.texts('en')).toEqual(['One two three.', '', 'Four five.', 'Six!']);
    expect(all.ids('fr')[0]).toBe('one');
    expect(all.ids('fr')[1]).toMatch(/^[0-9a-f-]{36}$/);
    expect(all.sources('fr')).toEqual(['s1', 's1', 's2 s1', '']);
    sameShape(all);
    all.undo.undo();
    expect([all.texts('fr'), all.ids('en')]).toEqual([
      ['Un deux trois.', 'Quatre cinq.', 'Six.'],
      ['one', 'two', 'three'],
    ]);
  });

  it('are joined: the words and the sources of both, in each language', () => {
    const all = desk();
    all.caret('fr', 'Quatre');
    all.press('fr', 'Backspace');
    expect(all.ids('fr')).toEqual(['one', 'three']);
    expect(all.texts('fr')[0]).toBe('Un deux trois.\nQuatre cinq.');
    expect(all.texts('en')[0]).toBe('One two three.\nFour five.');
    expect(all.sources('fr')).toEqual(['s1 s2', '']);
    sameShape(all);
    all.undo.undo();
    expect(all.texts('en')).toEqual(['One two three.', 'Four five.', 'Six!']);
    expect(all.sources('ar')).toEqual(['s1', 's2 s1', '']);
  });

  it('are joined by a deletion over their border as well', () => {
    const all = desk();
    const { state } = all.views.fr;
    const from = 2 + 'Un '.length;
    const to = state.doc.child(0).nodeSize + 2 + 'Quatre '.length;
    all.views.fr.dispatch(state.tr.delete(from, to));
    expect(all.texts('fr')).toEqual(['Un cinq.', 'Six.']);
    expect(all.sources('fr')).toEqual(['s1 s2', '']);
    sameShape(all);
  });

  it('are moved, added and removed in all languages', () => {
    const all = desk();
    all.caret('en', 'Six!');
    all.run('en', moveClause(-1));
    expect(all.ids('ar')).toEqual(['one', 'three', 'two']);
    all.caret('fr', 'Un');
    all.run('fr', addClause);
    expect(all.ids('en')).toHaveLength(4);
    expect(nodesOf(all.doc, 'en')[1]).toMatchObject({
      kind: 'operative',
      topic: 't1',
      sources: '',
      text: '',
    });
    sameShape(all);
  });

  it('are pasted as copies with ids of their own', () => {
    const all = desk();
    const { state } = all.views.fr;
    all.views.fr.dispatch(state.tr.insert(state.doc.content.size, state.doc.child(1)));
    expect(all.ids('fr').slice(0, 3)).toEqual(['one', 'two', 'three']);
    expect(new Set(all.ids('fr')).size).toBe(4);
    expect(all.sources('en')[3]).toBe('s2 s1');
    sameShape(all);
  });

  it('are left alone while another writes in them; typing is not', () => {
    const all = desk((id) => (id === 'two' ? 'Amina' : null));
    all.caret('fr', 'Quatre');
    all.press('fr', 'Backspace');
    all.caret('fr', 'cinq');
    all.run('fr', splitClause);
    all.run('fr', moveClause(1));
    expect(all.ids('fr')).toEqual(['one', 'two', 'three']);
    expect(all.held).toEqual([{ by: 'Amina' }, { by: 'Amina' }, { by: 'Amina' }]);
    all.views.fr.dispatch(all.views.fr.state.tr.insertText('moi '));
    expect(all.texts('fr')[1]).toContain('moi ');
  });

  it('take no more than a clause may hold', () => {
    const all = desk();
    all.caret('fr', 'Six', true);
    all.views.fr.dispatch(all.views.fr.state.tr.insertText('x'.repeat(4_001)));
    expect(all.held).toEqual(['too-long']);
    expect(all.texts('fr')[2]).toBe('Six.');
  });
});
