import { createContext, use, useEffect, useSyncExternalStore } from 'react';
import type { Line, Realtime } from './realtime.js';

export const RealtimeContext = createContext<Realtime | null>(null);

/** The socket of this page. Throws outside of the app. */
export function useRealtime(): Realtime {
  const realtime = use(RealtimeContext);
  if (!realtime) throw new Error('no RealtimeContext above');
  return realtime;
}

/** Hears of a forum while the component that calls this is on screen. */
export function useWatch(slug: string): void {
  const realtime = useRealtime();
  useEffect(() => realtime.watch(slug), [realtime, slug]);
}

export function useLine(): Line {
  const realtime = useRealtime();
  return useSyncExternalStore(realtime.subscribe, realtime.state);
}
