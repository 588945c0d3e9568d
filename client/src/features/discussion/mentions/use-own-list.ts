import { useEffect } from 'react';

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
