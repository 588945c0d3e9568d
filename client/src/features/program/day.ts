const two = (n: number) => String(n).padStart(2, '0');

/** The day (`2014-06-12`) of a moment in the reader's time zone. */
export function dayOf(iso: string): string {
  const at = new Date(iso);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
