import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const HOUSE = 'test/architecture/house';
const CRUISER = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const { forbidden } = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string }[];
};

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** The file of the sham house that breaks each rule; floors are broken by the `reaches-up.ts` of their room. */
const BROKEN_BY: Readonly<Record<string, string>> = {
  'no-cycle': 'src/platform/clock/hour.ts',
  'pure-needs-no-framework': 'src/voting/counting/asks-the-database.ts',
  'doors-are-private': 'src/program/opens-another-door.ts',
  'contracts-are-plain': 'src/forum/forum.contract.ts',
  'client-knows-contracts': 'client/src/reads-an-entity.ts',
  'checking-runs-anywhere': 'src/appeal/verify/reads-a-file.ts',
  'server-knows-no-client': 'migrations/draws-a-page.ts',
  'listeners-are-not-asked': 'src/appeal/asks-a-listener.ts',
  'no-barrel': 'src/opinion/takes-a-barrel.ts',
  'production-needs-no-tools': 'src/platform/http/needs-a-tool.ts',
  'production-knows-no-tests': 'src/platform/http/needs-a-test.ts',
  'everything-is-found': 'src/platform/http/leads-nowhere.ts',
};

/** The house as it is checked by `npm test`, or the sham one. */
function cruise(...folders: string[]): Promise<Violation[]> {
  const args = [CRUISER, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
  return new Promise((resolve, reject) => {
    // Exits with the number of violations, so that an exit code is no error.
    execFile(process.execPath, args, { cwd: ROOT, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (!stdout.startsWith('{')) reject(error ?? new Error(stderr));
      else resolve(JSON.parse(stdout).summary.violations);
    });
  });
}

describe('the rules of the house', () => {
  let caught: Violation[];
  beforeAll(async () => {
    caught = await cruise(HOUSE);
  });

  it.each(forbidden.map(({ name }) => name))('%s is caught when it is broken', (name) => {
    const room = /^floor-(.*)$/.exec(name)?.[1];
    const file = room ? `src/${room}/reaches-up.ts` : BROKEN_BY[name];
    const found = caught.filter(({ rule }) => rule.name === name).map(({ from }) => from);
    expect(found).toContain(`${HOUSE}/${file}`);
  });

  it('hold in the real house', async () => {
    expect(await cruise('src', 'client', 'migrations')).toEqual([]);
  });

  it('leave no circle of modules to be papered over with forwardRef', () => {
    const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
    const sources = files.filter((file) => file.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(100);
    expect(
      sources.filter((file) => readFileSync(join(ROOT, 'src', file), 'utf8').includes('forwardRef')),
    ).toEqual([]);
  });
});
