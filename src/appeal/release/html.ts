import type { Lang } from '../../kernel/localized.js';
import { cities, downloads, figures, votes } from './about-html.js';
import { clauseHtml } from './clause-html.js';
import { discussedHtml } from './discussed.js';
import type { Shown } from './document.js';
import { html, languages, linked, type Markup, page } from './markup.js';
import type { Places, SitePlaces } from './places.js';
import { byId, datesOf, partsOf } from './reading.js';
import type { AppealDocument, ClauseChange } from './release.format.js';
import { reservedBy, signatures } from './signatories.js';
import { RELEASE_WORDS } from './words/words.js';

/** The published appeal as a page that needs no script. Pure. */
export function renderAppeal({ appeal, contributions, draft }: Shown, lang: Lang, places: Places): string {
  const words = RELEASE_WORDS[lang];
  const known = byId(contributions);
  const { title, forum } = appeal;
  const shown = { lang, known, places, draft, polls: appeal.polls, reserved: reservedBy(appeal, lang) };
  const body = html`<a class="skip" href="#text">${words.skip}</a>
<header>
<p class="forum">${linked(places.forum, forum.title[lang])}</p>
${places.language && languages(lang, places.language)}
</header>
<main id="text">
${places.site?.supersededBy && superseded(places.site, places.site.supersededBy, lang)}
<h1>${title[lang]}</h1>
<p class="date">${datesOf(appeal, lang)}</p>
${forum.sample && html`<p class="sample">${words.sample}</p>`}
${appeal.supersedes && correction(appeal, appeal.supersedes, lang, places.site)}
${partsOf(appeal, lang).map(
  ({ heading, clauses }, i) => html`<section aria-labelledby="s${i}">
<h2 id="s${i}">${heading}</h2>
${clauses.map((clause) => clauseHtml(clause, shown))}</section>
`,
)}${signatures(appeal, lang)}${discussedHtml(appeal, shown)}</main>
<footer>
<p class="form">${words.form}</p>
${figures(appeal, lang, places.site)}
${cities(appeal, lang, places)}
${votes(appeal, lang, known, places)}
${places.file && downloads(appeal, lang, { ...places, file: places.file })}
</footer>`;
  return page(title[lang], lang, places.style, body, headOf(places, lang));
}

/** What a reader sees under an address where nothing was published. */
export function renderMissing(lang: Lang, style: string): string {
  const { missing, missingHint } = RELEASE_WORDS[lang];
  return page(missing, lang, style, html`<main id="text"><h1>${missing}</h1><p>${missingHint}</p></main>`);
}

function headOf({ site, file }: Places, lang: Lang) {
  if (!site) return {};
  const other = (type: string, href: string) => html`<link rel="alternate" type="${type}" href="${href}">`;
  return {
    canonical: site.canonical(lang),
    language: site.canonical,
    links: [
      other('application/atom+xml', site.feed(lang)),
      other('application/json+oembed', site.oembed(lang)),
      ...(file
        ? [
            other('application/ld+json', file('appeal.jsonld')),
            other('application/akn+xml', file(`appeal.${lang}.akn.xml`)),
            other('application/pdf', file(`appeal.${lang}.pdf`)),
          ]
        : []),
    ],
  };
}

function superseded(site: SitePlaces, by: string, lang: Lang): Markup {
  const words = RELEASE_WORDS[lang];
  return html`<p class="sample" role="note">${words.superseded} <a href="${site.appeal(by, lang)}">${words.toCorrection}</a></p>`;
}

function correction(
  { clauses }: AppealDocument,
  { slug, reason, changes }: NonNullable<AppealDocument['supersedes']>,
  lang: Lang,
  site: SitePlaces | null,
): Markup {
  const words = RELEASE_WORDS[lang];
  const before = site?.appeal(slug, lang) ?? null;
  const numberOf = new Map(
    clauses.map(({ anchor, number }) => [anchor, number === null ? anchor : `${number}`]),
  );
  const line = ({ now, before: was, change }: ClauseChange): Markup => {
    const said = words.corrected(change, (now && numberOf.get(now)) ?? was ?? '');
    const there = was === null || before === null ? null : `${before}#${was}`;
    if (now === null) return html`<li>${linked(there, said)}</li>`;
    return html`<li><a href="#${now}">${said}</a>${there && html` (<a href="${there}">${slug}</a>)`}</li>`;
  };
  return html`<section class="sample" aria-labelledby="correction">
<p id="correction">${words.correctionOf} ${linked(before, slug)}</p>
<blockquote dir="auto">${reason}</blockquote>
<ul>${changes.map(line)}</ul>
</section>`;
}
