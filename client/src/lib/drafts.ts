import { useCallback, useEffect, useState } from 'react';
import { namesOf, recall, remember } from './storage.js';

/** Whose drafts are kept and found: on a shared device nobody comes upon what another has begun. */
let owner = recall('account') ?? '';

/** To be called with the account that uses this browser from now on; null where nobody is signed in. */
export function draftsOf(accountId: string | null): void {
  owner = accountId ?? '';
  remember('account', accountId);
}

const keyOf = (name: string): string => `draft.${owner}.${name}`;

/**
 * The state of a long form, kept in this browser until `forget` is called after the server acknowledged it.
 * `name` tells forms apart (`thread.<slug>`, `proposal.<id>`); `initial` is what an untouched form shows.
 * `restored` says that what is shown was typed earlier.
 */
export function useDraft<T extends object>(name: string, initial: T) {
  const [{ value, restored }, setState] = useState(() => {
    const kept = keptDraft<T>(name);
    return { value: kept ? { ...initial, ...kept } : initial, restored: kept !== null };
  });
  const [touched, setTouched] = useState(restored);

  useEffect(() => {
    if (touched) remember(keyOf(name), JSON.stringify(value));
  }, [name, touched, value]);

  const change = useCallback((part: Partial<T>) => {
    setTouched(true);
    setState((state) => ({ ...state, value: { ...state.value, ...part } }));
  }, []);
  const forget = useCallback(() => {
    remember(keyOf(name), null);
    setTouched(false);
    setState({ value: initial, restored: false });
  }, [name, initial]);
  return { value, change, forget, restored };
}

/** What was kept under this name, or null. */
export function keptDraft<T>(name: string): Partial<T> | null {
  const text = recall(keyOf(name));
  if (!text) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Partial<T>) : null;
  } catch {
    return null;
  }
}

/** Keeps a draft in this browser; null takes it away. Answers whether that worked: there may be no room. */
export function keepDraft(name: string, value: object | null): boolean {
  const text = value && JSON.stringify(value);
  remember(keyOf(name), text);
  return recall(keyOf(name)) === text;
}

/** The names of the reader's drafts that begin so. */
export function draftNames(beginning: string): string[] {
  return namesOf(keyOf(beginning)).map((name) => name.slice(keyOf('').length));
}
