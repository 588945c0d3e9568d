import type { EditorState, Transaction } from 'prosemirror-state';
import { type Asked, askedAt } from './picking.js';

/** What is being looked for in front of the caret; `from` is a position in the document. A line break counts as one. */
export function askedIn({ selection: { $from, empty } }: EditorState): Asked | null {
  if (!empty || !$from.parent.inlineContent) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, '\n', '\n');
  const asked = askedAt(before, before.length);
  return asked && { ...asked, from: $from.start() + asked.from };
}

/** A name in place of what was asked for, as plain words with a blank behind them. */
export function putName(state: EditorState, { from, words }: Asked, name: string): Transaction {
  const to = from + 1 + words.length;
  const { parent, parentOffset } = state.doc.resolve(to);
  const next = parent.textBetween(parentOffset, Math.min(parentOffset + 1, parent.content.size), '\n', '\n');
  return state.tr.insertText(`@${name} `, from, next === ' ' ? to + 1 : to).scrollIntoView();
}
