import { useEffect, useState } from 'react';
import { serverNow } from '../../lib/server-clock.js';

/** Whole seconds until a poll closes, by the server's clock; null where it does not close by itself. */
export function useSecondsLeft(closesAt: string | null): number | null {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!closesAt) return;
    const timer = setInterval(() => tick((count) => count + 1), 250);
    return () => clearInterval(timer);
  }, [closesAt]);
  return closesAt ? Math.max(0, Math.ceil((Date.parse(closesAt) - serverNow()) / 1000)) : null;
}

/** `1:05`, `1:00:05`: digits of the page, the same in every direction. */
export function clockText(seconds: number, locale: string): string {
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const one = new Intl.NumberFormat(locale, { useGrouping: false });
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = hours > 0 ? [one.format(hours), two.format(minutes)] : [one.format(minutes)];
  return [...parts, two.format(rest)].join(':');
}
