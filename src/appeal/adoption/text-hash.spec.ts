import { type AppealText, appealText, languageHashes, textHash } from './text-hash.js';

const TITLE = { ar: 'نداء فاس', fr: 'Appel de Fès', en: 'Fez Appeal' };
const TEXT: AppealText = {
  title: TITLE,
  clauses: [
    { kind: 'preambular', section: null, texts: { ar: 'إذ', fr: 'Rappelant', en: 'Recalling' } },
    { kind: 'operative', section: TITLE, texts: { ar: 'ندعو', fr: 'Appelons', en: 'Call upon' } },
  ],
};
const [recital, act] = TEXT.clauses as [AppealText['clauses'][number], AppealText['clauses'][number]];

const others: readonly (readonly [string, AppealText])[] = [
  ['a word', { ...TEXT, clauses: [recital, { ...act, texts: { ...act.texts, ar: 'نناشد' } }] }],
  ['the order', { ...TEXT, clauses: [act, recital] }],
  ['a clause less', { ...TEXT, clauses: [recital] }],
  ['the part', { ...TEXT, clauses: [recital, { ...act, kind: 'preambular' }] }],
  ['a heading', { ...TEXT, clauses: [recital, { ...act, section: { ...TITLE, en: 'Budget' } }] }],
  ['the title', { ...TEXT, title: { ...TITLE, fr: 'Appel' } }],
];

it.each(others)('is another with %s changed', (_, other) => {
  expect(textHash(other)).not.toBe(textHash(TEXT));
});

it('is that of each language apart: a word of one changes no other', () => {
  const other = { ...TEXT, clauses: [recital, { ...act, texts: { ...act.texts, ar: 'نناشد' } }] };
  const [was, is] = [languageHashes(TEXT), languageHashes(other)];
  expect([is.fr, is.en]).toEqual([was.fr, was.en]);
  expect(is.ar).not.toBe(was.ar);
});

it('stays the same for the same words, whatever ids, sources and other languages there are', () => {
  const topics = [{ id: 't1', name: TITLE }];
  const rows = TEXT.clauses.map(({ kind, texts }, at) => ({
    ...{ kind, texts: { ...texts, es: 'Llamamos' }, id: `c${at}`, topicId: 't1' },
  }));
  expect(textHash(appealText({ title: TITLE, clauses: rows, topics }))).toBe(textHash(TEXT));
});

it('is the same on every machine and in every version', () => {
  expect(textHash(TEXT)).toBe('b92b5e92b83ba3cf3d2764a6f40ca853eb6d531e8fecdfdc236b0bb91417adc3');
});
