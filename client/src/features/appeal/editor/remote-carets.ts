import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from 'y-prosemirror';
import * as Y from 'yjs';
import type { Place } from './company.js';

/** Another's caret in one language of the text. */
export interface RemoteCaret {
  /** One a screen. */
  readonly key: string;
  readonly name: string;
  /** Number of its colour, as the style sheet has it. */
  readonly hue: number;
  readonly writing: boolean;
  readonly head: Uint8Array;
  readonly anchor: Uint8Array | null;
}

interface Shown {
  readonly carets: readonly RemoteCaret[];
  readonly set: DecorationSet;
}

/** How long a caret that came, moved or began to write bears its name, which covers words of the line above. */
const NAMED_MS = 4_000;

const KEY = new PluginKey<Shown>('remote-carets');

/** Shows the others' carets and selections, which move with the text as it changes. */
export function remoteCarets(): Plugin<Shown> {
  return new Plugin<Shown>({
    key: KEY,
    state: {
      init: () => ({ carets: [], set: DecorationSet.empty }),
      apply: (transaction, { carets: before, set }, _, state) => {
        const carets = (transaction.getMeta(KEY) as readonly RemoteCaret[] | undefined) ?? before;
        // What others write the shared document knows already; what is written here it takes over after this.
        const known = carets !== before || transaction.getMeta(ySyncPluginKey)?.isChangeOrigin;
        return { carets, set: known ? drawn(state, carets) : set.map(transaction.mapping, transaction.doc) };
      },
    },
    props: { decorations: (state) => KEY.getState(state)?.set },
    view: () => ({ update: keepInside }),
  });
}

export function showCarets(view: EditorView, carets: readonly RemoteCaret[]): void {
  if (carets.length > 0 || (KEY.getState(view.state)?.carets.length ?? 0) > 0)
    view.dispatch(view.state.tr.setMeta(KEY, carets));
}

/** Where the own caret stands, as others can find it whatever is written meanwhile. */
export function ownCaret(state: EditorState): Pick<Place, 'head' | 'anchor'> {
  const { type, binding } = ySyncPluginKey.getState(state);
  const { head, anchor, empty } = state.selection;
  const encoded = (at: number): Uint8Array =>
    Y.encodeRelativePosition(absolutePositionToRelativePosition(at, type, binding.mapping));
  try {
    return { head: encoded(head), anchor: empty ? null : encoded(anchor) };
  } catch {
    // Between two states of the text: the next one tells.
    return { head: null, anchor: null };
  }
}

function drawn(state: EditorState, carets: readonly RemoteCaret[]): DecorationSet {
  const found = carets.flatMap((caret) => {
    const head = placeIn(state, caret.head);
    if (head === null) return [];
    const anchor = caret.anchor && placeIn(state, caret.anchor);
    const widget = Decoration.widget(head, () => element(caret), {
      // Drawn anew, it shows its name anew.
      key: `${caret.key} ${caret.head.join()} ${caret.writing} ${caret.hue}`,
      side: 10,
      ignoreSelection: true,
    });
    if (anchor === null || anchor === head) return [widget];
    const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
    return [widget, Decoration.inline(from, to, { class: `together-selection hue-${caret.hue}` })];
  });
  return DecorationSet.create(state.doc, found);
}

/** A place in the text as it stands; null where it is not there (any more), or not known here yet. */
function placeIn(state: EditorState, place: Uint8Array): number | null {
  const { doc, type, binding } = ySyncPluginKey.getState(state);
  try {
    const at = relativePositionToAbsolutePosition(
      doc,
      type,
      Y.decodeRelativePosition(place),
      binding.mapping,
    );
    return at !== null && at >= 0 && at <= state.doc.content.size ? at : null;
  } catch {
    return null;
  }
}

/** The name is no text of the page: it must not be found or read aloud in the midst of what was written. */
function element({ name, hue }: RemoteCaret): HTMLElement {
  const caret = document.createElement('span');
  caret.className = `together-caret hue-${hue}`;
  // Who is where stands above the text, for whoever does not see it.
  caret.setAttribute('aria-hidden', 'true');
  caret.dataset.name = name;
  setTimeout(() => caret.classList.add('together-caret-still'), NAMED_MS);
  return caret;
}

/** A name stands on the side of its caret where its column has more room, and takes no more than that. */
function keepInside({ dom }: EditorView): void {
  const carets = dom.querySelectorAll<HTMLElement>('.together-caret');
  if (carets.length === 0) return;
  const column = dom.getBoundingClientRect();
  const isRtl = getComputedStyle(dom).direction === 'rtl';
  for (const caret of carets) {
    const { left } = caret.getBoundingClientRect();
    const [before, behind] = isRtl
      ? [column.right - left, left - column.left]
      : [left - column.left, column.right - left];
    caret.classList.toggle('together-caret-turned', before > behind);
    caret.style.setProperty('--room', `${Math.round(Math.max(before, behind))}px`);
  }
}
