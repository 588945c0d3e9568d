import { useEffect, useState, useSyncExternalStore } from 'react';
import { Together, type TogetherState } from './together.js';

/** One's share in an appeal's text for as long as it is on screen; leaving with unsaved words asks first. */
export function useTogether(appealId: string, accountId: string): readonly [Together, TogetherState] {
  const [together] = useState(() => new Together(appealId, accountId));
  const state = useSyncExternalStore(together.subscribe, together.now);
  useEffect(() => {
    void together.start();
    window.addEventListener('pagehide', together.keep);
    return () => {
      window.removeEventListener('pagehide', together.keep);
      together.stop();
    };
  }, [together]);
  useEffect(() => {
    if (state.saved) return;
    const ask = (event: Event) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [state.saved]);
  return [together, state];
}
