import * as Y from 'yjs';
import { insertClause, joinClauses, removeClause, setAttributes, writeText } from './clause-edits.js';
import { openParts } from './clause-nodes.js';
import { type ClausePlace, clausesTouched, wordsOf } from './clauses-touched.js';

const clause = (id: string) =>
  ({ id, kind: 'operative', topic: '', lang: 'fr', editorial: '', sources: '' }) as const;

function touchedBy(change: (doc: Y.Doc) => void): ClausePlace[] {
  const doc = openParts(new Y.Doc());
  insertClause(doc, clause('one'), { fr: 'Un.', en: 'One.', ar: 'واحد.' }, null);
  insertClause(doc, clause('two'), { fr: 'Deux.' }, 'one');
  const found: ClausePlace[] = [];
  doc.on('afterTransaction', (done: Y.Transaction) => found.push(...clausesTouched(done)));
  change(doc);
  return found;
}

const inAll = (clauseId: string) => ['ar', 'fr', 'en'].map((lang) => ({ lang, clauseId }));

describe('the clauses that a change touches', () => {
  it('are those in whose words, lines or attributes it wrote, in the languages where it did', () => {
    expect(touchedBy((doc) => writeText(doc, 'fr', 'one', 'Un et demi.'))).toEqual([
      { lang: 'fr', clauseId: 'one' },
    ]);
    expect(touchedBy((doc) => writeText(doc, 'en', 'two', 'Two.\nIndeed.'))).toEqual([
      { lang: 'en', clauseId: 'two' },
    ]);
    expect(touchedBy((doc) => setAttributes(doc, 'two', { editorial: 'Agreed.' }))).toEqual(inAll('two'));
  });

  it('are those that it put in, and not their neighbours', () => {
    expect(touchedBy((doc) => insertClause(doc, clause('new'), { fr: 'Neuf.' }, 'one'))).toEqual(
      inAll('new'),
    );
  });

  it('are not those that it took out; of two that it joined the one that is left', () => {
    expect(touchedBy((doc) => removeClause(doc, 'one'))).toEqual([]);
    expect(touchedBy((doc) => joinClauses(doc, 'one', 'two'))).toEqual([{ lang: 'fr', clauseId: 'one' }]);
  });

  it('are none where nothing of the text was changed', () => {
    expect(touchedBy((doc) => doc.getMap('facts').set('one', {}))).toEqual([]);
  });
});

test('the words of a clause are its lines, and null where it is not', () => {
  const doc = openParts(new Y.Doc());
  insertClause(doc, clause('one'), { fr: 'Un.\nDeux.' }, null);
  expect([
    wordsOf(doc, { lang: 'fr', clauseId: 'one' }),
    wordsOf(doc, { lang: 'ar', clauseId: 'one' }),
    wordsOf(doc, { lang: 'fr', clauseId: 'else' }),
  ]).toEqual(['Un.\nDeux.', '', null]);
});
