/** Exits 0 if the Nidaa process beside it can do its work, 1 if not. */
const address = `http://127.0.0.1:${process.env.PORT ?? 3000}/health/ready`;
const answer = await fetch(address, { signal: AbortSignal.timeout(4_000) }).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
