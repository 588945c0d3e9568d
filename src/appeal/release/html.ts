import { dayText } from '../../kernel/dates.js';
import { languageName } from '../../kernel/language-names.js';
import { DIRECTION, LANGS, type Lang } from '../../kernel/localized.js';
import { FATES } from '../appeal.contract.js';
import type { Shown } from './document.js';
import { byId, directionOf, nameOf, partsOf, readingOf, SEPARATOR } from './reading.js';
import type {
  AppealDocument,
  ClauseDocument,
  ContributionDocument,
  SourceDocument,
} from './release.format.js';
import { RELEASE_WORDS, type Words } from './words.js';

/** Where a page finds what stands beside it: other in a sealed release than on the site. */
export interface Places {
  readonly style: string;
  /** Null for a draft, which stands alone. */
  readonly language: ((lang: Lang) => string) | null;
  readonly file: ((path: string) => string) | null;
  /** Null inside the zip itself, as are the next three. */
  readonly zip: string | null;
  readonly forum: string | null;
  readonly contribution: ((found: ContributionDocument) => string) | null;
  readonly fingerprint: string | null;
}

/** Markup that needs no more escaping. Everything else that goes into `html` is escaped. */
class Markup {
  constructor(readonly text: string) {}
}
type Part = Markup | string | number | null | undefined | false | readonly Part[];

function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    strings.map((string, i) => string + (i < parts.length ? written(parts[i]) : '')).join(''),
  );
}

