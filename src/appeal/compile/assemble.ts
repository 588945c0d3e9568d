import type { Localized } from '../../kernel/localized.js';
import { byCodePoint, fold } from '../../text/fold.js';
import type { ContributionBundle } from './bundle.js';
import { clauseOf, PARTS, partOf } from './clauses.js';
import type { Cluster } from './clusters.js';
import type { DraftClause } from './draft.js';
import { inAll, type Occasion, type TemplateWords } from './template/words.js';

/** What was chosen for one topic; the topic is null for what belongs to none. */
export interface Section {
  readonly topicId: string | null;
  readonly recitals: readonly Cluster[];
  readonly operative: readonly Cluster[];
}

const LEADS = { adopted: 'adoptedLead', norm: 'normLead', measure: 'measureLead' } as const;

/** Puts the chosen wordings into the form of a declaration. Joining words are editorial clauses. */
export function assemble(bundle: ContributionBundle, sections: readonly Section[]): DraftClause[] {
  const occasion = occasionOf(bundle);
  const recitals = sections.flatMap(({ topicId, recitals }) =>
    recitals.map((cluster) => ({ cluster, topicId })),
  );
  const opened = recitals.filter(({ cluster }) => cluster.leader.form === 'preambular');
  const findings = recitals.filter(({ cluster }) => cluster.leader.form === 'statement');
  return [
    editorial('preambular', null, (words) => words.opening(occasion)),
    ...opened.map(({ cluster, topicId }) => clauseOf(cluster, topicId)),
    ...(findings.length ? [editorial('preambular', null, (words) => words.findings)] : []),
    ...findings.map(({ cluster, topicId }) => clauseOf(cluster, topicId)),
    editorial('preambular', null, (words) => words.adopt),
    ...sections.flatMap(operativePart),
    editorial('operative', null, (words) => words.followUp),
  ];
}

export function titleOf(bundle: ContributionBundle): Localized {
  const occasion = occasionOf(bundle);
  return inAll((words) => words.title(occasion));
}

function operativePart({ topicId, operative }: Section): DraftClause[] {
  return PARTS.flatMap((part) => {
    const clusters = operative.filter((cluster) => partOf(cluster) === part);
    if (!clusters.length) return [];
    const lead = part === 'voice' ? [] : [editorial('operative', topicId, (words) => words[LEADS[part]])];
    return [...lead, ...clusters.map((cluster) => clauseOf(cluster, topicId))];
  });
}

function editorial(
  kind: DraftClause['kind'],
  topicId: string | null,
  text: (words: TemplateWords) => string,
): DraftClause {
  return { kind, topicId, lang: 'fr', texts: inAll(text), editorial: 'template', sources: [], score: null };
}

function occasionOf({ forum, cities }: ContributionBundle): Occasion {
  const names = cities.map(({ name }) => name);
  const { title, place, hostCity, startsOn, endsOn } = forum;
  return {
    ...{ title, place, hostCity, startsOn, endsOn },
    cities: names.sort((a, b) => byCodePoint(fold(a.fr), fold(b.fr)) || byCodePoint(a.fr, b.fr)),
  };
}
