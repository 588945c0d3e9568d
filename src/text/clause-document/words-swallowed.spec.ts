import * as Y from 'yjs';
import { insertClause, joinClauses, orderClauses, removeClause, writeText } from './clause-edits.js';
import { openParts } from './clause-nodes.js';
import { type Swallowed, wordsSwallowed } from './words-swallowed.js';

const clause = (id: string) =>
  ({ id, kind: 'operative', topic: '', lang: 'fr', editorial: '', sources: '' }) as const;

/** One who writes and one who does something to clauses, who do not hear of each other until both are done. */
function atOnce(write: (doc: Y.Doc) => void, change: (doc: Y.Doc) => void, sees = false): Swallowed[] {
  const [mine, theirs] = [openParts(new Y.Doc()), openParts(new Y.Doc())];
  insertClause(theirs, clause('one'), { fr: 'Un.', ar: 'واحد.' }, null);
  insertClause(theirs, clause('two'), { fr: 'Deux.\nEt demi.' }, 'one');
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  write(mine);
  if (sees) Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  const updates: Uint8Array[] = [];
  theirs.on('update', (update: Uint8Array) => updates.push(update));
  change(theirs);
  const found: Swallowed[] = [];
  for (const update of updates) {
    const look = (done: Y.Transaction): void =>
      void found.push(...wordsSwallowed(done, update, mine.clientID));
    mine.on('afterTransaction', look);
    Y.applyUpdate(mine, update);
    mine.off('afterTransaction', look);
  }
  return found;
}

const writing = (doc: Y.Doc) => writeText(doc, 'fr', 'two', 'Deux, toujours.\nEt demi.');
const AS_IT_STOOD = [{ lang: 'fr', clauseId: 'two', text: 'Deux, toujours.\nEt demi.' }];

describe('words that somebody swallows without having seen them', () => {
  it('are told with the clause as it stood when it is taken out, moved or joined to another', () => {
    expect(atOnce(writing, (doc) => removeClause(doc, 'two'))).toEqual(AS_IT_STOOD);
    expect(atOnce(writing, (doc) => joinClauses(doc, 'one', 'two'))).toEqual(AS_IT_STOOD);
    // Of two that change places the first is written anew.
    const first = (doc: Y.Doc) => writeText(doc, 'fr', 'one', 'Un seul.');
    expect(atOnce(first, (doc) => orderClauses(doc, ['two', 'one']))).toEqual([
      { lang: 'fr', clauseId: 'one', text: 'Un seul.' },
    ]);
    expect(atOnce(writing, (doc) => orderClauses(doc, ['two', 'one']))).toEqual([]);
  });

  it('are not told where they were seen, or stand in some clause still', () => {
    expect(atOnce(writing, (doc) => removeClause(doc, 'two'), true)).toEqual([]);
    expect(
      atOnce(writing, (doc) =>
        doc.transact(() => {
          removeClause(doc, 'two');
          insertClause(doc, clause('three'), { fr: 'Deux, toujours.\nEt demi. Oui.' }, 'one');
        }),
      ),
    ).toEqual([]);
  });

  it('are none where others write, in the same clause too', () => {
    expect(atOnce(writing, (doc) => writeText(doc, 'fr', 'two', 'Deux.\nEt tout entier.'))).toEqual([]);
    expect(
      atOnce(
        () => undefined,
        (doc) => removeClause(doc, 'two'),
      ),
    ).toEqual([]);
  });
});
