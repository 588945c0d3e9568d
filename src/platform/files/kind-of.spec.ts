import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { REFUSED, TAKEN } from '../../../test/support/sent-files.js';
import { kindOf } from './kind-of.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nidaa-kinds-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function kind(content: Uint8Array, name = 'report.pdf'): Promise<string | null> {
  const path = join(folder, 'sent');
  await writeFile(path, content);
  return kindOf(path, content.length, name);
}

it.each(Object.entries(TAKEN))('knows %s by its content', async (ending, content) => {
  expect(await kind(content, ending === 'csv' ? 'a.csv' : 'a.exe')).toBe(ending);
});

it.each(Object.entries(REFUSED))('does not take %s, whatever it is called', async (_, content) => {
  expect(await kind(content)).toBeNull();
});

it('reads text to its end', async () => {
  const long = Buffer.alloc(300_000, 'é');
  expect(await kind(long, 'a.csv')).toBe('csv');
  // A letter of two bytes stands over the edge of what is read at once.
  expect(await kind(Buffer.concat([Buffer.from('a'), long]))).toBe('txt');
  expect(await kind(Buffer.concat([long, Buffer.from([0])]))).toBeNull();
});

it('has an answer for whatever begins and ends as a zip', async () => {
  const bytes = fc.uint8Array({ maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(bytes, fc.nat(), async (noise, at) => {
      const zip = Buffer.from(TAKEN.docx as Uint8Array);
      zip.set(noise.subarray(0, Math.max(0, zip.length - (at % zip.length))), at % zip.length);
      expect([null, 'docx']).toContain(await kind(zip));
    }),
    { numRuns: 200 },
  );
});
