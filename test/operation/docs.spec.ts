import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, VARIABLES } from '../../src/platform/config/config.js';
import { startApp, type TestApp } from '../support/app.js';
import { BrowserClient } from '../support/browser-client.js';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'operation.md'), 'utf8');

/** The names in the first column of the table under a heading. */
function tableUnder(heading: string): string[] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name as string);
}

describe('docs/operation.md', () => {
  it('explains every variable that is read, and no other', () => {
    expect(tableUnder('Variables').sort()).toEqual([...VARIABLES].sort());
    const read = new Set<string>();
    const env = new Proxy({} as Record<string, string>, {
      get: (_, name) => {
        read.add(String(name));
        return undefined;
      },
    });
    readConfig(env);
    expect([...read].sort()).toEqual([...VARIABLES].sort());
  });

  describe('names metrics', () => {
    let test: TestApp;
    beforeAll(async () => {
      test = await startApp();
    });
    afterAll(() => test.stop());

    it('that the app gives', async () => {
      const client = new BrowserClient(test.url);
      await client.get('/health/ready');
      const { body } = await client.get<string>('/metrics');
      const given = new Set([...body.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name));
      const named = tableUnder('Monitoring');
      expect(named.length).toBeGreaterThan(4);
      for (const name of named) expect(given).toContain(name);
      // And each of our own is explained.
      const own = [...given].filter((name) => name?.startsWith('nidaa_'));
      expect(named).toEqual(expect.arrayContaining(own));
    });
  });
});
