import fc from 'fast-check';
import type { Mention } from './marks.js';
import { type Called, mentionedByName, OPENING, openingsIn } from './names-in-text.js';

const participant = (id: string): Mention => ({ kind: 'participant', id });
const called = (...names: string[]): Called[] =>
  names.map((name, at) => ({ name, mention: participant(`${at}`) }));
const idsIn = (text: string, people: readonly Called[]): string[] =>
  mentionedByName(text, people).map(({ id }) => id);

/** Few letters, so that names begin, end and hold each other. */
const word = fc
  .array(fc.constantFrom('a', 'b', 'é', 'ع', '𐐀'), { minLength: 1, maxLength: 3 })
  .map((letters) => letters.join(''));
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const people = fc.array(name, { maxLength: 8 }).map((names) => called(...names));
const text = fc
  .array(fc.oneof(fc.constantFrom('@', ' ', '-', '.', '\n', '@@', '_'), word), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

it('finds names behind an @ as they are written, where their word ends', () => {
  const all = called('Ibn Battouta', 'Ibn', 'أمينة العلوي', 'Fès');
  expect(idsIn('Voir @Ibn Battouta, puis @Fès.', all)).toEqual(['0', '3']);
  expect(idsIn('كما قالت @أمينة العلوي، ثم @Ibn.', all)).toEqual(['2', '1']);
  expect(idsIn('@Ibn Battoutas @IBN @Ibn-Nord @Fès.ma @Fèsé @Fès_2 (@Fès)', all)).toEqual(['1', '3']);
  expect(idsIn('write to someone@Ibn or me.@Fès or @@Fès', all)).toEqual([]);
  expect(idsIn('Ibn Battouta and Fès', all)).toEqual([]);
  expect(idsIn('@Fès @Ibn @Fès', all)).toEqual(['3', '1']);
});

it('names nobody where several are called the same, nor somebody with a shorter name', () => {
  const two = called('Ibn Battouta', 'Ibn Battouta', 'Ibn', 'Ibn Battouta');
  expect(idsIn('@Ibn Battouta', two)).toEqual([]);
  const [one] = called('Fès') as [Called];
  expect(idsIn('@Fès', [one, one])).toEqual(['0']);
  expect(idsIn('@Fès', [one, { ...one, mention: { kind: 'delegation', id: '0' } }])).toEqual([]);
});

it('finds who was put into a text, whatever stands around', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(5), { maxLength: 10 }),
      (names, picks) => {
        const chosen = picks.map((pick) => pick % names.length);
        const written = chosen.map((pick) => `x @${names[pick]}, `).join('');
        expect(idsIn(written, called(...names))).toEqual([...new Set(chosen)].map(String));
      },
    ),
  );
});

it('finds nobody who does not stand there, and not one of two', () => {
  fc.assert(
    fc.property(text, people, (written, all) => {
      for (const { id } of mentionedByName(written, all)) {
        const own = all[Number(id)]?.name;
        expect(written).toContain(`@${own}`);
        expect(all.filter((each) => each.name === own)).toHaveLength(1);
      }
    }),
  );
});

it('finds as many among those alone whose names begin as something behind an @', () => {
  fc.assert(
    fc.property(text, people, (written, all) => {
      const openings = openingsIn(written);
      const likely = all.filter((each) => openings.includes([...each.name].slice(0, OPENING).join('')));
      expect(mentionedByName(written, likely)).toEqual(mentionedByName(written, all));
    }),
  );
});

it('looks at so many @ of a text and no further, however many names there are', () => {
  const all = called(...Array.from({ length: 20_000 }, (_, at) => `${'@ a'.repeat(at % 60)} ${at}`), 'Fès');
  for (const full of [' @'.repeat(100_000), '@'.repeat(200_000), ` @${'@ a'.repeat(60)}`.repeat(1_000)]) {
    expect(openingsIn(full).length).toBeLessThanOrEqual(4 * 1_000);
    expect(idsIn(full, all)).toEqual([]);
  }
  expect(idsIn(`${'@x '.repeat(999)}@Fès`, all)).toEqual(['20000']);
  expect(idsIn(`${'@x '.repeat(1_000)}@Fès`, all)).toEqual([]);
});
