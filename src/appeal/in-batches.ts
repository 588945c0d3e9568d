/** Rows of one INSERT: well below the number of parameters that Postgres takes. */
const BATCH = 1_000;

/** Writes many rows, some at a time. */
export async function inBatches<T>(
  rows: readonly T[],
  write: (batch: T[]) => Promise<unknown>,
): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) await write(rows.slice(i, i + BATCH));
}
