import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/**
 * Takes the caret from where the browser has it. A browser tells of a moved caret a little later: on a busy phone the
 * next key comes before, and Enter would part the line where the caret was.
 */
export function readCaret(view: EditorView): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? {};
  if (view.composing || !anchorNode || !focusNode) return;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  const { doc, selection, tr } = view.state;
  const anchor = doc.resolve(view.posAtDOM(anchorNode, anchorOffset ?? 0));
  const head = doc.resolve(view.posAtDOM(focusNode, focusOffset ?? 0));
  if (!anchor.parent.inlineContent || !head.parent.inlineContent) return;
  if (anchor.pos !== selection.anchor || head.pos !== selection.head)
    view.dispatch(tr.setSelection(new TextSelection(anchor, head)));
}
