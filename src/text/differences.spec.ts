import fc from 'fast-check';
import { anyText, edited, paragraph, plainText } from '../../test/support/random-texts.js';
import { differences, paragraphDifferences, type Segment } from './differences.js';
import { effort } from './matching.js';
import { plainPieces } from './plain-text.js';
import { tokens } from './tokens.js';

const shown = (segments: readonly Segment[]): string =>
  segments
    .map(({ op, text }) => (op === 'keep' ? text : op === 'delete' ? `[-${text}-]` : `[+${text}+]`))
    .join('');
const marked = (before: string, after: string): string => shown(differences(before, after));
const side = (segments: readonly Segment[], other: Segment['op']): string =>
  segments.map(({ op, text }) => (op === other ? '' : text)).join('');

/** Both texts are there to the code unit, and no change begins or ends within a word or a sign. */
function expectSound(before: string, after: string, segments = differences(before, after)): void {
  expect(side(segments, 'insert')).toBe(before);
  expect(side(segments, 'delete')).toBe(after);
  for (const [at, { op, text }] of segments.entries()) {
    expect(text).not.toBe('');
    expect(op).not.toBe(segments[at - 1]?.op);
    if (op === 'delete') expect(segments[at - 1]?.op).not.toBe('insert');
  }
  expectCutsIn(before, segments, 'insert');
  expectCutsIn(after, segments, 'delete');
}

function expectCutsIn(text: string, segments: readonly Segment[], other: Segment['op']): void {
  const { lead, pieces } = plainPieces(text);
  const parts = [lead, ...pieces.flatMap((piece) => [piece.text, piece.gap])];
  const cuts = new Set(placesAfter(parts.flatMap(tokens)));
  const own = segments.filter(({ op }) => op !== other).map((segment) => segment.text);
  for (const place of placesAfter(own)) expect(cuts).toContain(place);
}

function placesAfter(parts: readonly string[]): number[] {
  let at = 0;
  return parts.map((part) => {
    at += part.length;
    return at;
  });
}

