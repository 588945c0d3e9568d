import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** The row that is being dragged, and the group before which it would be put down. */
export interface Drag {
  readonly id: string;
  readonly before: number;
}

/** How near to the window's edge a drag scrolls the page, and by how much each time. */
const EDGE_PX = { near: 96, step: 14 };

/**
 * Drags rows of an ordered list by finger, pen or mouse. Rows carry their group in `data-group`; nothing in the list
 * moves before the row is put down, so that no finger loses what it holds. `drop` hears where: before which group,
 * counted without the row.
 */
export function useDrag(
  list: RefObject<HTMLElement | null>,
  drop: (id: string, before: number) => void,
): { readonly drag: Drag | null; readonly start: (event: ReactPointerEvent, id: string) => void } {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef(drop);
  latest.current = drop;
  const end = useRef<(() => void) | null>(null);
  useEffect(() => () => end.current?.(), []);

  const start = (event: ReactPointerEvent, id: string) => {
    if (event.button !== 0) return;
    event.preventDefault();
    end.current?.();
    let before = groupAt(list.current, id, event.clientY);
    setDrag({ id, before });
    const move = ({ clientY }: PointerEvent) => {
      scrollNear(clientY);
      before = groupAt(list.current, id, clientY);
      setDrag({ id, before });
    };
    const stop = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', put);
      window.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', cancel);
      end.current = null;
      setDrag(null);
    };
    const put = () => {
      stop();
      latest.current(id, before);
    };
    const cancel = ({ key }: KeyboardEvent) => key === 'Escape' && stop();
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', put);
    window.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', cancel);
    end.current = stop;
  };
  return { drag, start };
}

/** How many groups, without the row itself, lie above this height of the window. */
function groupAt(list: HTMLElement | null, id: string, y: number): number {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-group]') ?? [])];
  const above = rows.filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return row.dataset.option !== id && top + height / 2 < y;
  });
  const others = rows.filter((row) => row.dataset.option !== id);
  const passed = new Set(above.map((row) => row.dataset.group));
  // Inside of a shared place one is put down after it.
  return [...new Set(others.map((row) => row.dataset.group))].filter((group) => passed.has(group)).length;
}

function scrollNear(y: number): void {
  if (y < EDGE_PX.near) window.scrollBy(0, -EDGE_PX.step);
  else if (y > window.innerHeight - EDGE_PX.near) window.scrollBy(0, EDGE_PX.step);
}
