/**
 * The file of a worker thread that stands beside a module: `workerBeside(import.meta.url, 'count-worker')`. Threads run
 * what was built, also where the app itself is run from its sources.
 */
export function workerBeside(module: string, name: string): URL {
  const built = module.replace(/^(.*)\/src\/(.*)\.ts$/, '$1/dist/src/$2.js');
  return new URL(`./${name}.js`, built);
}
