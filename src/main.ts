import 'reflect-metadata';
import { start } from './start.js';

await start(process.env).catch((error: unknown) => {
  const foreseen = error instanceof Error && error.constructor !== Error && !('query' in error);
  process.stderr.write(
    foreseen ? `${error.message}\n` : `Nidaa could not start.\n${(error as Error)?.stack ?? error}\n`,
  );
  process.exit(1);
});
