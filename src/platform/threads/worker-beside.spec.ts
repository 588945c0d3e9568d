import { existsSync } from 'node:fs';
import { workerBeside } from './worker-beside.js';

it.each([
  ['file:///app/src/voting/counter.ts', 'file:///app/dist/src/voting/count-worker.js'],
  ['file:///app/dist/src/voting/counter.js', 'file:///app/dist/src/voting/count-worker.js'],
  ['file:///src/app/src/a/b-c/d.ts', 'file:///src/app/dist/src/a/b-c/count-worker.js'],
])('beside %s is %s', (module, file) => {
  expect(workerBeside(module, 'count-worker').href).toBe(file);
});

it.each([
  ['../../voting/counter.ts', 'count-worker'],
  ['../../appeal/drafting.ts', 'compile-worker'],
])('beside %s there is one that was built', (module, name) => {
  expect(existsSync(workerBeside(new URL(module, import.meta.url).href, name))).toBe(true);
});
