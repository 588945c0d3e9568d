import { randomInt } from 'node:crypto';

/** The Redis of the tests' own that the runner started, or null where the machine has none. */
export function redisUrl(): string | null {
  const url = process.env.NIDAA_TEST_REDIS;
  if (!url) return null;
  // Redis numbers its databases; test files that run side by side each take one.
  return `${url.replace(/\/\d*$/, '')}/${randomInt(1, 60_000)}`;
}
