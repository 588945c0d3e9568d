import { languageName } from '../../kernel/language-names.js';
import type { Lang } from '../../kernel/localized.js';
import { differences } from '../../text/differences.js';
import type { Draft } from '../compile/draft.js';
import { html, linked, type Markup } from './markup.js';
import { type Places, voteAt } from './places.js';
import { directionOf, nameOf, readingOf, SEPARATOR, tallyOf } from './reading.js';
import type {
  AppealDocument,
  ClauseDocument,
  ContributionDocument,
  PollDocument,
  SourceDocument,
} from './release.format.js';
import { SITE_WORDS } from './words/site-words.js';
import { RELEASE_WORDS } from './words/words.js';

/** What stands around the clauses of a page. */
export interface Around {
  readonly lang: Lang;
  readonly known: ReadonlyMap<string, ContributionDocument>;
  readonly places: Places;
  readonly draft: Draft;
  readonly polls: AppealDocument['polls'];
  /** The names of cities that reserved a clause, by its anchor. */
  readonly reserved: ReadonlyMap<string, readonly string[]>;
}

/** One clause under its own anchor, with where it comes from. */
export function clauseHtml(clause: ClauseDocument, around: Around): Markup {
  const { lang } = around;
  const words = RELEASE_WORDS[lang];
  const reading = readingOf(clause, lang);
  const number = clause.number === null ? '¶' : String(clause.number);
  const form = clause.editorial === 'template';
  return html`<div class="clause${form && ' joining'}" id="${clause.anchor}">
<a class="number" href="#${clause.anchor}" aria-label="${words.permalink(clause.number === null ? clause.anchor : number)}">${number}</a>
<p${foreign(reading)}>${reading.text}</p>
${!reading.translated && html`<p class="note">${words.untranslated(languageName(reading.lang, lang))}</p>`}
${clause.editorial !== null && !form && html`<p class="note">${words.editorial(clause.editorial)}</p>`}
${reservedHtml(clause, around)}${clause.drafted.as !== 'drafted' && editedHtml(clause, around)}
${clause.sources.length > 0 && whence(clause, around)}</div>
`;
}

/** Which cities adopt the text except for this clause; their words stand with their signatures. */
function reservedHtml({ anchor }: ClauseDocument, { lang, reserved }: Around): Markup | null {
  const cities = reserved.get(anchor);
  if (!cities) return null;
  const said = RELEASE_WORDS[lang].reservation(cities.join(SEPARATOR[lang]));
  return html`<p class="note"><a href="#signatures">${said}</a></p>
`;
}

/** What editors changed is told apart: the draft's words, with what was taken out and put in. */
function editedHtml({ drafted, texts }: ClauseDocument, { lang, draft }: Around): Markup {
  const words = RELEASE_WORDS[lang];
  const before = drafted.clause === null ? undefined : draft.clauses[drafted.clause];
  if (!before) return html`<p class="note">${words.written}</p>`;
  const spoken = Object.keys(before.texts).filter((each) => before.texts[each] !== texts[each]);
  const shown = spoken.includes(lang) ? lang : spoken[0];
  if (shown === undefined) return html`<p class="note">${words.edited}</p>`;
  const parts = differences(before.texts[shown] ?? '', texts[shown] ?? '').map(({ op, text }) => {
    if (op === 'keep') return html`${text}`;
    return op === 'insert' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`;
  });
  return html`<details>
<summary>${words.edited}</summary>
<p class="note">${words.draftedAs}</p>
<blockquote lang="${shown}" dir="${directionOf(shown)}">${parts}</blockquote>
</details>
`;
}

function whence({ score, sources }: ClauseDocument, around: Around): Markup {
  const words = RELEASE_WORDS[around.lang];
  return html`<details>
<summary>${words.whence(sources.length)}</summary>
${score && html`<p class="note">${words.behind(score)}</p>`}
<ul>${sources.map((source) => sourceHtml(source, around))}</ul>
</details>
`;
}

function sourceHtml({ quote, use, lang: quoteLang, contribution }: SourceDocument, around: Around): Markup {
  const { lang, known, polls } = around;
  const poll = polls.find(({ subject }) => subject.id === contribution.id);
  return html`<li><blockquote lang="${quoteLang}" dir="${directionOf(quoteLang)}">${quote}</blockquote>
<p class="note">${contributionHtml(known.get(contribution.id), around)} <span class="use">${RELEASE_WORDS[lang].uses[use]}</span></p>${poll && voted(poll, around)}</li>
`;
}

/** How a contribution is named, with the way to where it stands. */
export function contributionHtml(
  found: ContributionDocument | undefined,
  { lang, places }: Pick<Around, 'lang' | 'places'>,
): Markup {
  // Each part by itself: a Latin title beside a Latin city would else change places in an Arabic line.
  const parts = nameOf(found, lang).map((part, i) => html`${i > 0 && SEPARATOR[lang]}<bdi>${part}</bdi>`);
  return linked(found && places.contribution ? places.contribution(found) : null, html`${parts}`);
}

function voted(poll: PollDocument, { lang, places }: Around): Markup {
  const said = `${SITE_WORDS[lang].voted(poll.adopted)}${tallyOf(poll, lang)}`;
  return html`
<p class="note">${linked(voteAt(poll, places), said)}</p>`;
}

export function foreign(reading: { lang: string; dir: string; translated: boolean }): Markup | null {
  return reading.translated ? null : html` lang="${reading.lang}" dir="${reading.dir}"`;
}
