import type { Lang } from '../../kernel/localized.js';
import { type Around, contributionHtml } from './clause-html.js';
import { html, type Markup } from './markup.js';
import { directionOf, nameOf, SEPARATOR } from './reading.js';
import type { AppealDocument, ContributionDocument } from './release.format.js';
import { RELEASE_WORDS } from './words/words.js';

/** What was discussed of one topic, as it is annexed in one language; the quotes are in their own. */
export interface DiscussedPart {
  readonly heading: string;
  readonly quotes: readonly {
    readonly text: string;
    readonly lang: string;
    readonly dir: 'ltr' | 'rtl';
    /** "Discussion “The medina”, Coimbra". */
    readonly name: string;
    readonly from: string;
  }[];
}

/** The annex of what was discussed, topic by topic; none in an appeal of before nidaa-appeal/4. */
export function discussedParts(
  { discussed = [], topics }: AppealDocument,
  known: ReadonlyMap<string, ContributionDocument>,
  lang: Lang,
): DiscussedPart[] {
  const headingOf = new Map(topics.map(({ id, name }) => [id, name[lang]]));
  return discussed.map(({ topicId, quotes }) => ({
    heading: headingOf.get(topicId ?? '') ?? RELEASE_WORDS[lang].otherMatters,
    quotes: quotes.map(({ contribution: { id }, lang: spoken, quote }) => ({
      ...{ text: quote, lang: spoken, dir: directionOf(spoken), from: id },
      name: nameOf(known.get(id), lang).join(SEPARATOR[lang]),
    })),
  }));
}

/** On a page: below the text, marked as quoted, each with the way to where it stands. */
export function discussedHtml(
  appeal: AppealDocument,
  around: Omit<Around, 'draft' | 'reserved'>,
): Markup | null {
  const { lang, known } = around;
  const parts = discussedParts(appeal, known, lang);
  if (parts.length === 0) return null;
  const words = RELEASE_WORDS[lang];
  const quoted = ({ text, lang: spoken, dir, from }: DiscussedPart['quotes'][number]): Markup =>
    html`<li><blockquote lang="${spoken}" dir="${dir}">${text}</blockquote>
<p class="note">${contributionHtml(known.get(from), around)}</p></li>
`;
  return html`<section class="discussed" aria-labelledby="discussed">
<h2 id="discussed">${words.discussed}</h2>
<p class="note">${words.discussedWhat}</p>
${parts.map(
  ({ heading, quotes }) => html`<h3>${heading}</h3>
<ul>${quotes.map(quoted)}</ul>
`,
)}</section>
`;
}
