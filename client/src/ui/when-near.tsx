import { useIsFetching } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';

const NEAR_PX = 150;

/**
 * A part of a long page that is asked for only when the reader has come near it. Nobody is near while what stands
 * above is still on its way: a page is short as long as it is empty.
 */
export function WhenNear({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(!('IntersectionObserver' in window));
  const isFilling = useIsFetching() > 0;
  useEffect(() => {
    if (near || isFilling || !place.current) return;
    const observer = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: `${NEAR_PX}px` },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [near, isFilling]);
  return near ? children : <div ref={place} />;
}
