import { type RefObject, useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useLang } from '../../../i18n/i18n.js';
import type { Choice } from './choices.js';
import type { Mentioning } from './mention-area.js';
import { type Asked, askedAt, insertName, withPicked } from './picking.js';
import { Suggestions } from './suggestions.js';
import { passKey, useOwnList } from './use-own-list.js';

/** What the list does with a key that is pressed in the box; whether it was meant for the list. */
export type KeyInList = (key: string) => boolean;

/** Where the caret may have moved, or the text changed. */
const MOVES = ['input', 'keyup', 'click', 'focus'] as const;

/**
 * Listens to a box and offers who may be mentioned while an @ is being typed: arrows choose, Enter takes, Escape
 * closes. The focus stays in the box all the time; the box names the list and the option that is chosen.
 */
export default function Mentioner({
  slug,
  box,
  value,
  onChange,
}: {
  readonly slug: string;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly value: Mentioning;
  readonly onChange: (value: Mentioning) => void;
}) {
  const keys = useRef<KeyInList | null>(null);
  const caret = useRef<number | null>(null);
  const list = useId();
  const { lang } = useLang();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [closed, setClosed] = useState<number | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const open = asked !== null && asked.from !== closed;

  const look = useEffectEvent(() => {
    if (!box.current) return;
    const { selectionStart, selectionEnd, value: text } = box.current;
    const at = selectionStart === selectionEnd ? askedAt(text, selectionStart) : null;
    // Behind a name that was taken nothing is asked any more: the list would be in the way of what comes next.
    const found = at && value.picked.some(({ name }) => name === at.words.trimEnd()) ? null : at;
    setAsked((before) => (before?.from === found?.from && before?.words === found?.words ? before : found));
    if (found?.from !== closed) setClosed(null);
  });
  const close = useEffectEvent(() => setClosed(asked?.from ?? null));
  const pressed = useEffectEvent((event: KeyboardEvent) =>
    passKey(event, keys, { open, close: () => close() }),
  );
  useEffect(() => {
    const area = box.current;
    const stop = new AbortController();
    const { signal } = stop;
    for (const move of MOVES) area?.addEventListener(move, () => look(), { signal });
    area?.addEventListener('keydown', (event) => pressed(event), { signal });
    area?.addEventListener('blur', () => close(), { signal });
    look();
    return () => stop.abort();
  }, [box]);

  // The caret goes behind the name once the text with it is in the box.
  useLayoutEffect(() => {
    if (caret.current === null) return;
    box.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  useOwnList(box.current, { open, list, active });

  const take = ({ one, beside }: Choice) => {
    if (!asked) return;
    const { picked, name } = withPicked(value.picked, one, beside);
    const { text, caret: behind } = insertName(value.body, asked, name);
    caret.current = behind;
    setAsked(null);
    onChange({ body: text, picked });
  };
  if (!open) return null;
  return (
    <Suggestions
      id={list}
      slug={slug}
      lang={lang}
      asked={asked}
      keys={keys}
      onActive={setActive}
      onTake={take}
    />
  );
}
