export interface Day {
  readonly day: number;
  /** From 1 to 12. */
  readonly month: number;
  readonly year: number;
}

/** Reads YYYY-MM-DD. */
export function dayOf(text: string): Day {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return { day, month, year };
}

/** A list as it is spoken: "a, b and c". `last` stands before the last item. */
export function spoken(items: readonly string[], separator: string, last: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(separator)}${last}${items.at(-1)}`;
}
