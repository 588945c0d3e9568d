import { useEffect, useRef, useState } from 'react';
import type { Asked, Checked } from './protocol.js';

type Wanted = Omit<Asked, 'id'>;

export interface Checking {
  readonly state: 'idle' | 'checking' | 'checked' | 'failed';
  readonly verdict: Checked['verdict'];
}

const IDLE: Checking = { state: 'idle', verdict: null };

/**
 * A worker that is there from the opening of the page on, so that nothing is fetched while it checks. What is asked
 * last is answered; the answer of an earlier question is dropped.
 */
export function useChecker(): Checking & { readonly check: (wanted: Wanted) => void } {
  const worker = useRef<Worker | null>(null);
  const last = useRef(0);
  const [checking, setChecking] = useState(IDLE);

  useEffect(() => {
    const made = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
    made.onmessage = ({ data }: MessageEvent<Checked>) => {
      if (data.id === last.current) setChecking({ state: 'checked', verdict: data.verdict });
    };
    made.onerror = () => setChecking({ state: 'failed', verdict: null });
    worker.current = made;
    return () => made.terminate();
  }, []);

  const check = (wanted: Wanted) => {
    last.current += 1;
    setChecking({ state: 'checking', verdict: null });
    worker.current?.postMessage({ ...wanted, id: last.current } satisfies Asked);
  };
  return { ...checking, check };
}
