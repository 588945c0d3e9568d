import { LANGS, type Lang } from '../../../kernel/localized.js';
import { CITIES, TWINNINGS } from './cities.js';
import { FORUM, TOPICS } from './forum.js';
import { PEOPLE } from './people.js';
import { PROPOSALS } from './proposals/proposals.js';
import { SESSIONS } from './sessions.js';
import { THREADS } from './threads/threads.js';

const SCRIPT: Readonly<Record<Lang, RegExp>> = {
  ar: /^[^A-Za-z]*\p{Script=Arabic}/u,
  fr: /^[^\p{Script=Arabic}]*$/u,
  en: /^[^\p{Script=Arabic}]*$/u,
};
const sentences = (text: string): number => text.split(/[.?؟!](?:\s|$)/u).filter(Boolean).length;
const keys = (items: readonly { readonly key: string }[]): Set<string> =>
  new Set(items.map(({ key }) => key));

describe('the content of the sample', () => {
  it('is there in all three languages, each in its own script', () => {
    const named = [...CITIES, ...TOPICS, { name: FORUM.title }, { name: FORUM.theme }, { name: FORUM.place }];
    const titles = [
      ...named.map(({ name }) => name),
      ...[...SESSIONS, ...PROPOSALS].map(({ title }) => title),
    ];
    for (const title of titles) for (const lang of LANGS) expect(title[lang]).toMatch(SCRIPT[lang]);
    for (const { body } of PROPOSALS)
      for (const lang of LANGS) for (const paragraph of body[lang]) expect(paragraph).toMatch(SCRIPT[lang]);
    for (const { posts } of THREADS)
      for (const { lang, paragraphs } of posts)
        for (const paragraph of paragraphs) expect(paragraph).toMatch(SCRIPT[lang]);
  });

  it('says the same number of sentences in each language, paragraph by paragraph', () => {
    for (const { key, body } of PROPOSALS) {
      const shape = (lang: Lang) => [key, ...body[lang].map(sentences)];
      expect(shape('fr')).toEqual(shape('en'));
      expect(shape('ar')).toEqual(shape('en'));
    }
  });

  it('names only cities, topics and people that it has; nobody backs the own proposal', () => {
    const [cities, topics, people] = [keys(CITIES), keys(TOPICS), keys(PEOPLE)];
    const delegates = keys(PEOPLE.filter(({ role }) => role === 'delegate'));
    for (const pair of TWINNINGS) for (const city of pair.cities) expect(cities).toContain(city);
    for (const { role, city } of PEOPLE) expect(city === undefined).toBe(role !== 'delegate');
    for (const { city } of PEOPLE) if (city) expect(cities).toContain(city);
    for (const { topic, author, endorsers, votes } of PROPOSALS) {
      expect(topics).toContain(topic);
      for (const key of [author, ...endorsers]) expect(people).toContain(key);
      expect(endorsers).not.toContain(author);
      const voters = Object.values(votes ?? {}).flat();
      expect(new Set(voters).size).toBe(voters.length);
      for (const key of voters) expect(delegates).toContain(key);
    }
    for (const { topic, posts } of THREADS) {
      expect(topics).toContain(topic);
      for (const [index, { author, to }] of posts.entries()) {
        expect(people).toContain(author);
        if (to !== undefined) expect(to).toBeLessThan(index);
      }
    }
  });

  it('has a head for each delegation, and a key of its own for everything', () => {
    const heads = PEOPLE.flatMap(({ head, city }) => (head ? [city] : []));
    expect(heads.sort()).toEqual([...keys(CITIES)].sort());
    for (const items of [CITIES, TOPICS, PEOPLE, SESSIONS, PROPOSALS])
      expect(keys(items).size).toBe(items.length);
  });
});
