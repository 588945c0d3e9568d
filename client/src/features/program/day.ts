const two = (n: number) => String(n).padStart(2, '0');

/** The day (`2014-06-12`) of a moment in the reader's time zone. */
export function dayOf(iso: string): string {
  const at = new Date(iso);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** A moment as a `datetime-local` field holds it, in the reader's time zone: `2014-06-12T09:30`. */
export function toField(iso: string): string {
  const at = new Date(iso);
  return `${dayOf(iso)}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The way back; null for what is no moment. */
export function fromField(value: string): string | null {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
