import { type RefObject, useEffect } from 'react';
import type { KeyInList } from './mentioner.js';

/** The box names the list that is open for it, and the option that is chosen: the focus stays in the box. */
export function useOwnList(
  box: HTMLElement | null,
  { open, list, active }: { readonly open: boolean; readonly list: string; readonly active: string | null },
): void {
  useEffect(() => {
    if (!open || !box) return;
    box.setAttribute('aria-controls', list);
    if (active) box.setAttribute('aria-activedescendant', active);
    return () => {
      box.removeAttribute('aria-controls');
      box.removeAttribute('aria-activedescendant');
    };
  }, [box, open, list, active]);
}

/** Gives the open list a key before the box has it; Escape closes the list. What was not meant for it goes on. */
export function passKey(
  event: KeyboardEvent,
  keys: RefObject<KeyInList | null>,
  { open, close }: { readonly open: boolean; readonly close: () => void },
): void {
  // Enter ends a word that an input method is still composing: that is not meant for the list.
  if (!open || event.isComposing) return;
  if (event.key === 'Escape') close();
  else if (!keys.current?.(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
}
