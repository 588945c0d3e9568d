import fc from 'fast-check';
import type { DelegationView, ParticipantView } from '../../src/forum/forum.contract.js';
import { choicesOf } from '../src/features/discussion/mentions/choices.js';
import { editable } from '../src/features/discussion/mentions/editable.js';
import {
  askedAt,
  insertName,
  type Picked,
  withMentions,
  withPicked,
} from '../src/features/discussion/mentions/picking.js';
import { toHtml } from '../src/lib/plain-text.js';

const picked = (name: string, id = 'a', kind: Picked['kind'] = 'participant'): Picked => ({ kind, id, name });
const span = ({ kind, id }: Picked, text: string) => `<span data-mention="${kind}:${id}">${text}</span>`;

describe('what is asked for behind an @', () => {
  it.each([
    ['@', 1, { from: 0, words: '' }],
    ['Bonjour @Ami', 12, { from: 8, words: 'Ami' }],
    ['Bonjour @Amina Ber', 18, { from: 8, words: 'Amina Ber' }],
    ['(@fè', 4, { from: 1, words: 'fè' }],
    ['مرحبا @أمي', 10, { from: 6, words: 'أمي' }],
    ['Bonjour @Ami', 10, { from: 8, words: 'A' }],
    ['amina@fes.example', 17, null],
    ['@Amina\nBonjour', 14, null],
    [`@${'a'.repeat(31)}`, 32, null],
    ['Bonjour', 7, null],
  ])('in %j at %d is %j', (text, caret, asked) => {
    expect(askedAt(text, caret)).toEqual(asked);
  });

  it('gives way to the name, with one blank behind it and the caret behind that', () => {
    expect(insertName('A @Am, b', { from: 2, words: 'Am' }, 'Amina')).toEqual({
      text: 'A @Amina , b',
      caret: 9,
    });
    expect(insertName('A @Am b', { from: 2, words: 'Am' }, 'Amina')).toEqual({
      text: 'A @Amina b',
      caret: 9,
    });
  });
});

describe('names in a text', () => {
  it('are mentions where they stand whole, the longest first, and only if they were picked', () => {
    const [amina, longer, fez] = [
      picked('Amina', 'a'),
      picked('Amina B.', 'b'),
      picked('Fès', 'f', 'delegation'),
    ];
    expect(withMentions(toHtml('@Amina B. @Amina, @Aminata @Fès @Fèsi @Omar'), [amina, longer, fez])).toBe(
      `<p>${span(longer, '@Amina B.')} ${span(amina, '@Amina')}, @Aminata ${span(fez, '@Fès')} @Fèsi @Omar</p>`,
    );
    expect(withMentions(toHtml('@A <b> & "c"'), [picked('A <b> & "c"')])).toBe(
      `<p>${span(picked(''), '@A &lt;b&gt; &amp; &quot;c&quot;')}</p>`,
    );
  });

  it('that are the same are told apart by the city, and where there is none by a number', () => {
    const one = withPicked([], picked('Amina', '1'), 'Fès');
    const two = withPicked(one.picked, picked('Amina', '2'), 'Fès');
    const three = withPicked(two.picked, picked('Amina', '3'), '');
    expect([one.name, two.name, three.name]).toEqual(['Amina', 'Amina (Fès)', 'Amina (2)']);
    expect(withPicked(three.picked, picked('Amina', '2'), '')).toEqual({
      picked: three.picked,
      name: 'Amina (Fès)',
    });
  });

  it('come back to the editor as they were sent, whatever they are', () => {
    const names = fc.uniqueArray(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
        .filter((name) => /^[\p{L}\p{N}&<>"'.]+$/u.test(name)),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(names, (all) => {
        const people = all.map((name, at) => picked(name, String(at)));
        const text = people.map(({ name }) => `@${name} et`).join(' ');
        const html = withMentions(toHtml(text), people);
        expect(editable(html)).toEqual({ text, picked: people });
      }),
    );
  });

  it('of two who are called the same stay two when the post is edited', () => {
    const html = `<p>${span(picked('', 'a'), '@Amina')} ${span(picked('', 'b'), '@Amina')}</p>`;
    const { text, picked: all } = editable(html);
    expect(text).toBe('@Amina @Amina (2)');
    expect(withMentions(toHtml(text), all)).toBe(
      `<p>${span(picked('', 'a'), '@Amina')} ${span(picked('', 'b'), '@Amina (2)')}</p>`,
    );
  });
});

it('offers delegations by any of their names and people who are there, eight at most', () => {
  const person = (id: string, suspended = false) =>
    ({ id, name: `Person ${id}`, cityName: null, suspended }) as ParticipantView;
  const city = (id: string, ar: string, fr: string, en: string) =>
    ({ id, city: { name: { ar, fr, en } } }) as DelegationView;
  const delegations = [city('f', 'فاس', 'Fès', 'Fez'), city('s', 'ستراسبورغ', 'Strasbourg', 'Strasbourg')];
  const people = Array.from({ length: 12 }, (_, at) => person(String(at), at === 0));
  const ids = (asked: string) => choicesOf(asked, 'fr', { people, delegations }).map(({ one }) => one.id);
  expect(ids('fes')).toEqual(['f', '1', '2', '3', '4', '5', '6', '7']);
  expect(ids('فا')[0]).toBe('f');
  expect(ids('es')[0]).toBe('1');
  expect(choicesOf('', 'ar', { people: undefined, delegations })[0]?.one.name).toBe('فاس');
});
