import { useEffect, useRef } from 'react';

/** Brings an element into sight when it is the one that was asked for. */
export function useShownFirst(isAsked: boolean) {
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isAsked) element.current?.scrollIntoView({ block: 'start' });
  }, [isAsked]);
  return element;
}