describe('differences', () => {
  it('are words in three languages', () => {
    expect(marked("L'eau est rare à Fès.", "L'air est rare à Fès.")).toBe(
      "[-L'eau-][+L'air+] est rare à Fès.",
    );
    expect(marked('The cities listen.', 'The old cities listen.')).toBe('The [+old +]cities listen.');
    expect(marked('على المدن أن تصغي إلى سكانها.', 'على البلديات أن تصغي إلى جميع سكانها.')).toBe(
      'على [-المدن-][+البلديات+] أن تصغي إلى [+جميع +]سكانها.',
    );
    expect(marked('قالت المَدينة', 'قالت المُدينة')).toBe('قالت [-المَدينة-][+المُدينة+]');
    expect(marked('Bienvenue 👩‍👩‍👧‍👦 !', 'Bienvenue 👩‍👩‍👦‍👦 !')).toBe(
      'Bienvenue [-👩‍👩‍👧‍👦-][+👩‍👩‍👦‍👦+] !',
    );
  });

  it('hide nothing: composed forms, line ends, direction signs and spaces are told apart', () => {
    expect(marked('une école', 'une e\u0301cole')).toBe('une [-école-][+e\u0301cole+]');
    expect(marked('a\nb', 'a\r\nb')).toBe('a[-\n-][+\r\n+]b');
    expect(marked('la paix', 'la paix\u200f')).toBe('la [-paix-][+paix\u200f+]');
    expect(marked('a  b', 'a b')).toBe('a[-  -][+ +]b');
    expect(marked('A\n\nB', 'A\n\n\nB')).toBe('A[-\n\n-][+\n\n\n+]B');
  });

  it('are taken together where little is kept between them, and a sentence of which little is kept is replaced', () => {
    expect(marked('the city of Fez is old', 'a town of Rabat is old')).toBe(
      '[-the city of Fez-][+a town of Rabat+] is old',
    );
    expect(
      marked(
        'Nous écoutons tous. Elles plantent la forêt.',
        'Nous écoutons tous. La commission européenne demande la paix.',
      ),
    ).toBe('Nous écoutons tous. [-Elles plantent la forêt.-][+La commission européenne demande la paix.+]');
    expect(marked('Il dit oui. Elle dit non.', 'Il crie oui. Elle crie non.')).toBe(
      'Il [-dit-][+crie+] oui. Elle [-dit-][+crie+] non.',
    );
  });

  it('compare each paragraph with the one that it was', () => {
    const before = 'Premier article sur la ville.\n\nDeuxième article sur les eaux douces.\n\nFin.';
    const after = 'Premier article sur la ville.\n\nUn ajout.\n\nDeuxième article sur les eaux.\n\nFin.';
    expect(marked(before, after)).toBe(
      'Premier article sur la ville.\n\n[+Un ajout.\n\n+]Deuxième article sur les eaux[- douces-].\n\nFin.',
    );
    expect(marked('A a.\n\nB b.\n\nC c.', 'A a.\n\nC c.')).toBe('A a.\n\n[-B b.\n\n-]C c.');
    expect(marked('A a.', 'A a.\n\nB b.')).toBe('A a.[+\n\nB b.+]');
  });

  it('are both texts to the code unit, on the bounds of words', () => {
    fc.assert(fc.property(edited(plainText(6)), ([before, after]) => expectSound(before, after)));
    fc.assert(fc.property(plainText(5), plainText(5), (before, after) => expectSound(before, after)));
    fc.assert(fc.property(anyText, anyText, (before, after) => expectSound(before, after)));
  });

  it('stay so when effort runs out: then sentences, then the whole is replaced', () => {
    fc.assert(
      fc.property(edited(plainText(6)), fc.nat(200), ([before, after], left) =>
        expectSound(before, after, differences(before, after, effort(left))),
      ),
    );
    const sentence = (n: number): string => `Phrase numéro ${n} de la ville de Fès.`;
    const before = Array.from({ length: 40 }, (_, at) => sentence(at)).join(' ');
    const after = before.replace(sentence(7), 'Autre chose.').replace(sentence(30), 'Rien.');
    const coarse = paragraphDifferences(before, after, effort(20));
    expectSound(before, after, coarse);
    expect(shown(coarse)).toContain(`[-${sentence(7)}`);
    expect(paragraphDifferences('a b c', 'b d a', effort(0))).toEqual([
      { op: 'delete', text: 'a b c' },
      { op: 'insert', text: 'b d a' },
    ]);
  });

  it('mark only what was done: one changed word in a long text is one deletion and one insertion', () => {
    fc.assert(
      fc.property(fc.array(paragraph(10), { minLength: 1, maxLength: 30 }), fc.nat(), (paragraphs, place) => {
        const at = place % paragraphs.length;
        const text = (middle: string): string =>
          paragraphs
            .map((each, number) => `${each} no ${number}${number === at ? ` ${middle} fin` : ''}`)
            .join('\n\n');
        const segments = differences(text('avant'), text('après')).filter(({ op }) => op !== 'keep');
        expect(segments).toEqual([
          { op: 'delete', text: 'avant' },
          { op: 'insert', text: 'après' },
        ]);
      }),
    );
  });

  it('do so in 500 paragraphs, each changed, with some new and some gone', () => {
    const paragraphs = Array.from(
      { length: 500 },
      (_, at) => `Article ${at} : la ville ${at * 7} écoute ses habitants et المدينة ${at} تسمع.`,
    );
    const changed = paragraphs.map((text) => text.replace('écoute', 'entend'));
    changed.splice(100, 1);
    changed.splice(300, 0, 'Un tout nouveau texte sans rien de commun.');
    const segments = differences(paragraphs.join('\n\n'), changed.join('\n\n'));
    expectSound(paragraphs.join('\n\n'), changed.join('\n\n'), segments);
    expect(segments.filter(({ op, text }) => op === 'delete' && text === 'écoute')).toHaveLength(499);
    expect(segments.filter(({ op }) => op !== 'keep')).toHaveLength(499 * 2 + 2);
  });

  it.each([
    ['ten million letters', 'a'.repeat(10_000_000), `${'a'.repeat(10_000_000)}b`],
    ['100,000 words in turn', 'a b '.repeat(50_000), 'b a c '.repeat(33_000)],
    ['a million line ends', '\n'.repeat(1_000_000), '\n'.repeat(999_999)],
    ['100,000 paragraphs', 'x\n\n'.repeat(100_000), 'y\n\nz\n\n'.repeat(50_000)],
    ['ten million signs', '!?'.repeat(5_000_000), '?!'.repeat(5_000_000)],
    ['50,000 lines', 'x\n'.repeat(50_000), 'y\n'.repeat(50_000)],
    ['joiners', 'a\u200d'.repeat(400_000), '👩\u200d'.repeat(300_000)],
  ])('of hostile texts end: %s', (_, before, after) => {
    const segments = differences(before, after);
    expect(side(segments, 'insert') === before && side(segments, 'delete') === after).toBe(true);
  });

  it('of texts without anything in common end before every word is compared with every other', () => {
    const text = (step: number): string =>
      Array.from({ length: 50_000 }, (_, at) => `w${(at * step) % 5_003}`).join(' ');
    const budget = effort();
    const segments = differences(text(7_919), text(104_729), budget);
    expect(side(segments, 'insert')).toBe(text(7_919));
    expect(budget.left).toBeGreaterThan(-1_000_000);
  });
});
