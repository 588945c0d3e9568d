import { smallBundle } from '../../../test/support/bundles.js';
import { makeRelease } from '../../../test/support/releases.js';
import { LANGS } from '../../kernel/localized.js';
import { compileDraft } from '../compile/compile.js';
import { cityMap } from './city-map.js';
import type { Documents } from './document.js';
import { documentsOfDraft } from './draft-document.js';
import { renderAppeal, renderMissing } from './html.js';
import { type Places, type SitePlaces, voteAt } from './places.js';
import type { PollDocument } from './release.format.js';
import { SITE_WORDS } from './words/site-words.js';
import { RELEASE_WORDS } from './words/words.js';

const places: Places = {
  style: '/appeals/appeal.css',
  language: (lang) => `/appeals/fes?lang=${lang}`,
  file: (path) => `/appeals/fes/release/${path}`,
  zip: '/appeals/fes/release.zip',
  forum: '/f/fes',
  contribution: ({ kind, id }) => `/f/fes/${kind}/${id}`,
  fingerprint: 'ab12',
  map: cityMap,
  site: null,
};

const coordinates = (i: number) => ({ latitude: '34.03', longitude: String(-5 + 30 * i) });

function documents(): Documents {
  const made = documentsOfDraft(smallBundle(), compileDraft(smallBundle()));
  return { ...made, appeal: { ...made.appeal, publishedAt: '2014-06-14T17:00:00.000Z' } };
}

describe('the published page', () => {
  it.each(LANGS)('in %s says its language and direction, and marks every text in another one', (lang) => {
    const page = renderAppeal(documents(), lang, places);
    expect(page).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`);
    const arabic = 'ينبغي أن تُرمَّم البيوت العتيقة بمشاركة سكان المدينة القديمة.';
    expect(page).toContain(lang === 'ar' ? `<p>${arabic}` : `<p lang="ar" dir="rtl">${arabic}`);
    expect(page).toContain(`lang="${lang}" hreflang="${lang}" aria-current="page"`);
  });

  it('has an anchor for each clause, which is its own link', () => {
    const page = renderAppeal(documents(), 'fr', places);
    const { clauses } = documents().appeal;
    for (const { anchor } of clauses) {
      expect(page.split(`id="${anchor}"`)).toHaveLength(2);
      expect(page).toContain(`href="#${anchor}"`);
    }
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names behind a clause who said it, how it was used, and where it stands in the forum', () => {
    const page = renderAppeal(documents(), 'en', places);
    // Each part runs its own way, whatever stands beside it.
    expect(page).toContain(
      '<a href="/f/fes/proposal/p1"><bdi>Proposal 1</bdi>, <bdi>Fez</bdi>, <bdi>5 supporters</bdi></a>',
    );
    expect(page).toContain('<span class="use">word for word</span>');
  });

  it('tells behind a source that was voted on how many were for and against, and leads to the vote', () => {
    const { appeal, ...rest } = documents();
    const side = (heads: number, weight = `${heads}`) => ({ heads, weight });
    const told = (tally: PollDocument['tally']) => {
      const polls = appeal.polls.map((poll) => ({ ...poll, tally }));
      return renderAppeal({ ...rest, appeal: { ...appeal, polls } }, 'en', places);
    };
    const { id } = appeal.polls[0] as PollDocument;
    const page = told({ yes: side(31), no: side(2), abstain: side(4) });
    expect(page).toContain(
      `<a href="/appeals/fes/release/polls/${id}.json">adopted by a vote (31 for, 2 against, 4 abstaining)</a>`,
    );
    expect(told({ yes: side(2, '7/2'), no: side(1), abstain: side(0) })).toContain(
      '(7/2 for, 1 against, 0 abstaining, weighted votes)',
    );
    const site = { poll: (poll: string) => `/f/fes/polls/${poll}` } as SitePlaces;
    expect(voteAt({ ...(appeal.polls[0] as PollDocument), pollId: 'p' }, { ...places, site })).toBe(
      '/f/fes/polls/p',
    );
  });

  it.each(LANGS)('in %s tells on the map, below it and in the table which cities signed', async (lang) => {
    const { documents: signed } = await makeRelease(({ appeal, ...rest }) => ({
      ...rest,
      appeal: { ...appeal, cities: appeal.cities.map((city, i) => ({ ...city, ...coordinates(i) })) },
    }));
    const page = renderAppeal(signed, lang, places);
    const { acts } = RELEASE_WORDS[lang];
    const { noPosition } = SITE_WORDS[lang];
    const nameOf = (id: string) => signed.appeal.cities.find((city) => city.id === id)?.name[lang];
    for (const { city, act } of signed.appeal.signatures) {
      expect(page).toContain(`<title>${nameOf(city)}: ${acts[act]}</title>`);
      expect(page).toContain(`<th scope="row">${nameOf(city)}</th><td>${acts[act]}</td>`);
      expect(page).toContain(`</svg> ${acts[act]} (1)</li>`);
    }
    const rest = signed.appeal.cities.length - signed.appeal.signatures.length;
    expect(page.includes(noPosition)).toBe(rest > 0);
    expect(renderAppeal(documents(), lang, places)).not.toContain('map-legend');
  });

  it('shows what people wrote as text, whatever it is, and needs neither script nor style of its own', () => {
    const hostile = `<img src=x onerror=alert(1)>"'&</p><script>alert(2)</script>`;
    const { appeal, contributions, draft } = documents();
    const everywhere = { ar: hostile, fr: hostile, en: hostile };
    const page = renderAppeal(
      {
        appeal: {
          ...appeal,
          title: everywhere,
          forum: { ...appeal.forum, title: everywhere },
          topics: appeal.topics.map((topic) => ({ ...topic, name: everywhere })),
          clauses: appeal.clauses.map((clause) => ({
            ...clause,
            texts: everywhere,
            editorial: clause.editorial === null ? null : hostile,
            sources: clause.sources.map((source) => ({ ...source, quote: hostile, lang: '"><x' })),
          })),
        },
        draft,
        contributions: contributions.map((each) => ({ ...each, cityName: everywhere, threadTitle: hostile })),
      },
      'fr',
      places,
    );
    expect(page).not.toMatch(/<script|<img|<style| style=| on\w+="|"><x/);
    expect(page.match(/&#60;img src=x onerror=alert\(1\)&#62;/g)?.length).toBeGreaterThan(20);
  });

  it('under an address where nothing is says so in the reader’s language', () => {
    expect(renderMissing('ar', '/appeals/appeal.css')).toContain('لا يوجد نداء');
  });
});
