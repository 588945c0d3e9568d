import type { Lang, Localized } from '../../kernel/localized.js';
import { FATES, type Fate } from '../appeal.contract.js';
import type { ContributionBundle } from '../compile/bundle.js';
import { html, languages, type Markup, page } from './markup.js';
import { directionOf } from './reading.js';
import type { AppealDocument, ContributionDocument, ContributionRef } from './release.format.js';
import { SITE_WORDS } from './words/site-words.js';
import { RELEASE_WORDS } from './words/words.js';

const ROWS = 100;
/** In the address, for contributions of no city. */
const NO_CITY = '-';
const TITLE_MAX = 160;

/** One contribution with what became of it, and the clauses that it is in. */
export interface FateLine {
  readonly contribution: ContributionRef;
  readonly number: number | null;
  readonly title: string;
  readonly lang: string;
  readonly city: Localized | null;
  readonly fate: Fate;
  readonly reason: string;
  readonly clauses: readonly { readonly anchor: string; readonly number: number | null }[];
}

/** What a reader asked to see. The city is named in English, as in the addresses. */
export interface FatesWish {
  readonly city: string | null;
  readonly fate: Fate | null;
  /** From 1. */
  readonly page: number;
}

/** Reads a wish from an address: what is not known is not wished. */
export function wishOf({ city, fate, page: at }: Readonly<Record<string, unknown>>): FatesWish {
  const number = typeof at === 'string' && /^[1-9][0-9]{0,5}$/.test(at) ? Number(at) : 1;
  return {
    city: typeof city === 'string' && city !== '' ? city.slice(0, 200) : null,
    fate: FATES.find((each) => each === fate) ?? null,
    page: number,
  };
}

/** Every contribution of a release with its fate, in the order of the release. Pure. */
export function fateLines(
  { fates, clauses }: AppealDocument,
  contributions: readonly ContributionDocument[],
  bundle: ContributionBundle,
): FateLine[] {
  const told = contributionsOf(bundle);
  for (const { id, number, texts, lang, cityName } of contributions)
    told.set(id, { number, title: texts[0]?.title || (texts[0]?.text ?? ''), lang, city: cityName });
  const used = new Map<string, FateLine['clauses'][number][]>();
  for (const { anchor, number, sources } of clauses)
    for (const id of new Set(sources.map(({ contribution }) => contribution.id)))
      used.set(id, [...(used.get(id) ?? []), { anchor, number }]);
  return fates.map(({ contribution, fate, reason }) => {
    const { number, title, lang, city } = told.get(contribution.id) ?? UNTOLD;
    return {
      contribution,
      number,
      title,
      lang,
      city,
      fate,
      reason,
      clauses: used.get(contribution.id) ?? [],
    };
  });
}

type Told = Pick<FateLine, 'number' | 'title' | 'lang' | 'city'>;
const UNTOLD: Told = { number: null, title: '', lang: 'en', city: null };

function contributionsOf({ cities, proposals, threads }: ContributionBundle): Map<string, Told> {
  const nameOf = new Map(cities.map(({ id, name }) => [id, name]));
  const cityOf = (id: string | null) => (id === null ? null : (nameOf.get(id) ?? null));
  return new Map([
    ...proposals.map(({ id, number, texts, lang, cityId }): [string, Told] => {
      const text = texts.find((each) => each.lang === lang) ?? texts[0];
      return [id, { number, title: text?.title || (text?.text ?? ''), lang, city: cityOf(cityId) }];
    }),
    ...threads.flatMap(({ posts }) =>
      posts.map(({ id, text, lang, cityId }): [string, Told] => [
        id,
        { number: null, title: text, lang, city: cityOf(cityId) },
      ]),
    ),
  ]);
}

/** Where the page of fates finds what it links to. */
export interface FatesPlaces {
  readonly style: string;
  readonly appeal: (lang: Lang) => string;
  /** This page under another wish. */
  readonly here: (lang: Lang, wish: FatesWish) => string;
  readonly canonical: (lang: Lang) => string;
  readonly contribution: (of: ContributionRef) => string | null;
}

