import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { AMENDMENT_ERRORS } from '../../proposals/amendments/amendments.contract.js';
import { applyChanges, type Change, changesBetween } from '../../text/changes.js';
import type { AmendedClause } from './amended-text.js';
import type { WriteClauseChange } from './clause-amendments.contract.js';

/**
 * The changes that somebody wrote, as they are kept: what changes nothing is left out, and each new clause has an id.
 * `object.missing` names one whose clause is gone, `object.changed` one whose clause is another by now, as
 * `changes.<place>`; `amendment.nothing` where nothing is left. Pure.
 */
export function writtenChanges(
  written: readonly WriteClauseChange[],
  text: readonly AmendedClause[],
  newId: () => string,
): Change[] {
  const words = new Map(text.map((clause) => [clause.id, clause.text]));
  const touched = new Set<string>();
  const changes = written.map((each, at): Change => {
    const refused = (code: 'object.missing' | 'object.changed' | 'request.invalid', rule: string) =>
      refuse(KERNEL_ERRORS, code, { fields: [{ field: `changes.${at}`, rule }] });
    if (each.kind === 'insert') {
      const after = each.after ?? null;
      if (after !== null && !words.has(after)) throw refused('object.missing', 'missing');
      return { kind: 'insert', after, id: newId(), text: each.text as string };
    }
    const id = each.clauseId as string;
    if (!words.has(id)) throw refused('object.missing', 'missing');
    if (words.get(id) !== each.was) throw refused('object.changed', 'changed');
    if (touched.size === touched.add(id).size) throw refused('request.invalid', 'arrayUnique');
    return each.kind === 'delete'
      ? { kind: 'delete', id }
      : { kind: 'replace', id, text: each.text as string };
  });
  const wanted = changesBetween(text, applyChanges(text, changes));
  if (wanted.length === 0) throw refuse(AMENDMENT_ERRORS, 'amendment.nothing');
  return wanted;
}