function written(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(written).join('');
  if (part === null || part === undefined || part === false) return '';
  return String(part).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The published appeal as a page that needs no script. Pure. */
export function renderAppeal({ appeal, contributions }: Shown, lang: Lang, places: Places): string {
  const words = RELEASE_WORDS[lang];
  const known = byId(contributions);
  const { title, forum, publishedAt } = appeal;
  const body = html`<a class="skip" href="#text">${words.skip}</a>
<header>
<p class="forum">${linked(places.forum, forum.title[lang])}</p>
${places.language && languages(lang, places.language, words)}
</header>
<main id="text">
<h1>${title[lang]}</h1>
<p class="date">${publishedAt === null ? words.draft : words.published(dayText(publishedAt, lang))}</p>
${forum.sample && html`<p class="sample">${words.sample}</p>`}
${partsOf(appeal, lang).map(
  ({ heading, clauses }, i) => html`<section aria-labelledby="s${i}">
<h2 id="s${i}">${heading}</h2>
${clauses.map((clause) => renderClause(clause, lang, known, places))}</section>
`,
)}</main>
<footer>
<p class="form">${words.form}</p>
${figures(appeal, lang, words)}
${votes(appeal, words, known)}
${places.file && downloads(appeal, lang, { ...places, file: places.file }, words)}
</footer>`;
  return page(title[lang], lang, places.style, body);
}

/** What a reader sees under an address where nothing was published. */
export function renderMissing(lang: Lang, style: string): string {
  const { missing, missingHint } = RELEASE_WORDS[lang];
  return page(missing, lang, style, html`<main id="text"><h1>${missing}</h1><p>${missingHint}</p></main>`);
}

function page(title: string, lang: Lang, style: string, body: Markup): string {
  return html`<!doctype html>
<html lang="${lang}" dir="${DIRECTION[lang]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
${body}
</body>
</html>
`.text;
}

function languages(lang: Lang, address: (lang: Lang) => string, words: Words): Markup {
  const link = (each: Lang) =>
    html`<li><a href="${address(each)}" lang="${each}" hreflang="${each}"${
      each === lang && html` aria-current="page"`
    }>${RELEASE_WORDS[each].name}</a></li>`;
  return html`<nav aria-label="${words.languages}"><ul>${LANGS.map(link)}</ul></nav>`;
}

function renderClause(
  clause: ClauseDocument,
  lang: Lang,
  known: ReadonlyMap<string, ContributionDocument>,
  places: Places,
): Markup {
  const words = RELEASE_WORDS[lang];
  const reading = readingOf(clause, lang);
  const number = clause.number === null ? '¶' : String(clause.number);
  const form = clause.editorial === 'template';
  return html`<div class="clause${form && ' joining'}" id="${clause.anchor}">
<a class="number" href="#${clause.anchor}" aria-label="${words.permalink(clause.number === null ? clause.anchor : number)}">${number}</a>
<p${foreign(reading)}>${reading.text}</p>
${!reading.translated && html`<p class="note">${words.untranslated(languageName(reading.lang, lang))}</p>`}
${clause.editorial !== null && !form && html`<p class="note">${words.editorial(clause.editorial)}</p>`}
${clause.sources.length > 0 && whence(clause, lang, known, places)}</div>
`;
}

function whence(
  { score, sources }: ClauseDocument,
  lang: Lang,
  known: ReadonlyMap<string, ContributionDocument>,
  places: Places,
): Markup {
  const words = RELEASE_WORDS[lang];
  return html`<details>
<summary>${words.whence(sources.length)}</summary>
${score && html`<p class="note">${words.behind(score)}</p>`}
<ul>${sources.map((source) => renderSource(source, lang, known.get(source.contribution.id), places))}</ul>
</details>
`;
}

function renderSource(
  { quote, use, lang: quoteLang }: SourceDocument,
  lang: Lang,
  found: ContributionDocument | undefined,
  { contribution }: Places,
): Markup {
  // Each part by itself: a Latin title beside a Latin city would else change places in an Arabic line.
  const parts = nameOf(found, lang).map((part, i) => html`${i > 0 && SEPARATOR[lang]}<bdi>${part}</bdi>`);
  const name = html`${parts}`;
  return html`<li><blockquote lang="${quoteLang}" dir="${directionOf(quoteLang)}">${quote}</blockquote>
<p class="note">${linked(found && contribution ? contribution(found) : null, name)} <span class="use">${RELEASE_WORDS[lang].uses[use]}</span></p></li>
`;
}

function linked(address: string | null, name: string | Markup): Markup {
  return address === null ? html`${name}` : html`<a href="${address}">${name}</a>`;
}

function foreign({
  lang,
  dir,
  translated,
}: {
  lang: string;
  dir: string;
  translated: boolean;
}): Markup | null {
  return translated ? null : html` lang="${lang}" dir="${dir}"`;
}

function figures({ coverage }: AppealDocument, lang: Lang, words: Words): Markup {
  return html`<section aria-labelledby="figures">
<h2 id="figures">${words.figures}</h2>
<p>${words.contributions(coverage.total)}</p>
<dl class="fates">${FATES.map(
    (fate) => html`<div><dt>${words.fates[fate]}</dt><dd>${coverage.byFate[fate]}</dd></div>`,
  )}</dl>
${participants(coverage, lang, words)}
</section>`;
}

/** Every city that took part, with how much of what it said is in the appeal: those of which nothing is, too. */
function participants({ byCity }: AppealDocument['coverage'], lang: Lang, words: Words): Markup | null {
  const cities = byCity.flatMap(({ cityName, ...rest }) =>
    cityName ? { name: cityName[lang], ...rest } : [],
  );
  if (cities.length === 0) return null;
  return html`<h3 id="cities">${words.cities}</h3>
<table aria-labelledby="cities">
<thead><tr>${words.cityColumns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${cities.map(
    ({ name, total, used, clauses }) => html`<tr><th scope="row">${name}</th>${[total, used, clauses].map(
      (value) => html`<td>${value}</td>`,
    )}</tr>
`,
  )}</tbody>
</table>`;
}

function votes(
  { polls }: AppealDocument,
  words: Words,
  known: ReadonlyMap<string, ContributionDocument>,
): Markup | null {
  const shown = polls.filter(({ proposalId }) => known.has(proposalId));
  if (shown.length === 0) return null;
  return html`<section aria-labelledby="votes">
<h2 id="votes">${words.votes}</h2>
<ul>${shown.map(
    ({ proposalId, adopted }) =>
      html`<li>${words.vote(words.proposal(known.get(proposalId)?.number ?? null), adopted)}</li>`,
  )}</ul>
</section>`;
}

function downloads(
  appeal: AppealDocument,
  lang: Lang,
  { file, zip, fingerprint }: Places & { readonly file: (path: string) => string },
  words: Words,
): Markup {
  const item = (href: string, label: string) => html`<li><a href="${href}">${label}</a></li>`;
  return html`<section aria-labelledby="take">
<h2 id="take">${words.take}</h2>
<ul class="files">${item(file(`appeal.${lang}.pdf`), words.pdf)}${item(
    file('appeal.json'),
    words.json,
  )}${item(file('contributions.csv'), words.sourcesCsv)}${zip && item(zip, words.zip)}</ul>
<p>${words.check}</p>
<pre dir="ltr"><code>npx nidaa verify ${appeal.origin}/appeals/${appeal.slug}</code></pre>
${fingerprint && html`<p class="note">${words.key} <code dir="ltr">${fingerprint}</code></p>`}
</section>`;
}
