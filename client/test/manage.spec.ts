import { readFileSync } from 'node:fs';
import type { ClauseView } from '../../src/appeal/appeal.contract.js';
import { passagesOf } from '../src/features/appeal/passages.js';
import { numbersOf, sectionsOf } from '../src/features/appeal/sections.js';
import { COUNT_MAX, inviteesOf } from '../src/features/forum/manage/invitees.js';
import { slugOf } from '../src/features/forum/slug.js';
import { isoOf, localOf } from '../src/features/program/local-time.js';
import { countries } from '../src/lib/countries.js';

const given = { name: '', email: '', count: '', list: '' };

describe('the people to invite', () => {
  it('are read from lines as spreadsheets and mail programs give them', () => {
    const list =
      'Amina Idrissi, amina@fes.ma\r\nRui Costa <rui@coimbra.pt>\n\n  "سعاد بناني"\tsouad@fes.ma \nkeita@saint-louis.sn\nSans adresse';
    expect(inviteesOf('list', { ...given, list })).toEqual([
      { name: 'Amina Idrissi', email: 'amina@fes.ma' },
      { name: 'Rui Costa', email: 'rui@coimbra.pt' },
      { name: 'سعاد بناني', email: 'souad@fes.ma' },
      { email: 'keita@saint-louis.sn' },
      { name: 'Sans adresse' },
    ]);
  });

  it('may be without names, as many as asked for and no more than one request carries', () => {
    expect(inviteesOf('codes', { ...given, count: '3' })).toEqual([{}, {}, {}]);
    expect(inviteesOf('codes', { ...given, count: String(COUNT_MAX) })).toHaveLength(COUNT_MAX);
    for (const count of [String(COUNT_MAX + 1), '0', '-2', '1.5', 'ten', ''])
      expect(inviteesOf('codes', { ...given, count })).toEqual([]);
  });
});

describe('the address of a new forum', () => {
  it('is made of the Latin name of its place and the year', () => {
    const place = { ar: 'فاس', fr: 'Fès', en: '' };
    expect(slugOf({ place, startsOn: '2014-06-12' })).toBe('fes-2014');
    expect(slugOf({ place: { ...place, en: 'Saint-Louis, Sénégal!' }, startsOn: '' })).toBe(
      'saint-louis-senegal',
    );
    expect(slugOf({ place: { ar: 'فاس', fr: '', en: '' }, startsOn: '' })).toBe('');
  });
});

describe('a moment in the box of a date and a time', () => {
  it('comes back the same, to the minute', () => {
    for (const iso of ['2014-06-12T09:30:00.000Z', '2014-01-31T23:59:00.000Z'])
      expect(isoOf(localOf(iso))).toBe(iso);
    expect(isoOf('')).toBe('');
  });
});

describe('the passages of a contribution', () => {
  const shared: { html: string; passages: string[] }[] = JSON.parse(
    readFileSync('test/fixtures/passages.json', 'utf8'),
  );

  it.each(shared)('of $html stand to the letter in what the server quotes from', ({ html, passages }) => {
    expect(passagesOf(html)).toEqual(passages);
  });

  it('are each offered once', () => {
    expect(passagesOf('<p>One</p><p>Two</p><p>One</p>')).toEqual(['One', 'Two']);
  });
});

const clause = (id: string, over: Partial<ClauseView>): ClauseView => ({
  id,
  kind: 'operative',
  topicId: null,
  position: 0,
  lang: 'fr',
  texts: { fr: id },
  editorial: null,
  sources: [],
  score: null,
  version: 1,
  ...over,
});

describe('the sections of an appeal', () => {
  const clauses = [
    clause('a', { kind: 'preambular', editorial: 'template' }),
    clause('b', { topicId: 't2', editorial: 'template' }),
    clause('c', { topicId: 't2' }),
    clause('d', { topicId: 't1', editorial: 'said in the hall' }),
    clause('e', { topicId: 'gone' }),
    clause('f', {}),
  ];
  const name = { ar: 'ع', fr: 'f', en: 'e' };
  const topics = ['t1', 't2', 't3'].map((id, position) => ({ id, position, name }));

  it('are the preamble, the topics in their order, and what has none', () => {
    const found = sectionsOf({ clauses }, topics).map(({ id, clauses: some }) => [id, some.map((c) => c.id)]);
    expect(found).toEqual([
      ['preamble', ['a']],
      ['t1', ['d']],
      ['t2', ['b', 'c']],
      ['other', ['e', 'f']],
    ]);
  });

  it('close with the last word of the compile, under a heading of its own', () => {
    const last = clause('z', { editorial: 'template' });
    const sections = sectionsOf({ clauses: [...clauses, last] }, topics);
    expect(sections.at(-1)).toMatchObject({ id: 'closing', clauses: [{ id: 'z' }] });
    expect(sections.at(-2)?.id).toBe('other');
  });

  it('number the operative clauses that say something', () => {
    expect([...numbersOf({ clauses })]).toEqual([
      ['c', 1],
      ['d', 2],
      ['e', 3],
      ['f', 4],
    ]);
  });
});

describe('the countries to choose from', () => {
  it('are each once, in the order of the language, without unions and codes that were given up', () => {
    const found = countries('fr');
    const ids = found.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['MA', 'FR', 'PT', 'SN']));
    for (const id of ['EU', 'UN', 'DD', 'SU', 'ZZ']) expect(ids).not.toContain(id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(found.findIndex(({ id }) => id === 'DZ')).toBeLessThan(found.findIndex(({ id }) => id === 'ZW'));
  });
});
