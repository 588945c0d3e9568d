import { useEffect, useState } from 'react';

/** How far the server's clock is ahead of this device's, by the latest answer; an answer shown again tells nothing new. */
let clock = { at: '', ahead: 0 };

function serverNow(at: string): number {
  if (at > clock.at) clock = { at, ahead: Date.parse(at) - Date.now() };
  return Date.now() + clock.ahead;
}

/** Whole seconds until a poll closes, by the server's clock; null where it does not close by itself. */
export function useSecondsLeft({
  closesAt,
  at,
}: {
  readonly closesAt: string | null;
  readonly at: string;
}): number | null {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!closesAt) return;
    const timer = setInterval(() => tick((count) => count + 1), 250);
    return () => clearInterval(timer);
  }, [closesAt]);
  return closesAt ? Math.max(0, Math.ceil((Date.parse(closesAt) - serverNow(at)) / 1000)) : null;
}

/** `1:05`, `1:00:05`: digits of the page, the same in every direction. */
export function clockText(seconds: number, locale: string): string {
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const one = new Intl.NumberFormat(locale, { useGrouping: false });
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = hours > 0 ? [one.format(hours), two.format(minutes)] : [one.format(minutes)];
  return [...parts, two.format(rest)].join(':');
}
