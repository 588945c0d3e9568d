import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Fragment, type Node, Slice } from 'prosemirror-model';
import { EditorState, Plugin, Selection, type Transaction } from 'prosemirror-state';
import type { Paragraph, WrittenParagraph } from '../../../../src/text/rich-text.contract.js';
import { KEYS, KEYS_WITHIN } from './commands.js';
import { ownIds } from './ids.js';
import { blockOf, docOf } from './paragraphs.js';
import { paragraphType } from './schema.js';

/** A text that is being edited, with what can be undone. */
export function writingOf(paragraphs: readonly WrittenParagraph[], single = false): EditorState {
  const plugins = single ? [staysOne, keymap(KEYS_WITHIN)] : [ownIds(), keymap(KEYS)];
  return EditorState.create({ doc: docOf(paragraphs), plugins: [history(), ...plugins] });
}

const staysOne = new Plugin({ filterTransaction: ({ doc }) => doc.childCount === 1 });

/** Puts paragraphs where the caret is: words into the sentence, paragraphs between paragraphs. */
export function insertParagraphs(state: EditorState, paragraphs: readonly WrittenParagraph[]): Transaction {
  const { $from, empty } = state.selection;
  const blocks = paragraphs.map(({ kind, html }) => blockOf({ kind, html }));
  const here = $from.parent;
  const { tr } = state;
  if (!empty || here.content.size > 0 || blocks.length === 0)
    return tr.replaceSelection(new Slice(Fragment.from(blocks), 1, 1)).scrollIntoView();
  const [first, ...others] = blocks as [Node, ...Node[]];
  const own = paragraphType.create({ ...first.attrs, id: here.attrs.id }, first.content);
  tr.replaceWith($from.before(), $from.after(), [own, ...others]);
  const end = $from.before() + blocks.reduce((size, block) => size + block.nodeSize, 0) - 1;
  return tr.setSelection(Selection.near(tr.doc.resolve(end), -1)).scrollIntoView();
}

/** Puts a paragraph in place of the one with its id; where there is none, behind the one with the id `after`, or first. */
export function putParagraph(state: EditorState, paragraph: Paragraph, after: string | null): Transaction {
  const { doc, tr } = state;
  let place = 0;
  let there: Node | null = null;
  doc.forEach((block, offset) => {
    if (block.attrs.id === paragraph.id) {
      there = block;
      place = offset;
    } else if (!there && block.attrs.id === after) place = offset + block.nodeSize;
  });
  const size = (there as Node | null)?.nodeSize ?? 0;
  return tr.replaceWith(place, place + size, blockOf(paragraph));
}

/** Another text in place of this one; it can be undone. */
export function replaceAll(state: EditorState, paragraphs: readonly WrittenParagraph[]): Transaction {
  return state.tr.replaceWith(0, state.doc.content.size, docOf(paragraphs).content);
}

/** What is pasted of this editor's own brings its ids, but none that is there already. */
export function withoutKnownIds(slice: Slice, { doc, selection: { from, to } }: EditorState): Slice {
  const known = new Set<string>();
  doc.forEach((block, offset) => {
    const goes = from <= offset && offset + block.nodeSize <= to;
    if (!goes) known.add(block.attrs.id);
  });
  const blocks: Node[] = [];
  slice.content.forEach((block) => {
    const taken = block.type === paragraphType && known.has(block.attrs.id);
    blocks.push(taken ? paragraphType.create({ ...block.attrs, id: '' }, block.content) : block);
  });
  return new Slice(Fragment.from(blocks), slice.openStart, slice.openEnd);
}
