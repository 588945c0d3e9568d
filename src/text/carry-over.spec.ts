import fc from 'fast-check';
import { editedParagraphs } from '../../test/support/random-texts.js';
import { choices, neighbours, SMALL_BASE, smallText } from '../../test/support/small-amendments.js';
import { carryOver } from './carry-over.js';
import { applyChanges, type Change, changesBetween, type Paragraph } from './changes.js';
import { merge } from './merge.js';

const paragraphs = (...texts: string[]): Paragraph[] => texts.map((text, at) => ({ id: `p${at + 1}`, text }));
const BASE = paragraphs('La ville écoute les habitants de Fès.', 'Les eaux sont rares.', 'Fin du texte.');
const replaced = (at: number, text: string): Paragraph[] =>
  BASE.map((each, number) => (number === at ? { ...each, text } : each));
const one = (change: Change, now: readonly Paragraph[]) => carryOver([change], BASE, now)[0];

describe('carryOver', () => {
  const replace: Change = { kind: 'replace', id: 'p1', text: 'La commune écoute les habitants de Fès.' };

  it('takes a change along where its words are untouched', () => {
    expect(one(replace, BASE)).toEqual({ needsAuthor: false, change: replace });
    expect(one(replace, replaced(1, 'Autre.'))).toEqual({ needsAuthor: false, change: replace });
    expect(one(replace, replaced(0, 'La ville écoute tous les habitants de Fès.'))).toEqual({
      needsAuthor: false,
      change: { ...replace, text: 'La commune écoute tous les habitants de Fès.' },
    });
  });

  it('asks the author where they are not, with both texts', () => {
    const now = replaced(0, 'La cité écoute les habitants de Fès.');
    expect(one(replace, now)).toEqual({
      needsAuthor: true,
      change: replace,
      was: BASE[0]?.text,
      now: now[0]?.text,
    });
    expect(one(replace, BASE.slice(1))).toEqual({
      needsAuthor: true,
      change: replace,
      was: BASE[0]?.text,
      now: null,
    });
    const deletion: Change = { kind: 'delete', id: 'p1' };
    expect(one(deletion, now)).toMatchObject({ needsAuthor: true });
    expect(one({ kind: 'replace', id: 'p9', text: 'x' }, BASE)).toMatchObject({
      needsAuthor: true,
      was: null,
    });
  });

  it('says so where the text has the change already', () => {
    const done = { needsAuthor: false, change: null };
    expect(one(replace, replaced(0, replace.text))).toEqual(done);
    expect(one({ kind: 'delete', id: 'p2' }, [BASE[0], BASE[2]] as Paragraph[])).toEqual(done);
    const insert: Change = { kind: 'insert', after: 'p1', id: 'n', text: 'Nouveau.' };
    expect(one(insert, applyChanges(BASE, [insert]))).toEqual(done);
  });

  it('puts new paragraphs where they were to stand, unless something else came to stand there', () => {
    const insert: Change = { kind: 'insert', after: 'p2', id: 'n', text: 'Nouveau.' };
    expect(one(insert, [BASE[0], BASE[2]] as Paragraph[])).toEqual({
      needsAuthor: false,
      change: { ...insert, after: 'p1' },
    });
    const now = applyChanges(BASE, [{ kind: 'insert', after: 'p2', id: 'm', text: 'Autre.' }]);
    expect(one(insert, now)).toMatchObject({ needsAuthor: true, was: null, now: 'Autre.' });
    const chain: Change[] = [insert, { kind: 'insert', after: 'n', id: 'o', text: 'Suite.' }];
    expect(carryOver(chain, BASE, BASE)).toEqual(chain.map((change) => ({ needsAuthor: false, change })));
  });

  it('moves a paragraph whole or not at all', () => {
    const moved = changesBetween(BASE, [BASE[1], BASE[2], BASE[0]] as Paragraph[]);
    expect(moved).toHaveLength(2);
    expect(carryOver(moved, BASE, replaced(0, 'Autre chose.')).map(({ needsAuthor }) => needsAuthor)).toEqual(
      [true, true],
    );
    expect(applyChanges(BASE, going(carryOver(moved, BASE, BASE)))).toEqual([BASE[1], BASE[2], BASE[0]]);
  });

  it('decides every small case as one would by hand', () => {
    for (const mine of choices)
      for (const theirs of choices) {
        if (mine.length === 0) continue;
        const base = paragraphs(SMALL_BASE);
        const change: Change = { kind: 'replace', id: 'p1', text: smallText(mine) };
        const [carried] = carryOver([change], base, paragraphs(smallText([], theirs)));
        if (neighbours(mine, theirs)) expect(carried).toMatchObject({ needsAuthor: true, change });
        else
          expect(carried).toEqual({
            needsAuthor: false,
            change: { ...change, text: smallText(mine, theirs) },
          });
      }
  });

  it('comes to the same as merging both where they do not collide', () => {
    fc.assert(
      fc.property(editedParagraphs(5), fc.infiniteStream(fc.nat()), ([base, edited], picks) => {
        const all = changesBetween(base, edited);
        // A part of the changes is made first, the others are carried over.
        const first = all.filter(({ kind }) => kind !== 'insert' && (picks.next().value as number) % 2 === 0);
        const others = all.filter((change) => !first.includes(change));
        const merged = merge(base, [
          { id: 'A', changes: first },
          { id: 'B', changes: others },
        ]);
        if (merged.collisions.length + merged.held.length > 0) return;
        const now = applyChanges(base, first);
        const carried = carryOver(others, base, now);
        expect(carried.filter(({ needsAuthor }) => needsAuthor)).toEqual([]);
        const { paragraphs } = merged;
        expect(applyChanges(now, going(carried)).map(({ text }) => text)).toEqual(
          paragraphs.filter(({ fate }) => fate !== 'deleted').map(({ text }) => text),
        );
      }),
    );
  });
});

function going(carried: ReturnType<typeof carryOver>): Change[] {
  return carried.flatMap(({ needsAuthor, change }) => (needsAuthor || !change ? [] : [change]));
}
