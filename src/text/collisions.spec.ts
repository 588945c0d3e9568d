import { choices, neighbours, SMALL_BASE, smallText } from '../../test/support/small-amendments.js';
import type { Change, Paragraph } from './changes.js';
import { collisions, consequences } from './collisions.js';
import type { Amendment } from './overlay.js';

const TEXT = 'La ville écoute les habitants de la médina de Fès.';
const BASE: Paragraph[] = [
  { id: 'p1', text: TEXT },
  { id: 'p2', text: 'Fin.' },
];
const by = (id: string, ...changes: Change[]): Amendment => ({ id, changes });
const says = (id: string, from: string, to: string): Amendment =>
  by(id, { kind: 'replace', id: 'p1', text: TEXT.replace(from, to) });
const puts = (id: string, text: string, after: string | null = 'p1'): Change => ({
  kind: 'insert',
  after,
  id,
  text,
});

describe('collisions', () => {
  it('are groups that change the same words, with the words and what each wants', () => {
    const found = collisions(BASE, [
      says('A10', 'écoute les habitants', 'entend tous les gens'),
      says('A2', 'les habitants', 'les habitantes'),
      says('A1', 'médina', 'ville'),
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: 'words', paragraph: 'p1', amendments: ['A2', 'A10'] });
    const { start, end } = found[0] as { start: number; end: number };
    expect(TEXT.slice(start, end)).toBe('écoute les habitants');
  });

  it('are there between words with only a space between them, and not across a kept word', () => {
    expect(collisions(BASE, [says('A', 'médina', 'cité'), says('B', ' de Fès', ' du Maroc')])).toHaveLength(
      1,
    );
    expect(collisions(BASE, [says('A', 'médina', 'cité'), says('B', 'Fès', 'Rabat')])).toEqual([]);
  });

  it('are none where several make the same change', () => {
    expect(collisions(BASE, [says('A', 'ville', 'cité'), says('B', 'ville', 'cité')])).toEqual([]);
    const deletion: Change = { kind: 'delete', id: 'p1' };
    expect(collisions(BASE, [by('A', deletion), by('B', deletion)])).toEqual([]);
    expect(collisions(BASE, [by('A', puts('n', 'Oui.')), by('B', puts('m', 'Oui.'))])).toEqual([]);
  });

  it('are there between a deletion and a change, and between paragraphs put at one place', () => {
    const deletion = by('B', { kind: 'delete', id: 'p1' });
    expect(collisions(BASE, [says('A', 'ville', 'cité'), deletion])).toMatchObject([
      { kind: 'words', start: 0, end: TEXT.length, amendments: ['A', 'B'] },
    ]);
    const emptied = by('A', { kind: 'replace', id: 'p1', text: '' });
    expect(collisions(BASE, [emptied, deletion])).toMatchObject([{ amendments: ['A', 'B'] }]);
    expect(collisions(BASE, [by('A', puts('n', 'Oui.')), by('B', puts('m', 'Non.'))])).toMatchObject([
      { kind: 'place', after: 'p1', amendments: ['A', 'B'] },
    ]);
    expect(collisions(BASE, [by('A', puts('n', 'Oui.')), by('B', puts('m', 'Non.', null))])).toEqual([]);
  });

  it('are found in every small case as one would by hand', () => {
    const base = [{ id: 'p1', text: SMALL_BASE }];
    const wants = (id: string, text: string): Amendment => by(id, { kind: 'replace', id: 'p1', text });
    for (const mine of choices)
      for (const theirs of choices) {
        const found = collisions(base, [wants('A', smallText(mine)), wants('B', smallText([], theirs))]);
        expect(found.length > 0).toBe(neighbours(mine, theirs));
      }
  });
});

describe('consequences', () => {
  it('say for each pair whether one falls with the other, which not every pair of a group does', () => {
    const all = [
      says('A', 'La ville', 'La cité'),
      says('B', 'ville écoute les', 'commune entend tous les'),
      says('C', 'écoute les', 'écoute bien les'),
      says('D', 'Fès', 'Rabat'),
    ];
    expect(collisions(BASE, all)).toMatchObject([{ amendments: ['A', 'B', 'C'] }]);
    expect(consequences(BASE, all)).toEqual({
      excludes: [
        ['A', 'B'],
        ['B', 'C'],
      ],
      depends: [],
    });
  });

  it('say what changes a paragraph that another amendment puts in', () => {
    const all = [
      by('D', puts('n', 'Nouveau.')),
      by('C', { kind: 'replace', id: 'n', text: 'Tout nouveau.' }),
      by('E', puts('o', 'Suite.', 'n')),
    ];
    expect(consequences(BASE, all)).toEqual({
      excludes: [],
      depends: [
        ['C', 'D'],
        ['E', 'D'],
      ],
    });
  });
});
