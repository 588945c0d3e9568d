/** The Redis that the runner prepared, or null where the machine has none. Each database has its own keys in it. */
export function redisUrl(): string | null {
  return process.env.NIDAA_TEST_REDIS || null;
}
