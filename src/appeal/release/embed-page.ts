import { dayText } from '../../kernel/dates.js';
import type { Lang } from '../../kernel/localized.js';
import { foreign } from './clause-html.js';
import { html, page } from './markup.js';
import { partsOf, readingOf } from './reading.js';
import type { AppealDocument } from './release.format.js';
import { SITE_WORDS } from './words/site-words.js';
import { RELEASE_WORDS } from './words/words.js';

/** The text alone, for a frame in somebody's page: every link leaves the frame. Pure. */
export function renderEmbed(
  appeal: AppealDocument,
  lang: Lang,
  { style, canonical }: { readonly style: string; readonly canonical: (lang: Lang) => string },
): string {
  const words = RELEASE_WORDS[lang];
  const address = canonical(lang);
  const out = html` target="_blank" rel="noopener"`;
  const body = html`<main id="text" class="embed">
<h1>${appeal.title[lang]}</h1>
<p class="date">${appeal.publishedAt && words.published(dayText(appeal.publishedAt, lang))}</p>
${appeal.forum.sample && html`<p class="sample">${words.sample}</p>`}
${partsOf(appeal, lang).map(
  ({ heading, clauses }) => html`<h2>${heading}</h2>
${clauses.map((clause) => {
  const reading = readingOf(clause, lang);
  const number = clause.number === null ? '¶' : String(clause.number);
  return html`<div class="clause${clause.editorial === 'template' && ' joining'}"><a class="number" href="${address}#${clause.anchor}"${out}>${number}</a>
<p${foreign(reading)}>${reading.text}</p></div>
`;
})}`,
)}<p><a href="${address}"${out}>${SITE_WORDS[lang].read}</a></p>
</main>`;
  return page(appeal.title[lang], lang, style, body, { canonical: address });
}

/** What oEmbed 1.0 answers a page that asks how to show an address. */
export function oembedOf(
  { title, forum, origin }: AppealDocument,
  lang: Lang,
  embed: string,
  { width, height }: { readonly width: number; readonly height: number },
): object {
  const { text } =
    html`<iframe src="${embed}" width="${width}" height="${height}" title="${title[lang]}"></iframe>`;
  return {
    ...{ version: '1.0', type: 'rich', title: title[lang], html: text, width, height },
    ...{ provider_name: forum.title[lang], provider_url: origin },
  };
}
