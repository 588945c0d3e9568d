import type { Cluster } from './clusters.js';
import { isAdopted, kindOf } from './clusters.js';
import type { ContributionRef, DraftClause, DraftSource, Texts } from './draft.js';
import type { Passage } from './passages.js';
import { polish } from './polish.js';
import { ENDS, type TemplateWords, WORDS } from './template/words.js';
import type { Unit } from './units.js';

/** A campaign may bring thousands of sources for one clause: so many are named, all are counted. */
const SOURCES_NAMED = 60;

/** Makes a clause of a chosen cluster: the leader's words, then everybody who said the like as its sources. */
export function clauseOf(cluster: Cluster, topicId: string | null): DraftClause {
  const { leader, members } = cluster;
  return {
    kind: kindOf(leader),
    topicId,
    lang: leader.passage.lang,
    texts: textsOf(leader),
    editorial: null,
    sources: [
      ...sourcesOf(leader, leader.passage.whole ? 'verbatim' : 'condensed'),
      ...members.slice(0, SOURCES_NAMED - 1).flatMap(({ unit }) => sourcesOf(unit, 'inspired').slice(0, 1)),
    ],
    score: cluster.score,
  };
}

/** The contributions behind a cluster, named or not. */
export function contributionsBehind({ leader, members }: Cluster): ContributionRef[] {
  return [leader.contribution.ref, ...members.map(({ unit }) => unit.contribution.ref)];
}

/** In which part of a section a cluster stands; each part but the first has a lead of its own. */
export const PARTS = ['voice', 'adopted', 'norm', 'measure'] as const;
export function partOf({ leader }: Cluster): (typeof PARTS)[number] {
  if (leader.form === 'voice') return 'voice';
  if (isAdopted(leader)) return 'adopted';
  return leader.form === 'measure' ? 'measure' : 'norm';
}

function textsOf(unit: Unit): Texts {
  return Object.fromEntries(
    [unit.passage, ...unit.parallels].map((passage) => [passage.lang, textOf(unit, passage)]),
  );
}

function textOf(unit: Unit, { lang, quotes }: Passage): string {
  const { comma, stop } = endsOf(lang);
  return quotes.map((quote) => polish(quote, unit.form === 'preambular' ? comma : stop)).join(' ');
}

function endsOf(lang: string): Pick<TemplateWords, 'comma' | 'stop'> {
  return (WORDS as Readonly<Record<string, TemplateWords>>)[lang] ?? ENDS;
}

function sourcesOf({ contribution, passage }: Unit, use: DraftSource['use']): DraftSource[] {
  return passage.quotes.map((quote) => ({ contribution: contribution.ref, lang: passage.lang, quote, use }));
}
