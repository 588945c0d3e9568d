import type { Lang, Localized } from '../../kernel/localized.js';
import { html } from './markup.js';
import { RELEASE_WORDS } from './words/words.js';

/** One release in the feed. */
export interface FeedEntry {
  readonly slug: string;
  readonly title: Localized;
  readonly forum: Localized;
  readonly publishedAt: Date;
  readonly manifestHash: string;
  /** Why it took another's place; null for a first one. */
  readonly correction: string | null;
}

/** The releases of an installation as Atom (RFC 4287), the latest first. No script, no markup of people's own. Pure. */
export function renderFeed(
  entries: readonly FeedEntry[],
  lang: Lang,
  { origin, self }: { readonly origin: string; readonly self: string },
): string {
  const words = RELEASE_WORDS[lang];
  const updated = entries[0]?.publishedAt ?? new Date(0);
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<id>${origin}/appeals/feed.atom</id>
<title>Nidaa</title>
<updated>${updated.toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${self}"/>
<author><name>Nidaa</name></author>
${entries.map(
  ({ slug, title, forum, publishedAt, manifestHash, correction }) => html`<entry>
<id>urn:sha256:${manifestHash}</id>
<title>${clean(title[lang])}</title>
<updated>${publishedAt.toISOString()}</updated>
<published>${publishedAt.toISOString()}</published>
<link rel="alternate" type="text/html" hreflang="${lang}" href="${origin}/appeals/${slug}?lang=${lang}"/>
<link rel="enclosure" type="application/zip" href="${origin}/appeals/${slug}/release.zip"/>
<summary>${clean(correction === null ? forum[lang] : `${words.correctionOf} ${correction}`)}</summary>
</entry>
`,
)}</feed>
`.text;
}

/** No XML bears these. */
const UNFIT = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const clean = (text: string): string => text.toWellFormed().replace(UNFIT, '');
