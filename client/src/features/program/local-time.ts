/** A moment as the box of a date and a time holds it, in this device's zone: `2014-06-12T09:30`. */
export function localOf(iso: string): string {
  const moment = new Date(iso);
  const shifted = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** The way back. An empty or unfinished box stays as it is, and the server says so. */
export function isoOf(local: string): string {
  const moment = new Date(local);
  return Number.isNaN(moment.getTime()) ? local : moment.toISOString();
}

/** The zone in which this device writes times, as `Africa/Casablanca`. */
export const zoneName = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
