import fc from 'fast-check';
import { anyText, edited, editedParagraphs, plainText } from '../../test/support/random-texts.js';
import { choices, neighbours, SMALL_BASE, smallText } from '../../test/support/small-amendments.js';
import { applyChanges, changesBetween } from './changes.js';
import { merge } from './merge.js';
import { mergeTexts } from './merge-texts.js';

const ORIGINAL = 'La ville écoute les habitants.\n\nLes eaux douces sont rares ici.\n\nFin du texte.\n';
const by = (...texts: string[]) => texts.map((text, at) => ({ id: `A${at + 1}`, text }));
const merged = (original: string, ...texts: string[]) => mergeTexts(original, by(...texts));
const changed = (from: string, to: string): string => ORIGINAL.replace(from, to);

describe('mergeTexts', () => {
  it('merges what does not collide, and says who changed what', () => {
    const result = merged(
      ORIGINAL,
      changed('ville', 'cité'),
      changed('habitants', 'habitantes').replace('Fin', 'Nouvel article.\n\nFin'),
      changed('Les eaux douces sont rares ici.\n\n', ''),
    );
    expect(result).toEqual({
      merged: 'La cité écoute les habitantes.\n\nNouvel article.\n\nFin du texte.\n',
      collisions: [],
      held: [],
      paragraphs: [
        { n: 1, text: 'La cité écoute les habitantes.', by: ['A1', 'A2'] },
        { n: 2, text: '', by: ['A3'], deleted: true },
        { after: 2, text: 'Nouvel article.', by: ['A2'] },
        { n: 3, text: 'Fin du texte.', by: [] },
      ],
    });
  });

  it('leaves a paragraph with a collision whole as it was, and lists who collides and who waits', () => {
    const result = merged(
      ORIGINAL,
      changed('douces', 'claires'),
      changed('rares', 'chères').replace('Fin', 'Suite'),
      changed('douces', 'salées'),
    );
    expect(result.merged).toBe(changed('Fin', 'Suite'));
    expect(result.collisions).toEqual([{ paragraph: 2, amendments: ['A1', 'A3'] }]);
    expect(result.held).toEqual([{ paragraph: 2, amendments: ['A2'] }]);
    expect(result.paragraphs[1]).toEqual({ n: 2, text: 'Les eaux douces sont rares ici.', by: [] });
  });

  it('lists a paragraph once, whoever collides where in it, in the order of counting', () => {
    const texts = [
      changed('ici', 'là'),
      changed('ici', 'ailleurs'),
      changed('Les', 'Ces'),
      changed('Les', 'Nos'),
    ];
    const all = texts.map((text, at) => ({ id: `A${10 - at * 3}`, text }));
    expect(mergeTexts(ORIGINAL, all).collisions).toEqual([
      { paragraph: 2, amendments: ['A1', 'A4', 'A7', 'A10'] },
    ]);
  });

  it('takes the same change made by several for one', () => {
    const result = merged(ORIGINAL, changed('douces', 'claires'), changed('douces', 'claires'));
    expect(result.merged).toBe(changed('douces', 'claires'));
    expect(result.paragraphs[1]?.by).toEqual(['A1', 'A2']);
    const twice = merged(ORIGINAL, changed('Fin', 'Un.\n\nFin'), changed('Fin', 'Un.\n\nFin'));
    expect(twice.merged).toBe(changed('Fin', 'Un.\n\nFin'));
  });

  it('puts neither of two different paragraphs at one place', () => {
    const result = merged(
      ORIGINAL,
      changed('Fin', 'Un.\n\nFin'),
      changed('Fin', 'Deux.\n\nFin'),
      `Titre\n\n${ORIGINAL}`,
    );
    expect(result.merged).toBe(`Titre\n\n${ORIGINAL}`);
    expect(result.collisions).toEqual([{ paragraph: 2, after: 2, amendments: ['A1', 'A2'] }]);
    expect(result.paragraphs[0]).toEqual({ after: 0, text: 'Titre', by: ['A3'] });
  });

  it('neither loses nor doubles a text that is moved, cut or joined while another changes it', () => {
    const [one, two, three] = ORIGINAL.trim().split('\n\n') as [string, string, string];
    const moved = `${one}\n\n${three}\n\n${two}\n`;
    const cut = changed('eaux douces', 'eaux.\n\nDes eaux douces');
    const joined = `${one} ${two}\n\n${three}\n`;
    const cases = [
      [moved, changed('rares', 'chères'), 2, 3],
      [cut, changed('eaux', 'ondes'), 2, 1],
      [joined, changed('ville', 'cité'), 1, 2],
    ] as const;
    for (const [text, other, paragraph, waits] of cases) {
      expect(merged(ORIGINAL, text)).toMatchObject({ merged: text, collisions: [], held: [] });
      const result = merged(ORIGINAL, text, other);
      expect(result.merged).toBe(ORIGINAL);
      expect(result.collisions).toEqual([{ paragraph, amendments: ['A1', 'A2'] }]);
      expect(result.held).toMatchObject([{ paragraph: waits, amendments: ['A1'] }]);
    }
    expect(merged(ORIGINAL, joined, changed('rares', 'chères')).merged).toBe(
      joined.replace('rares', 'chères'),
    );
  });

  it('keeps blank lines and line ends as they were, or as one amendment changed them', () => {
    const windows = ORIGINAL.replaceAll('\n', '\r\n');
    expect(merged(windows, windows.replace('ville', 'cité')).merged).toBe(windows.replace('ville', 'cité'));
    expect(merged(ORIGINAL, ORIGINAL.trim(), changed('Fin', 'Suite')).merged).toBe(
      changed('Fin', 'Suite').trim(),
    );
    expect(merged('A\n\nB', 'A\n\n\nB', 'A\n\n\n\nB').merged).toBe('A\n\nB');
    expect(merged('A', 'A\n\nB', 'C\n\nA').merged).toBe('C\n\nA\n\nB');
    expect(merged('', 'A').paragraphs).toEqual([{ after: 0, text: 'A', by: ['A1'] }]);
  });

  it('with no amendment is the original, with one its text, with the same one twice too', () => {
    const texts = fc.oneof(
      edited(plainText(6)),
      fc.tuple(plainText(4), plainText(4)),
      fc.tuple(anyText, anyText),
    );
    fc.assert(
      fc.property(texts, ([original, text]) => {
        expect(merged(original).merged).toBe(original);
        expect(merged(original, text)).toMatchObject({ merged: text, collisions: [], held: [] });
        expect(merged(original, text, text)).toMatchObject({ merged: text, collisions: [], held: [] });
        expect(merged(original, text, original)).toMatchObject({ merged: text, collisions: [], held: [] });
      }),
    );
  });

  it('is the same whatever the order of the amendments', () => {
    fc.assert(
      fc.property(
        edited(plainText(5)),
        edited(plainText(2)),
        fc.array(plainText(4), { maxLength: 2 }),
        ([original, one], [, two], others) => {
          const all = by(one, two, original.replace(/\S+/, 'autre'), ...others);
          expect(mergeTexts(original, [...all].reverse())).toEqual(mergeTexts(original, all));
        },
      ),
    );
  });

  it('comes out in every small case as one would do it by hand', () => {
    for (const mine of choices)
      for (const theirs of choices) {
        const result = merged(SMALL_BASE, smallText(mine), smallText([], theirs));
        const collides = neighbours(mine, theirs);
        expect(result.merged).toBe(collides ? SMALL_BASE : smallText(mine, theirs));
        expect(result.collisions).toEqual(collides ? [{ paragraph: 1, amendments: ['A1', 'A2'] }] : []);
      }
  });

  it('makes 300 amendments that do not touch, each in its own paragraph of 500, in any order', () => {
    const paragraphs = Array.from(
      { length: 500 },
      (_, at) => `Article ${at}. La ville ${at} écoute, المدينة ${at} تسمع.`,
    );
    const original = paragraphs.join('\n\n');
    const all = Array.from({ length: 300 }, (_, at) => ({
      id: `A${at}`,
      text: paragraphs
        .map((text, n) => (n === (at * 7) % 500 ? text.replace('écoute', `entend ${at}`) : text))
        .join('\n\n'),
    }));
    const result = mergeTexts(original, all);
    expect(result.collisions).toEqual([]);
    expect(result.paragraphs.filter(({ by: names }) => names.length === 1)).toHaveLength(300);
    expect(mergeTexts(original, [...all].reverse()).merged).toBe(result.merged);
    expect(result.merged.match(/entend/g)).toHaveLength(300);
  });
});

