import { Selection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { PROPOSAL_LIMITS } from '../../../../src/proposals/proposals.contract.js';
import { paragraphsOfDoc } from './paragraphs.js';
import { type Cleaned, cleanPastedHtml, cleanPastedText, type Gone } from './paste.js';
import { insertParagraphs } from './writing.js';

/** What is told of the last thing that was pasted. */
export type Pasted = { readonly tooLong: true } | { readonly tooLong: false; readonly gone: readonly Gone[] };

/** UTF-16 units of what is looked at, at all: Word writes ten times as much as it says. */
const LOOKED_AT = { html: 4_000_000, text: 1_000_000 };
/** Bytes of a whole text: what one request may carry, less what stands around it. */
const TEXT_MOST = 450_000;

/**
 * Pastes what was copied elsewhere, or dropped from there; what was copied in this editor it handles itself. Answers
 * whether that was done. Nothing is changed where it is too long.
 */
export function pasteInto(
  view: EditorView,
  event: Event,
  data: DataTransfer | null,
  single: boolean,
  tell: (pasted: Pasted | null) => void,
): boolean {
  const html = data?.getData('text/html') ?? '';
  const text = data?.getData('text/plain') ?? '';
  if (!html && !text) return false;
  const tooLong = html.length > LOOKED_AT.html || text.length > LOOKED_AT.text;
  if (!tooLong && !single && isOwn(html)) return false;
  event.preventDefault();
  const cleaned = tooLong ? null : html ? cleanPastedHtml(html) : cleanPastedText(text);
  if (!cleaned || !fits(view, cleaned)) tell({ tooLong: true });
  else {
    if (event instanceof MouseEvent) placeCaret(view, event);
    view.dispatch(insertParagraphs(view.state, single ? asOne(cleaned.paragraphs) : cleaned.paragraphs));
    tell(cleaned.gone.length > 0 ? { tooLong: false, gone: cleaned.gone } : null);
  }
  return true;
}

const asOne = (paragraphs: Cleaned['paragraphs']): Cleaned['paragraphs'] =>
  paragraphs.length > 1
    ? [{ kind: 'text', html: paragraphs.map(({ html }) => html).join('<br />') }]
    : paragraphs;

const isOwn = (html: string): boolean => html.includes('data-pm-slice') && html.includes('data-kind=');

function fits(view: EditorView, { paragraphs }: Cleaned): boolean {
  const all = [...paragraphsOfDoc(view.state.doc), ...paragraphs];
  const bytes = new Blob(all.map(({ html }) => html)).size;
  return (
    all.length <= PROPOSAL_LIMITS.paragraphs &&
    bytes <= TEXT_MOST &&
    paragraphs.every(({ html }) => html.length <= PROPOSAL_LIMITS.paragraph)
  );
}

function placeCaret(view: EditorView, { clientX, clientY }: MouseEvent): void {
  const found = view.posAtCoords({ left: clientX, top: clientY });
  if (!found) return;
  view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(found.pos))));
}
