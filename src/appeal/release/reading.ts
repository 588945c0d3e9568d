import { dayText } from '../../kernel/dates.js';
import { DIRECTION, isLang, LANGS, type Lang, type Localized } from '../../kernel/localized.js';
import type { Texts } from '../compile/draft.js';
import type { AppealDocument, ClauseDocument, ContributionDocument, PollDocument } from './release.format.js';
import { RELEASE_WORDS } from './words/words.js';

/** A run of clauses under one heading. */
export interface Part {
  readonly heading: string;
  readonly clauses: readonly ClauseDocument[];
}

/** The parts in reading order: the preamble, then a section for each topic. */
export function partsOf({ clauses, topics }: AppealDocument, lang: Lang): Part[] {
  const words = RELEASE_WORDS[lang];
  const nameOf = new Map(topics.map(({ id, name }) => [id, name[lang]]));
  const parts: { key: string; heading: string; clauses: ClauseDocument[] }[] = [];
  for (const [i, clause] of clauses.entries()) {
    const closes = i === clauses.length - 1 && clause.editorial === 'template' && clause.topicId === null;
    const section = nameOf.get(clause.topicId ?? '') ?? (closes ? words.closing : words.otherMatters);
    const preamble = clause.kind === 'preambular';
    // By what they belong to, not by how it is called: the parts are the same in every language.
    const key = preamble ? 'preamble' : closes ? 'closing' : `topic ${clause.topicId}`;
    const last = parts.at(-1);
    if (last?.key === key) last.clauses.push(clause);
    else parts.push({ key, heading: preamble ? words.preamble : section, clauses: [clause] });
  }
  return parts;
}

export interface Reading {
  readonly text: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Whether it is there in the wished language. */
  readonly translated: boolean;
}

/** A clause's text in the wished language, else in the one it was written in, else in any. */
export function readingOf({ texts, lang }: { texts: Texts; lang: string }, wished: Lang): Reading {
  const found = [wished, lang, ...LANGS, ...Object.keys(texts)].find((each) => texts[each]) ?? wished;
  return { text: texts[found] ?? '', lang: found, dir: directionOf(found), translated: found === wished };
}

const RIGHT_TO_LEFT = ['fa', 'he', 'ur'];

export function directionOf(lang: string): 'ltr' | 'rtl' {
  return isLang(lang) ? DIRECTION[lang] : RIGHT_TO_LEFT.includes(lang) ? 'rtl' : 'ltr';
}

/** When it was published and adopted, in a line; of a draft, that it is one. */
export function datesOf({ publishedAt, adoption, polls }: AppealDocument, lang: Lang): string {
  const words = RELEASE_WORDS[lang];
  if (publishedAt === null) return words.draft;
  const published = words.published(dayText(publishedAt, lang));
  if (!adoption) return published;
  const vote = polls.find(({ id }) => id === adoption.round);
  return `${published} · ${words.adopted(dayText(adoption.at, lang))}${vote ? tallyOf(vote, lang) : ''}`;
}

/** How many were for, against and neither, in brackets behind what came of it; nothing where that is not known. */
export function tallyOf({ tally }: PollDocument, lang: Lang): string {
  if (!tally) return '';
  const words = RELEASE_WORDS[lang];
  const { yes, no, abstain } = tally;
  const isWeighted = [yes, no, abstain].some(({ heads, weight }) => weight !== String(heads));
  const counts = words.tally(yes.weight, no.weight, abstain.weight);
  return ` (${isWeighted ? `${counts}${SEPARATOR[lang]}${words.weighted}` : counts})`;
}

/** What stands between the parts of a name. */
export const SEPARATOR: Readonly<Record<Lang, string>> = { ar: '، ', fr: ', ', en: ', ' };

/** How a source is named, in its parts: "Proposal 12", "Strasbourg", "14 supporters". Each may run its own way. */
export function nameOf(found: ContributionDocument | undefined, lang: Lang): readonly string[] {
  if (!found) return [];
  const words = RELEASE_WORDS[lang];
  const what = found.kind === 'proposal' ? words.proposal(found.number) : words.post(found.threadTitle ?? '');
  const city = (found.cityName as Localized | null)?.[lang];
  return [what, city, found.support > 0 ? words.support(found.support) : null].flatMap((part) => part || []);
}

export function byId(
  contributions: readonly ContributionDocument[],
): ReadonlyMap<string, ContributionDocument> {
  return new Map(contributions.map((contribution) => [contribution.id, contribution]));
}
