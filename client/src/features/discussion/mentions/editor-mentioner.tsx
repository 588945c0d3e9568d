import './mentions.css';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Lang } from '../../../../../src/kernel/localized.js';
import type { Choice } from './choices.js';
import { askedIn, putName } from './in-editor.js';
import type { KeyInList } from './mentioner.js';
import { Suggestions } from './suggestions.js';
import { passKey, useOwnList } from './use-own-list.js';

/**
 * Offers who may be mentioned while an @ is being typed in a text of paragraphs, below the line of the @; keys as in
 * `Mentioner`. What is taken stands there as plain words: its name behind an @, a city's in the language of the text.
 */
export default function EditorMentioner({
  slug,
  lang,
  view,
  state,
}: {
  readonly slug: string;
  readonly lang: Lang;
  readonly view: EditorView;
  readonly state: EditorState;
}) {
  const keys = useRef<KeyInList | null>(null);
  const list = useId();
  const below = useRef<HTMLDivElement>(null);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [closed, setClosed] = useState<number | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [top, setTop] = useState(0);
  // Nothing is offered for what stands there already, before something is typed.
  const [found, setFound] = useState(state.doc);

  const at = state.doc === found ? null : askedIn(state);
  // Behind a name that was taken nothing is asked any more: the list would be in the way of what comes next.
  const asked = at && taken.includes(at.words.trimEnd()) ? null : at;
  const open = asked !== null && asked.from !== closed;
  useOwnList(view.dom, { open, list, active });

  // Closed for this one only.
  if (closed !== null && asked?.from !== closed) setClosed(null);
  const from = asked?.from ?? null;
  useLayoutEffect(() => {
    const frame = view.dom.closest('.editor');
    if (from === null || !frame) return;
    setTop(view.coordsAtPos(from).bottom - frame.getBoundingClientRect().top);
  }, [view, from]);

  // On a phone the line may be the last one over the keys.
  useEffect(() => {
    if (active) below.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const close = useEffectEvent(() => setClosed(from));
  const pressed = useEffectEvent((event: KeyboardEvent) =>
    passKey(event, keys, { open, close: () => close() }),
  );
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    // Before the editor, which would begin a new line.
    view.dom.addEventListener('keydown', (event) => pressed(event), { signal, capture: true });
    view.dom.addEventListener('blur', () => close(), { signal });
    view.dom.addEventListener('focus', () => setFound(view.state.doc), { signal });
    return () => stop.abort();
  }, [view]);

  const take = ({ one }: Choice) => {
    if (!asked) return;
    setTaken([...taken, one.name]);
    view.dispatch(putName(view.state, asked, one.name));
    view.focus();
  };
  if (!open) return null;
  return (
    <div ref={below} className="mention-below" style={{ insetBlockStart: top }}>
      <Suggestions
        id={list}
        slug={slug}
        lang={lang}
        asked={asked}
        keys={keys}
        onActive={setActive}
        onTake={take}
      />
    </div>
  );
}
