import './editor.css';
import type { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import {
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Paragraph, WrittenParagraph } from '../../../../src/text/rich-text.contract.js';
import { directionOf } from '../../i18n/locale.js';
import { readCaret } from './caret.js';
import { takeOver } from './ids.js';
import { LinkDialog } from './link-dialog.js';
import { paragraphsOfDoc } from './paragraphs.js';
import { type Pasted, PasteNote } from './paste-note.js';
import { pasteInto } from './pasting.js';
import { TOOLS, TOOLS_WITHIN, Toolbar } from './toolbar.js';
import { putParagraph, replaceAll, withoutKnownIds, writingOf } from './writing.js';

/** What whoever shows the editor can do to the text in it. */
export interface Writing {
  /** Takes over ids that the server gave, by those that they replace. */
  takeOver(given: ReadonlyMap<string, string>): void;
  /** Puts a paragraph in the place of its id, or behind the one with the id `after`. */
  put(paragraph: Paragraph, after: string | null): void;
  /** Another text in place of this one. */
  replace(paragraphs: readonly WrittenParagraph[]): void;
}

export interface ParagraphsEditorProps {
  readonly label: string;
  /** Language of what is written. */
  readonly lang: string;
  /** What one begins with; a later value changes nothing, see `Writing`. */
  readonly paragraphs: readonly WrittenParagraph[];
  /** Told at each change. What was never saved has an id of this device (`forWire` takes it off). */
  readonly onChange: (paragraphs: readonly Paragraph[]) => void;
  readonly hint?: ReactNode;
  readonly problem?: string | null;
  readonly writing?: Ref<Writing>;
  /** What is shown over the text while it is being written, as a list of names to choose from. */
  readonly over?: (view: EditorView, state: EditorState) => ReactNode;
  /** One paragraph, which stays one: Enter begins a new line in it. Its tools show while it is being written in. */
  readonly single?: boolean;
}

/** A text of paragraphs, with emphasis, lists, quotes and links. */
export default function ParagraphsEditor(props: ParagraphsEditorProps) {
  const { label, lang, hint, problem, single = false } = props;
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const [shown, setShown] = useState<EditorView | null>(null);
  const [state, setState] = useState(() => writingOf(props.paragraphs, single));
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const [linking, setLinking] = useState(false);
  const onChange = useRef(props.onChange);
  onChange.current = props.onChange;

  const said = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const attributes = useMemo(
    () => ({
      id,
      class: `input editor-surface${single ? ' editor-surface-low' : ''}`,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': `${id}-label`,
      lang,
      dir: directionOf(lang),
      ...(said && { 'aria-describedby': said }),
      ...(problem && { 'aria-invalid': 'true' }),
    }),
    [id, lang, said, problem, single],
  );
  const begun = useRef({ state, attributes });

  useEffect(() => {
    const made: EditorView = new EditorView(place.current, {
      ...begun.current,
      dispatchTransaction: (transaction) => {
        const before = made.state.doc;
        const next = made.state.apply(transaction);
        made.updateState(next);
        setState(next);
        if (next.doc !== before) onChange.current(paragraphsOfDoc(next.doc));
      },
      transformPasted: (slice) => (made.dragging ? slice : withoutKnownIds(slice, made.state)),
      handleDOMEvents: {
        paste: (_, event) => pasteInto(made, event, event.clipboardData, single, setPasted),
        drop: (_, event) => !made.dragging && pasteInto(made, event, event.dataTransfer, single, setPasted),
      },
      handleKeyDown: (_, event) => {
        readCaret(made);
        if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return false;
        setLinking(true);
        return true;
      },
    });
    view.current = made;
    setShown(made);
    return () => {
      begun.current = { ...begun.current, state: made.state };
      view.current = null;
      made.destroy();
    };
  }, [single]);

  useEffect(() => view.current?.setProps({ attributes }), [attributes]);

  useImperativeHandle(props.writing, () => {
    const dispatch: EditorView['dispatch'] = (transaction) => view.current?.dispatch(transaction);
    const now = () => view.current?.state ?? begun.current.state;
    return {
      takeOver: (given) => given.size > 0 && dispatch(takeOver(now().tr, given)),
      put: (paragraph, after) => dispatch(putParagraph(now(), paragraph, after)),
      replace: (paragraphs) => dispatch(replaceAll(now(), paragraphs)),
    };
  }, []);

  return (
    <div className={`field editor${single ? ' editor-single' : ''}`}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as a label does; the keyboard reaches the text itself */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the same */}
      <span id={`${id}-label`} className="label" onClick={() => view.current?.focus()}>
        {label}
      </span>
      <Toolbar
        label={label}
        controls={id}
        tools={single ? TOOLS_WITHIN : TOOLS}
        state={state}
        onCommand={(command) => {
          if (!view.current) return;
          command(view.current.state, view.current.dispatch);
          view.current.focus();
        }}
        onLink={() => setLinking(true)}
      />
      <div ref={place} />
      {shown && props.over?.(shown, state)}
      <PasteNote pasted={pasted} onClose={() => setPasted(null)} />
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      {problem && (
        <span id={`${id}-problem`} className="problem">
          {problem}
        </span>
      )}
      {linking && (
        <LinkDialog
          state={state}
          onClose={() => setLinking(false)}
          onCommand={(command) => {
            setLinking(false);
            if (view.current) command(view.current.state, view.current.dispatch);
          }}
        />
      )}
    </div>
  );
}
