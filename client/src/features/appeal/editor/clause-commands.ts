import { baseKeymap, chainCommands, newlineInCode, splitBlock } from 'prosemirror-commands';
import { type Command, Selection, TextSelection } from 'prosemirror-state';
import { canJoin, canSplit } from 'prosemirror-transform';
import { united } from '../../../../../src/text/clause-document/clause-nodes.js';
import { attributesOfNode, clauseType, paragraphType } from './schema.js';

/** Parts the clause at the caret in two; the second begins with what is behind the caret. */
export const splitClause: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth < 2 || !canSplit(state.doc, $from.pos, 2)) return false;
  const { attrs } = $from.node(1);
  const types = [{ type: clauseType, attrs }, { type: paragraphType }];
  dispatch?.(state.tr.split($from.pos, 2, types).scrollIntoView());
  return true;
};

/** Joins the clause with the one before or behind it; its sources go with it. */
function join(by: -1 | 1, when: (before: boolean) => boolean = () => true): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection;
    if ($from.depth < 1 || !empty) return false;
    const at = $from.index(0);
    const first = by < 0 ? at - 1 : at;
    const { doc, tr } = state;
    if (first < 0 || first + 1 >= doc.childCount || !when(by < 0)) return false;
    let border = 0;
    for (let each = 0; each <= first; each++) border += doc.child(each).nodeSize;
    if (!canJoin(doc, border)) return false;
    const [one, two] = [doc.child(first), doc.child(first + 1)].map(({ attrs }) => attributesOfNode(attrs));
    tr.join(border);
    tr.setNodeAttribute(
      border - doc.child(first).nodeSize,
      'sources',
      united(one?.sources ?? '', two?.sources ?? ''),
    );
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

export const joinWithPrevious = join(-1);

/** Before the first, or behind the last sign of a clause, a deletion joins it to its neighbour. */
const joinAtEdge =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const { $from, empty } = state.selection;
    if (!empty || $from.depth < 2) return false;
    const clause = $from.node(1);
    const atEdge =
      by < 0
        ? $from.index(1) === 0 && $from.parentOffset === 0
        : $from.index(1) === clause.childCount - 1 && $from.parentOffset === $from.parent.content.size;
    return atEdge && join(by)(state, dispatch);
  };

/** Changes places with the clause before or behind. */
export function moveClause(by: -1 | 1): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const { doc, tr } = state;
    const at = $from.index(0);
    if ($from.depth < 1 || !doc.maybeChild(at + by)) return false;
    const clause = doc.child(at);
    const from = $from.before(1);
    const to = by < 0 ? from - doc.child(at - 1).nodeSize : from + doc.child(at + 1).nodeSize;
    tr.delete(from, from + clause.nodeSize).insert(to, clause);
    tr.setSelection(Selection.near(tr.doc.resolve(to + ($from.pos - from))));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** A further clause behind the one at the caret, of its kind and topic; without words or sources. */
export const addClause: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const { doc, tr } = state;
  const here = $from.depth > 0 ? $from.node(1) : doc.lastChild;
  const at = $from.depth > 0 ? $from.after(1) : doc.content.size;
  const attrs = { ...here?.attrs, id: crypto.randomUUID(), sources: '', editorial: '' };
  tr.insert(at, clauseType.create(attrs, paragraphType.create()));
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView());
  return true;
};

export const removeClause: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth < 1) return false;
  dispatch?.(state.tr.delete($from.before(1), $from.after(1)).scrollIntoView());
  return true;
};

/** Another part, topic or reason for the clause at the caret. */
export const describeClause =
  (change: Readonly<Record<string, string>>): Command =>
  (state, dispatch) => {
    const { $from } = state.selection;
    if ($from.depth < 1) return false;
    const { tr } = state;
    for (const [name, value] of Object.entries(change)) tr.setNodeAttribute($from.before(1), name, value);
    dispatch?.(tr);
    return true;
  };

export const CLAUSE_KEYS: Readonly<Record<string, Command>> = {
  ...baseKeymap,
  Enter: chainCommands(newlineInCode, splitBlock),
  'Mod-Enter': splitClause,
  Backspace: chainCommands(joinAtEdge(-1), baseKeymap.Backspace as Command),
  Delete: chainCommands(joinAtEdge(1), baseKeymap.Delete as Command),
  'Alt-ArrowUp': moveClause(-1),
  'Alt-ArrowDown': moveClause(1),
};
