#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/src/cli/nidaa.js', import.meta.url);
if (existsSync(built)) {
  const { nidaa } = await import(built.href);
  process.exitCode = await nidaa(process.argv.slice(2));
} else {
  process.stderr.write('nidaa: the programs are not built yet: run npm start once.\n');
  process.exitCode = 2;
}
