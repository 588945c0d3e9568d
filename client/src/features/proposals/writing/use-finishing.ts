import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Autosave } from '../../../lib/autosave.js';

/**
 * Saves at a press and goes on to `next` once it is saved, which may be known only then. It is pending for a press
 * only, not whenever the form saves itself: a press meanwhile counts.
 */
export function useFinishing<Value, Answer extends { readonly version: number }>(
  autosave: Autosave<Value, Answer>,
  next: () => string,
) {
  const navigate = useNavigate();
  const [isPending, setPending] = useState(false);
  const finish = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setPending(true);
    await autosave.save();
    setPending(false);
    if (autosave.state().state === 'saved') void navigate(next(), { replace: true });
  };
  return { isPending, finish };
}
