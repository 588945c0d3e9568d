/** The server's clock less this page's own, in ms; null before anything was heard of it. */
let ahead: number | null = null;

/**
 * Hears what time it was on the server when something was sent. The nearest to the truth is what was least delayed on
 * its way. The page's own clock counts from its loading: nobody sets it.
 */
export function hearServerTime(at: string): void {
  const heard = Date.parse(at) - performance.now();
  if (!Number.isNaN(heard)) ahead = Math.max(ahead ?? Number.NEGATIVE_INFINITY, heard);
}

/** The server's time in ms since 1970; the device's until the server's was heard. */
export function serverNow(): number {
  return ahead === null ? Date.now() : ahead + performance.now();
}
