import { DIRECTION, LANGS, type Lang } from '../../kernel/localized.js';
import { RELEASE_WORDS } from './words/words.js';

/** Markup that needs no more escaping. Everything else that goes into `html` is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}
export type Part = Markup | string | number | null | undefined | false | readonly Part[];

/** HTML, and XML as well: every sign that means something there is written as its number. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
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

/** What a page says of itself to programs: where it stands, in what languages, what else there is of it. */
export interface Head {
  readonly canonical?: string | null;
  readonly language?: ((lang: Lang) => string) | null;
  readonly links?: readonly Markup[];
}

/** A whole page that needs no script. */
export function page(title: string, lang: Lang, style: string, body: Markup, head: Head = {}): string {
  const { canonical, language, links = [] } = head;
  return html`<!doctype html>
<html lang="${lang}" dir="${DIRECTION[lang]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
${canonical && html`<link rel="canonical" href="${canonical}">\n`}${
  language && LANGS.map((each) => html`<link rel="alternate" hreflang="${each}" href="${language(each)}">\n`)
}${links.map((link) => html`${link}\n`)}</head>
<body>
${body}
</body>
</html>
`.text;
}

/** Links to the same page in each language. */
export function languages(lang: Lang, address: (lang: Lang) => string): Markup {
  const link = (each: Lang) =>
    html`<li><a href="${address(each)}" lang="${each}" hreflang="${each}"${
      each === lang && html` aria-current="page"`
    }>${RELEASE_WORDS[each].name}</a></li>`;
  return html`<nav aria-label="${RELEASE_WORDS[lang].languages}"><ul>${LANGS.map(link)}</ul></nav>`;
}

export function linked(address: string | null, name: string | Markup): Markup {
  return address === null ? html`${name}` : html`<a href="${address}">${name}</a>`;
}
