import { KERNEL_ERRORS, refuse } from './errors.js';

export const PAGE_LIMIT = { default: 30, max: 100 } as const;

/** A page of a list. `next` is opaque: send it back as `cursor`; null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A cursor holds the sort values of the last row seen, so that new rows never shift a page. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Reads a cursor back; one that this code did not write is refused with `cursor.invalid`. */
export function decodeCursor(cursor: string, length: number): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(values) &&
      values.length === length &&
      values.every((v) => typeof v === 'string' || (typeof v === 'number' && Number.isFinite(v)));
    if (fits) return values;
  } catch {
    // falls through to the refusal
  }
  throw refuse(KERNEL_ERRORS, 'cursor.invalid');
}

/** Turns `limit + 1` rows into a page of `limit`. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
  key: (row: Row) => readonly (string | number)[],
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(present), next: rows.length > limit && last ? encodeCursor(key(last)) : null };
}
