import fc from 'fast-check';
import { applyChanges, changesBetween, type Paragraph } from '../../text/changes.js';
import { amendedText, changesAsVoted, hashesOfChanges } from './amended-text.js';
import { writtenChanges } from './written-changes.js';

const FR = 'Nous confions un budget aux habitants.';
const text = (...words: readonly string[]): Paragraph[] =>
  words.map((each, at) => ({ id: `c${at}`, text: each }));

describe('the text that amendments are made in', () => {
  it('is each clause in the language of which the others are translations', () => {
    const clauses: Parameters<typeof amendedText>[0] = [
      { id: 'a', lang: 'fr', texts: { fr: FR, en: 'We entrust.' } },
      { id: 'b', lang: 'ar', texts: { en: 'Recalling.' } },
    ];
    expect(amendedText(clauses)).toEqual([
      { id: 'a', lang: 'fr', text: FR },
      { id: 'b', lang: 'en', text: 'Recalling.' },
    ]);
  });
});

describe('what a vote freezes', () => {
  const base = [
    { id: 'a', lang: 'fr' as const, text: FR },
    { id: 'b', lang: 'ar' as const, text: 'نلتزم' },
  ];
  const changes = [
    { kind: 'replace' as const, id: 'a', text: 'Autre chose.' },
    { kind: 'delete' as const, id: 'b' },
  ];

  it('is a hash for each language that is changed, of the changes and of what they change', () => {
    const hashes = hashesOfChanges(changes, base, 'en');
    expect(Object.keys(hashes).sort()).toEqual(['ar', 'fr']);
    const other = hashesOfChanges(
      changes,
      [{ ...base[0], text: 'Plus court.' } as never, base[1] as never],
      'en',
    );
    expect(other.fr).not.toBe(hashes.fr);
    expect(other.ar).toBe(hashes.ar);
  });
});

describe('what the forum adopted, in a text that was written in meanwhile', () => {
  const words = fc.constantFrom('un', 'deux', 'trois', 'quatre cinq', '');
  const anyText = (ids: readonly string[]) =>
    fc
      .subarray([...ids])
      .chain((chosen) =>
        fc.tuple(...chosen.map((id) => words.map((each): Paragraph => ({ id, text: each })))),
      );
  const IDS = ['a', 'b', 'c', 'd'];

  it('stands there: what was replaced or put in is in it, what was deleted is not, and nothing else moves', () => {
    fc.assert(
      fc.property(anyText(IDS), anyText([...IDS, 'e', 'f']), anyText([...IDS, 'g']), (base, voted, now) => {
        const sorted = [...voted].sort((one, other) => (one.id < other.id ? -1 : 1));
        const changes = changesBetween(base, sorted);
        const after = new Map(
          applyChanges(now, changesAsVoted(changes, base, now)).map((each) => [each.id, each.text]),
        );
        const old = new Map(base.map((each) => [each.id, each.text]));
        const was = new Map(now.map((each) => [each.id, each.text]));
        for (const change of changes) {
          if (change.kind === 'delete') expect(after.has(change.id)).toBe(false);
          // Where nobody wrote in the same clause it is as voted, to the letter; else the words that were voted on are.
          else if (was.get(change.id) === undefined || was.get(change.id) === old.get(change.id))
            expect([...after.values()]).toContain(change.text);
        }
        const touched = new Set(changes.map(({ id }) => id));
        for (const [id, each] of was) if (!touched.has(id)) expect(after.get(id)).toBe(each);
      }),
    );
  });

  it('goes before an editor’s words in the same place, and beside those elsewhere', () => {
    const base = text('Un budget pour tous.', 'Un conseil.');
    const changes = changesBetween(base, text('Un grand budget pour tous.', 'Deux conseils.'));
    const now = text('Un budget pour tous et toutes.', 'Trois conseils.');
    expect(applyChanges(now, changesAsVoted(changes, base, now)).map((each) => each.text)).toEqual([
      'Un grand budget pour tous et toutes.',
      'Deux conseils.',
    ]);
  });

  it('comes back where the clause was taken out, at its place', () => {
    const base = text('Un.', 'Deux.', 'Trois.');
    const changes = changesBetween(base, text('Un.', 'Deux et demi.', 'Trois.'));
    const now = base.filter(({ id }) => id !== 'c1');
    expect(applyChanges(now, changesAsVoted(changes, base, now)).map((each) => each.text)).toEqual([
      'Un.',
      'Deux et demi.',
      'Trois.',
    ]);
  });
});

describe('changes as somebody writes them', () => {
  const now = [
    { id: 'a', lang: 'fr' as const, text: FR },
    { id: 'b', lang: 'fr' as const, text: 'Un conseil.' },
  ];
  let made = 0;
  const written = (...changes: Parameters<typeof writtenChanges>[0]) =>
    applyChanges(
      now,
      writtenChanges(changes, now, () => `new${++made}`),
    ).map((each) => each.text);

  it('keep the order of new clauses at one place, also behind one that goes', () => {
    expect(
      written(
        { kind: 'delete', clauseId: 'a', was: FR },
        { kind: 'insert', after: 'a', text: 'Premier.' },
        { kind: 'insert', after: 'a', text: 'Second.' },
        { kind: 'insert', after: null, text: 'Avant.' },
      ),
    ).toEqual(['Avant.', 'Premier.', 'Second.', 'Un conseil.']);
  });
});
