import { useEffect, useRef } from 'react';
import { type Place, WRITING_MS } from './company.js';
import type { Together } from './together.js';

/** Tells where one is; somebody who has not typed for a while is only there. */
export function useWriting(together: Together): (place: Omit<Place, 'writing'>, typed: boolean) => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const writing = useRef<string | null>(null);
  const last = useRef<Omit<Place, 'writing'> | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (place, typed) => {
    last.current = place;
    if (typed) {
      clearTimeout(timer.current);
      writing.current = place.clauseId;
      timer.current = setTimeout(() => {
        writing.current = null;
        if (last.current) together.moveTo({ ...last.current, writing: false });
      }, WRITING_MS);
    }
    together.moveTo({ ...place, writing: place.clauseId !== null && writing.current === place.clauseId });
  };
}
