import { baseKeymap, chainCommands, splitBlockAs, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import type { ParagraphKind } from '../../../../src/text/rich-text.contract.js';
import { brType, emType, linkType, paragraphType, schema, strongType } from './schema.js';

export const toggleStrong = toggleMark(strongType);
export const toggleEm = toggleMark(emType);

/** Makes the paragraphs of the selection this kind, or, where all are, plain text again. */
export function toggleKind(kind: ParagraphKind): Command {
  return (state, dispatch) => {
    const next = isKind(state, kind) ? 'text' : kind;
    const { tr } = state;
    for (const [block, at] of selected(state))
      if (block.attrs.kind !== next) tr.setNodeAttribute(at, 'kind', next);
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

export function isKind(state: EditorState, kind: ParagraphKind): boolean {
  return selected(state).every(([block]) => block.attrs.kind === kind);
}

export function hasMark(
  { doc, selection, storedMarks }: EditorState,
  name: 'strong' | 'em' | 'link',
): boolean {
  const type = schema.marks[name];
  const { from, to, empty, $from } = selection;
  return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type);
}

function selected({ doc, selection: { from, to } }: EditorState): (readonly [Node, number])[] {
  const found: (readonly [Node, number])[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (node.type === paragraphType) found.push([node, at]);
    return false;
  });
  return found;
}

/** Within an item that is no text: Enter where it is empty, and a step back at its beginning, end the list. */
const endList =
  (when: (state: EditorState) => boolean): Command =>
  (state, dispatch) => {
    const { $from, empty } = state.selection;
    if (!empty || $from.parent.attrs.kind === 'text' || !when(state)) return false;
    dispatch?.(state.tr.setNodeAttribute($from.before(), 'kind', 'text').scrollIntoView());
    return true;
  };

const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(brType.create()).scrollIntoView());
  return true;
};

/** Changes places with the paragraph before or after. */
function move(by: -1 | 1): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    const at = $from.index(0);
    const { doc, tr } = state;
    if (at !== $to.index(0) || !doc.maybeChild(at + by)) return false;
    const block = doc.child(at);
    const from = $from.before(1);
    const to = by < 0 ? from - doc.child(at - 1).nodeSize : from + doc.child(at + 1).nodeSize;
    tr.delete(from, from + block.nodeSize).insert(to, block);
    tr.setSelection(TextSelection.create(tr.doc, to + $from.parentOffset + 1, to + $to.parentOffset + 1));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

export const KEYS: Readonly<Record<string, Command>> = {
  ...baseKeymap,
  Enter: chainCommands(
    endList(({ selection: { $from } }) => $from.parent.content.size === 0),
    splitBlockAs(({ type, attrs }) => ({ type, attrs })),
  ),
  Backspace: chainCommands(
    endList(({ selection: { $from } }) => $from.parentOffset === 0),
    baseKeymap.Backspace as Command,
  ),
  'Shift-Enter': breakLine,
  'Mod-Enter': breakLine,
  'Mod-b': toggleStrong,
  'Mod-i': toggleEm,
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  'Alt-ArrowUp': move(-1),
  'Alt-ArrowDown': move(1),
};

/** Where the link begins and ends that the caret is in, with its address; else the selection. */
export function linkAt({ selection: { $from, from, to, empty } }: EditorState): {
  readonly from: number;
  readonly to: number;
  readonly href: string;
} {
  const mark = linkType.isInSet($from.marksAcross($from) ?? $from.marks()) ?? null;
  const under = linkType.isInSet($from.nodeAfter?.marks ?? []) ?? mark;
  const href: string = under?.attrs.href ?? '';
  if (!empty || !under) return { from, to, href };
  const { parent } = $from;
  const start = $from.start();
  let range = { from, to };
  parent.forEach((node, offset) => {
    const begin = start + offset;
    const inside = begin <= from && from <= begin + node.nodeSize;
    if (inside && under.isInSet(node.marks)) range = { from: begin, to: begin + node.nodeSize };
  });
  return { ...range, href };
}

/** Links the selection, or the link that the caret is in; an empty `href` takes the link off. */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    const { from, to } = linkAt(state);
    const { tr } = state;
    if (!href) tr.removeMark(from, to, linkType);
    else if (from === to) tr.insert(from, schema.text(href, [linkType.create({ href })]));
    else tr.removeMark(from, to, linkType).addMark(from, to, linkType.create({ href }));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Where the text is one paragraph. */
export const KEYS_WITHIN: Readonly<Record<string, Command>> = { ...KEYS, Enter: breakLine };
