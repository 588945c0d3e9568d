import { useEffect, useState, useSyncExternalStore } from 'react';
import { Autosave, type Kept, type SaveStanding, type Saves } from './autosave.js';
import { useLine } from './realtime-context.js';

/** Saves a form by itself for as long as it is on screen. What `make` gives is asked for once. */
export function useAutosave<Value, Answer extends { readonly version: number }>(
  make: () => readonly [how: Saves<Value, Answer>, kept: Kept<Value> | null],
): readonly [Autosave<Value, Answer>, SaveStanding<Answer>] {
  const [autosave] = useState(() => new Autosave<Value, Answer>(...make()));
  const standing = useSyncExternalStore(autosave.subscribe, autosave.state);
  const line = useLine();
  useEffect(() => {
    autosave.begin();
    const retry = () => autosave.retry();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      autosave.leave();
    };
  }, [autosave]);
  useEffect(() => {
    if (line === 'connected') autosave.retry();
  }, [autosave, line]);
  return [autosave, standing];
}
