import fc from 'fast-check';
import { editedParagraphs } from '../../test/support/random-texts.js';
import { alignParagraphs, applyChanges, type Change, changesBetween } from './changes.js';

const BASE = ['un', 'deux', 'trois'].map((text, at) => ({ id: `p${at + 1}`, text }));
const texts = (changes: readonly Change[]): string[] => applyChanges(BASE, changes).map(({ text }) => text);
const newIds = () => {
  let count = 0;
  return () => `new${++count}`;
};

describe('changes', () => {
  it('are derived paragraph by paragraph', () => {
    const edited = [
      { id: 'n1', text: 'zéro' },
      { id: 'p1', text: 'un' },
      { id: 'p3', text: 'trois!' },
      { id: 'n2', text: 'quatre' },
      { id: 'n3', text: 'cinq' },
    ];
    expect(changesBetween(BASE, edited)).toEqual([
      { kind: 'delete', id: 'p2' },
      { kind: 'insert', after: null, id: 'n1', text: 'zéro' },
      { kind: 'replace', id: 'p3', text: 'trois!' },
      { kind: 'insert', after: 'p3', id: 'n2', text: 'quatre' },
      { kind: 'insert', after: 'n2', id: 'n3', text: 'cinq' },
    ]);
  });

  it('lead from one text to the other, moves among them', () => {
    fc.assert(
      fc.property(editedParagraphs(8), ([base, edited]) => {
        const changes = changesBetween(base, edited);
        expect(applyChanges(base, changes)).toEqual(edited);
        expect(changesBetween(edited, edited)).toEqual([]);
      }),
    );
  });

  it('stand in their order behind the same paragraph, and where a deleted one was', () => {
    expect(
      texts([
        { kind: 'insert', after: 'p2', id: 'a', text: 'a' },
        { kind: 'insert', after: 'p2', id: 'b', text: 'b' },
        { kind: 'insert', after: 'a', id: 'a2', text: 'a2' },
        { kind: 'delete', id: 'p2' },
      ]),
    ).toEqual(['un', 'a', 'a2', 'b', 'trois']);
  });

  it.each<[string, Change[]]>([
    ['a paragraph that is not there', [{ kind: 'replace', id: 'p9', text: '' }]],
    [
      'a paragraph twice',
      [
        { kind: 'delete', id: 'p1' },
        { kind: 'replace', id: 'p1', text: 'x' },
      ],
    ],
    ['what is there already', [{ kind: 'insert', after: null, id: 'p1', text: 'x' }]],
    ['a place that is not there', [{ kind: 'insert', after: 'p9', id: 'n', text: 'x' }]],
    [
      'each other’s place',
      [
        { kind: 'insert', after: 'b', id: 'a', text: 'x' },
        { kind: 'insert', after: 'a', id: 'b', text: 'x' },
      ],
    ],
  ])('are refused, not dropped, where they name %s', (_, changes) => {
    expect(() => applyChanges(BASE, changes)).toThrow(RangeError);
  });

  it('by the ten thousand behind one another or behind one paragraph are quick', () => {
    const chain = Array.from(
      { length: 20_000 },
      (_, at): Change => ({ kind: 'insert', after: at ? `n${at - 1}` : 'p1', id: `n${at}`, text: '' }),
    );
    const fan = chain.map((change): Change => ({ ...change, after: 'p1' }) as Change);
    expect(applyChanges(BASE, chain)).toEqual(applyChanges(BASE, fan));
  });
});

describe('alignParagraphs', () => {
  const align = (...next: string[]) => alignParagraphs(BASE, next, newIds()).map(({ id }) => id);

  it('keeps the ids of what is the same, like it, or stands in its place', () => {
    expect(align('un', 'deux', 'trois')).toEqual(['p1', 'p2', 'p3']);
    expect(align('zéro', 'un', 'trois')).toEqual(['new1', 'p1', 'p3']);
    expect(align('un', 'tout autre chose', 'trois')).toEqual(['p1', 'p2', 'p3']);
    expect(align('trois')).toEqual(['p3']);
    expect(align()).toEqual([]);
  });

  it('finds the nearest of several', () => {
    const old = ['La ville de Fès écoute ses habitants.', 'Les eaux douces sont rares ici.'].map(
      (text, at) => ({ id: `p${at}`, text }),
    );
    const next = [
      'Les arbres sont plantés.',
      'La ville de Fès entend ses habitants.',
      'Nouveau.',
      'Les eaux douces sont très rares ici.',
    ];
    expect(alignParagraphs(old, next, newIds()).map(({ id }) => id)).toEqual(['new1', 'p0', 'new2', 'p1']);
  });

  it('gives each paragraph one id, rising in the old order, and leaves the texts alone', () => {
    fc.assert(
      fc.property(editedParagraphs(8), ([base, edited]) => {
        const given = alignParagraphs(
          base,
          edited.map(({ text }) => text),
          newIds(),
        );
        expect(given.map(({ text }) => text)).toEqual(edited.map(({ text }) => text));
        expect(new Set(given.map(({ id }) => id)).size).toBe(given.length);
        const places = given
          .map(({ id }) => base.findIndex((each) => each.id === id))
          .filter((at) => at >= 0);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });
});
