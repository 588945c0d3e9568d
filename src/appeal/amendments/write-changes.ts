import type * as Y from 'yjs';
import type { Lang } from '../../kernel/localized.js';
import type { Change } from '../../text/changes.js';
import { insertClause, removeClause, writeText } from '../../text/clause-document/clause-edits.js';
import type { ProjectedClause } from '../document/projection.js';
import { attributesFor } from '../document/seed.js';
import { sourceOf } from '../languages/language-states.js';

/** What is known of a clause that comes in besides its words. */
export interface NewClause {
  readonly lang: Lang;
  /** Why it stands without source. */
  readonly editorial: string;
}

type Place = Pick<ProjectedClause, 'kind' | 'topicId'>;

/**
 * Makes changes in the shared text. A clause that is replaced keeps its sources and its other languages; one that is new
 * is of the kind and the topic of the clause behind which it stands, or, at the beginning, of the first. Deletions come
 * last, so that what stands behind a clause that goes has its place.
 */
export function writeChanges(
  doc: Y.Doc,
  clauses: readonly ProjectedClause[],
  changes: readonly Change[],
  newClause: (id: string) => NewClause,
): void {
  const known = new Map(clauses.map((clause) => [clause.id, clause]));
  const places = new Map<string, Place>(known);
  const first: Place = clauses[0] ?? { kind: 'operative', topicId: null };
  doc.transact(() => {
    for (const change of changes) {
      const clause = known.get(change.id);
      if (change.kind === 'replace' && clause) writeText(doc, sourceOf(clause), change.id, change.text);
      if (change.kind !== 'insert') continue;
      const { kind, topicId } = (change.after === null ? undefined : places.get(change.after)) ?? first;
      const { lang, editorial } = newClause(change.id);
      const attributes = attributesFor({ id: change.id, kind, topicId, lang, editorial }, []);
      insertClause(doc, attributes, { [lang]: change.text }, change.after);
      places.set(change.id, { kind, topicId });
    }
    for (const { kind, id } of changes) if (kind === 'delete') removeClause(doc, id);
  });
}