describe('merge', () => {
  it('of one amendment is the text as amended', () => {
    fc.assert(
      fc.property(editedParagraphs(6), ([base, next]) => {
        const changes = changesBetween(base, next);
        const { paragraphs, collisions, held, waiting } = merge(base, [{ id: 'A', changes }]);
        expect([collisions, held, waiting]).toEqual([[], [], []]);
        const visible = paragraphs.filter(({ fate }) => fate !== 'deleted');
        expect(visible.map(({ id, text }) => ({ id, text }))).toEqual(applyChanges(base, changes));
      }),
    );
  });

  it('traces each change to its amendment, and lists changes of paragraphs that are not there', () => {
    const base = [{ id: 'p1', text: 'La ville écoute les habitants.' }];
    const change = { kind: 'replace', id: 'n', text: 'x' } as const;
    const result = merge(base, [
      { id: 'A', changes: [{ kind: 'replace', id: 'p1', text: 'La cité écoute les habitants.' }] },
      { id: 'B', changes: [{ kind: 'replace', id: 'p1', text: 'La ville écoute les habitantes.' }, change] },
    ]);
    expect(result.paragraphs[0]?.edits).toEqual([
      { start: 3, end: 8, text: 'cité', by: ['A'] },
      { start: 20, end: 29, text: 'habitantes', by: ['B'] },
    ]);
    expect(result.waiting).toEqual([{ amendment: 'B', change }]);
  });
});