/** "What became of my contribution": filtered by links alone, a hundred to a page. Pure. */
export function renderFates(
  { title }: AppealDocument,
  lines: readonly FateLine[],
  wish: FatesWish,
  lang: Lang,
  places: FatesPlaces,
): string {
  const words = SITE_WORDS[lang];
  const found = lines.filter(
    ({ city, fate }) =>
      (wish.city === null || keyOf(city) === wish.city) && (wish.fate === null || fate === wish.fate),
  );
  const shown = found.slice((wish.page - 1) * ROWS, wish.page * ROWS);
  const body = html`<a class="skip" href="#text">${RELEASE_WORDS[lang].skip}</a>
<header>
<p class="forum"><a href="${places.appeal(lang)}">${title[lang]}</a></p>
${languages(lang, (each) => places.here(each, wish))}
</header>
<main id="text">
<h1>${words.allFates}</h1>
<p>${words.fatesText}</p>
${filters(lines, wish, lang, places)}
<p role="status">${RELEASE_WORDS[lang].contributions(found.length)}</p>
${shown.length === 0 ? html`<p>${words.none}</p>` : html`<ul class="lines">${shown.map((line) => lineHtml(line, lang, places))}</ul>`}
${pages(found.length, wish, lang, places)}
</main>`;
  const head = { canonical: places.canonical(lang), language: places.canonical };
  return page(`${words.allFates} · ${title[lang]}`, lang, places.style, body, head);
}

const keyOf = (city: Localized | null): string => city?.en ?? NO_CITY;

function filters(lines: readonly FateLine[], wish: FatesWish, lang: Lang, places: FatesPlaces): Markup {
  const words = SITE_WORDS[lang];
  const counts = new Map<string, { name: string; count: number }>();
  for (const { city } of lines) {
    const key = keyOf(city);
    const known = counts.get(key) ?? { name: city?.[lang] ?? words.noCity, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  const link = (change: Partial<FatesWish>, label: Markup | string, chosen: boolean) =>
    html`<li><a href="${places.here(lang, { ...wish, page: 1, ...change })}"${chosen && html` aria-current="true"`}>${label}</a></li>`;
  const towns = [...counts].sort(([, a], [, b]) => (a.name < b.name ? -1 : 1));
  return html`<nav class="filters" aria-label="${words.city}"><ul>${link({ city: null }, words.all, wish.city === null)}${towns.map(
    ([city, { name, count }]) => link({ city }, html`<bdi>${name}</bdi> ${count}`, wish.city === city),
  )}</ul></nav>
<nav class="filters" aria-label="${words.allFates}"><ul>${link({ fate: null }, words.all, wish.fate === null)}${FATES.map(
    (fate) => link({ fate }, words.fateOf[fate], wish.fate === fate),
  )}</ul></nav>`;
}

function lineHtml(line: FateLine, lang: Lang, places: FatesPlaces): Markup {
  const words = SITE_WORDS[lang];
  const { contribution, number, title, city, fate, clauses } = line;
  const kind = contribution.kind === 'proposal' ? RELEASE_WORDS[lang].proposal(number) : words.postOf;
  const address = places.contribution(contribution);
  const cut = title.length > TITLE_MAX ? `${title.slice(0, TITLE_MAX).toWellFormed()}…` : title;
  const spoken = html`<span lang="${line.lang}" dir="${directionOf(line.lang)}">${cut}</span>`;
  return html`<li id="${contribution.id}">
<p>${address ? html`<a href="${address}">${spoken}</a>` : spoken}</p>
<p class="note"><bdi>${kind}</bdi> · <bdi>${city?.[lang] ?? words.noCity}</bdi> · <strong>${words.fateOf[fate]}</strong> · ${reasonOf(line.reason, lang)}${clauses.map(
    ({ anchor, number: n }) =>
      html` · <a href="${places.appeal(lang)}#${anchor}">${words.clauseLink(n === null ? anchor : `${n}`)}</a>`,
  )}</p></li>
`;
}

/** A code of the compile in words; editors gave words of their own. */
function reasonOf(reason: string, lang: Lang): Markup {
  const known = Object.hasOwn(SITE_WORDS[lang].reasons, reason);
  const code = reason as keyof (typeof SITE_WORDS)[Lang]['reasons'];
  return known ? html`${SITE_WORDS[lang].reasons[code]}` : html`<bdi>${reason}</bdi>`;
}

function pages(total: number, wish: FatesWish, lang: Lang, places: FatesPlaces): Markup | null {
  const words = SITE_WORDS[lang];
  const last = Math.ceil(total / ROWS);
  const to = (at: number, rel: string, label: string) =>
    html`<li><a rel="${rel}" href="${places.here(lang, { ...wish, page: at })}">${label}</a></li>`;
  if (last < 2) return null;
  return html`<nav class="filters"><ul>${wish.page > 1 && to(wish.page - 1, 'prev', words.previous)}${
    wish.page < last && to(wish.page + 1, 'next', words.next)
  }</ul></nav>`;
}
