import type { Lang } from '../../kernel/localized.js';
import { FATES } from '../appeal.contract.js';
import { html, linked, type Markup } from './markup.js';
import { type Places, type SitePlaces, voteAt } from './places.js';
import { tallyOf } from './reading.js';
import type { AppealDocument, CityDocument, ContributionDocument, PollDocument } from './release.format.js';
import { SITE_WORDS } from './words/site-words.js';
import { RELEASE_WORDS } from './words/words.js';

/** How many contributions there were, and what became of them. */
export function figures({ coverage }: AppealDocument, lang: Lang, site: SitePlaces | null): Markup {
  const words = RELEASE_WORDS[lang];
  return html`<section aria-labelledby="figures">
<h2 id="figures">${words.figures}</h2>
<p>${words.contributions(coverage.total)}</p>
<dl class="fates">${FATES.map(
    (fate) => html`<div><dt>${words.fates[fate]}</dt><dd>${coverage.byFate[fate]}</dd></div>`,
  )}</dl>
${site && html`<p><a href="${site.fates(lang)}">${SITE_WORDS[lang].allFates}</a></p>`}
</section>`;
}

/** The cities on a map of the land without borders, and in a table for those who do not see it. */
export function cities(
  { cities: all, coverage, signatures }: AppealDocument,
  lang: Lang,
  { map }: Pick<Places, 'map'>,
): Markup | null {
  if (all.length === 0) return null;
  const words = SITE_WORDS[lang];
  const positions = new Map(signatures.map(({ city, act }) => [city, act]));
  const figuresOf = new Map(coverage.byCity.map((each) => [each.cityName?.en ?? '', each]));
  const named = [...all].sort((a, b) => (a.name[lang] < b.name[lang] ? -1 : 1));
  const row = ({ id, name, country, latitude, longitude }: CityDocument) => {
    const figure = figuresOf.get(name.en);
    const act = positions.get(id);
    const position = positions.size > 0 && html`<td>${act ? RELEASE_WORDS[lang].acts[act] : '–'}</td>`;
    const place = latitude === null || longitude === null ? '' : `${round(latitude)}, ${round(longitude)}`;
    return html`<tr><th scope="row">${name[lang]}</th>${position}<td>${country}</td><td dir="ltr">${place}</td><td>${figure?.total ?? 0}</td><td>${figure?.used ?? 0}</td><td>${figure?.clauses ?? 0}</td></tr>
`;
  };
  return html`<section aria-labelledby="cities">
<h2 id="cities">${words.map}</h2>
${map?.(named, lang, positions)}
<details>
<summary>${words.cities(all.length)}</summary>
<div class="wide" tabindex="0" role="region" aria-label="${words.cities(all.length)}"><table>
<thead><tr><th scope="col">${words.city}</th>${positions.size > 0 && html`<th scope="col">${words.position}</th>`}<th scope="col">${words.country}</th><th scope="col">${words.place}</th><th scope="col">${words.contributionsOf}</th><th scope="col">${words.used}</th><th scope="col">${words.clauses}</th></tr></thead>
<tbody>${named.map(row)}</tbody>
</table></div>
</details>
</section>`;
}

const round = (degrees: string): string => Number(degrees).toFixed(2);

export function votes(
  { polls }: AppealDocument,
  lang: Lang,
  known: ReadonlyMap<string, ContributionDocument>,
  places: Places,
): Markup | null {
  const words = RELEASE_WORDS[lang];
  const line = (poll: PollDocument, said: string): Markup =>
    html`<li>${linked(voteAt(poll, places), `${said}${tallyOf(poll, lang)}`)}</li>`;
  const shown = polls.flatMap((poll) => {
    if (poll.subject.kind !== 'proposal')
      return [line(poll, words.answered(poll.question[lang], poll.adopted))];
    const proposal = known.get(poll.subject.id);
    return proposal ? [line(poll, words.vote(words.proposal(proposal.number), poll.adopted))] : [];
  });
  if (shown.length === 0) return null;
  return html`<section aria-labelledby="votes">
<h2 id="votes">${words.votes}</h2>
<ul>${shown}</ul>
</section>`;
}

/** The files that a reader looks for, by name; all others are in the list below them. */
function wanted(lang: Lang): readonly (readonly [path: string, label: string])[] {
  const [words, site] = [RELEASE_WORDS[lang], SITE_WORDS[lang]];
  return [
    [`appeal.${lang}.pdf`, words.pdf],
    [`appeal.${lang}.docx`, site.doc],
    ['appeal.all.pdf', site.allPdf],
    [`appeal.${lang}.archive.pdf`, site.archivePdf],
    [`appeal.${lang}.akn.xml`, site.akn],
    ['appeal.json', words.json],
    ['contributions.csv', words.sourcesCsv],
    [`data-card.${lang}.md`, site.card],
    [`LICENCE.${lang}.txt`, site.licence],
  ];
}

export function downloads(
  appeal: AppealDocument,
  lang: Lang,
  { file, zip, fingerprint, site }: Places & { readonly file: (path: string) => string },
): Markup {
  const words = RELEASE_WORDS[lang];
  const sizes = new Map(site?.files.map(({ path, bytes }) => [path, bytes]));
  const item = (href: string, label: string, bytes?: number) =>
    html`<li><a href="${href}">${label}</a>${bytes !== undefined && html` <small>${size(bytes)}</small>`}</li>`;
  return html`<section aria-labelledby="take">
<h2 id="take">${words.take}</h2>
<ul class="files">${zip && item(zip, words.zip)}${wanted(lang).map(([path, label]) =>
    item(file(path), label, sizes.get(path)),
  )}</ul>
${site && allFiles(site, lang, file)}
<p>${words.check}${site && html` <a href="${site.check}">${SITE_WORDS[lang].checkHere}</a>`}</p>
<pre dir="ltr"><code>npx nidaa verify ${appeal.origin}/appeals/${appeal.slug}</code></pre>
${fingerprint && html`<p class="note">${words.key} <code dir="ltr">${fingerprint}</code></p>`}
${site && around(site, lang)}
</section>`;
}

function allFiles({ files }: SitePlaces, lang: Lang, file: (path: string) => string): Markup {
  const words = SITE_WORDS[lang];
  return html`<details>
<summary>${words.files} (${files.length})</summary>
<div class="wide" tabindex="0" role="region" aria-label="${words.files}"><table dir="ltr">
<thead><tr><th scope="col">${words.file}</th><th scope="col">${words.size}</th><th scope="col">${words.hash}</th></tr></thead>
<tbody>${files.map(
    ({ path, bytes, sha256 }) =>
      html`<tr><th scope="row"><a href="${file(path)}">${path}</a></th><td>${size(bytes)}</td><td><code>${sha256}</code></td></tr>
`,
  )}</tbody>
</table></div>
</details>`;
}

function around(site: SitePlaces, lang: Lang): Markup {
  const words = SITE_WORDS[lang];
  const frame = `<iframe src="${site.embed(lang)}" width="100%" height="600"></iframe>`;
  return html`<details>
<summary>${words.embed}</summary>
<p>${words.embedText}</p>
<pre dir="ltr"><code>${frame}</code></pre>
</details>
<p><a href="${site.feed(lang)}" type="application/atom+xml">${words.feed}</a></p>`;
}

/** In binary units, which read the same in every language; the direction keeps number and unit in their order. */
function size(bytes: number): Markup {
  const said = bytes < 1024 ? `${bytes} B` : `${Math.ceil(bytes / 1024)} KiB`;
  return html`<bdi dir="ltr">${said}</bdi>`;
}
