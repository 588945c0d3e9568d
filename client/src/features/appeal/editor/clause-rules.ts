import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state';
import { ySyncPluginKey } from 'y-prosemirror';
import { DOCUMENT_LIMITS } from '../../../../../src/appeal/document/document.contract.js';
import { united } from '../../../../../src/text/clause-document/clause-nodes.js';
import { attributesOfNode } from './schema.js';

/** What keeps a change from being made: another writes in a clause that it would reshape, or a clause gets too long. */
export type HeldBack = { readonly by: string } | 'too-long';

export interface ClauseRules {
  /** The name of another who is writing in a clause at the moment. */
  readonly writerOf: (id: string) => string | null;
  readonly onHeldBack: (why: HeldBack) => void;
}

const cameFromOthers = (transaction: Transaction): boolean =>
  Boolean(transaction.getMeta(ySyncPluginKey)?.isChangeOrigin);

export const idsOf = (doc: Node): string[] => doc.children.map(({ attrs }) => attrs.id as string);

/**
 * What clauses are held to, whatever is typed, cut, pasted or deleted: each has an id of its own, of two that are one
 * now the sources are united, and nobody reshapes a clause in which another is writing.
 */
export function clauseRules({ writerOf, onHeldBack }: ClauseRules): Plugin {
  return new Plugin({
    filterTransaction: (transaction, state) => {
      if (!transaction.docChanged || cameFromOthers(transaction)) return true;
      const why = heldBack(state.doc, transaction.doc, writerOf);
      if (why) onHeldBack(why);
      return why === null;
    },
    appendTransaction: (transactions, before, state) =>
      transactions.some((each) => each.docChanged) && !transactions.some(cameFromOthers)
        ? setRight(transactions, before, state)
        : null,
  });
}

function heldBack(before: Node, after: Node, writerOf: ClauseRules['writerOf']): HeldBack | null {
  const [old, now] = [idsOf(before), idsOf(after)];
  const times = (ids: readonly string[], id: string) => ids.filter((each) => each === id).length;
  // Of two that change places either may be written anew where the other was.
  const moves = old.length === now.length;
  for (const [at, id] of old.entries()) {
    const reshaped = times(old, id) !== times(now, id) || (moves && now[at] !== id);
    const writer = reshaped ? writerOf(id) : null;
    if (writer !== null) return { by: writer };
  }
  const tooLong = after.children.some((clause, at) => {
    const length = clause.textContent.length;
    return length > DOCUMENT_LIMITS.text && length > (before.maybeChild(at)?.textContent.length ?? 0);
  });
  return tooLong ? 'too-long' : null;
}

function setRight(
  transactions: readonly Transaction[],
  before: EditorState,
  { doc, tr }: EditorState,
): Transaction | null {
  const joined = joinedBy(transactions, before.doc, doc);
  const wanted = idsWanted(doc);
  doc.forEach((clause, offset, at) => {
    const { id, sources } = attributesOfNode(clause.attrs);
    if (id !== wanted[at]) tr.setNodeAttribute(offset, 'id', wanted[at]);
    const more = joined.filter(({ into }) => into === id).map((each) => each.sources);
    const all = more.reduce(united, sources);
    if (all !== sources && id === wanted[at]) tr.setNodeAttribute(offset, 'sources', all);
  });
  return tr.docChanged ? tr : null;
}

export interface Joined {
  readonly id: string;
  readonly into: string;
  readonly sources: string;
}

/** The clauses that are gone while their last words stand in another: what follows a caret that went back over its border. */
export function joinedBy(transactions: readonly Transaction[], before: Node, after: Node): Joined[] {
  const there = new Set(idsOf(after));
  const joined: Joined[] = [];
  before.forEach((clause, offset) => {
    const { id, sources } = attributesOfNode(clause.attrs);
    if (there.has(id) || clause.content.size === 0) return;
    let end = offset + clause.nodeSize - 1;
    let isGone = false;
    for (const { mapping } of transactions) {
      const result = mapping.mapResult(end, -1);
      isGone ||= result.deletedAcross;
      end = result.pos;
    }
    const around = isGone ? null : after.resolve(Math.min(end, after.content.size));
    const into = around && around.depth > 0 ? (around.node(1).attrs.id as string) : null;
    if (into !== null && into !== id) joined.push({ id, into, sources });
  });
  return joined;
}

/** Of those with the same id, as after a split or a paste, the first that holds words keeps it. */
function idsWanted(doc: Node): string[] {
  const ids = idsOf(doc);
  const owners = new Map<string, number>();
  for (const [at, id] of ids.entries()) {
    const owner = owners.get(id);
    if (owner === undefined || (isBlank(doc.child(owner)) && !isBlank(doc.child(at)))) owners.set(id, at);
  }
  return ids.map((id, at) => (id && owners.get(id) === at ? id : crypto.randomUUID()));
}

const isBlank = (clause: Node): boolean => clause.textContent === '';
