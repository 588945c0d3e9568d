import type { AppealView, ClauseView } from '../../../../src/appeal/appeal.contract.js';
import type { TopicView } from '../../../../src/forum/forum.contract.js';

export interface AppealSection {
  /** `preamble`, a topic's id, `other` for clauses of no topic, or `closing` for the last word of the compile. */
  readonly id: string;
  readonly topic: TopicView | null;
  readonly clauses: readonly ClauseView[];
}

/** The clauses as the declaration orders them: preamble, topic by topic, what has no topic, and the closing. Empty parts are left out. */
export function sectionsOf(
  { clauses }: Pick<AppealView, 'clauses'>,
  topics: readonly TopicView[],
): readonly AppealSection[] {
  const known = new Set(topics.map(({ id }) => id));
  const last = clauses.at(-1);
  const closing = last?.kind === 'operative' && last.editorial === FORMULA && !last.topicId ? [last] : [];
  const operative = clauses.filter((clause) => clause.kind === 'operative' && !closing.includes(clause));
  const sections = [
    { id: 'preamble', topic: null, clauses: clauses.filter(({ kind }) => kind === 'preambular') },
    ...topics.map((topic) => ({
      id: topic.id,
      topic,
      clauses: operative.filter(({ topicId }) => topicId === topic.id),
    })),
    { id: 'other', topic: null, clauses: operative.filter(({ topicId }) => !topicId || !known.has(topicId)) },
    { id: 'closing', topic: null, clauses: closing },
  ];
  return sections.filter((section) => section.clauses.length > 0);
}

/** A sentence that only leads over to others, which the compile wrote: it says nothing and counts for nothing. */
export const FORMULA = 'template';

/** The numbers under which the published text names its clauses: the operative ones that say something. */
export function numbersOf({ clauses }: Pick<AppealView, 'clauses'>): ReadonlyMap<string, number> {
  const counted = clauses.filter(({ kind, editorial }) => kind === 'operative' && editorial !== FORMULA);
  return new Map(counted.map(({ id }, at) => [id, at + 1]));
}
