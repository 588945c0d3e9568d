/** Longer than this nobody else's request waits. */
const SLICE_MS = 10;

/** Goes through items of which each may take some time, and lets all others have their turn in between. */
export async function* inTurns<T>(items: Iterable<T>): AsyncGenerator<T> {
  let since = performance.now();
  for (const item of items) {
    if (performance.now() - since > SLICE_MS) {
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    }
    yield item;
  }
}
