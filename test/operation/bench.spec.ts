import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
/** Where Debian has no pgbench, the benches that are measured against it say so and measure nothing. */
const NO_REFERENCE = /pgbench is neither on PATH/;

function bench(...args: readonly string[]) {
  const { PATH, HOME } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bench/bench.mjs', ...args], {
    cwd: ROOT,
    env: { PATH, HOME },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const known =
  bench()
    .stderr.match(/-- ([a-z|-]+) /)?.[1]
    ?.split('|') ?? [];

it('there are benches, and another name is refused with theirs', () => {
  expect(known.length).toBeGreaterThan(5);
  expect(bench('nothing')).toMatchObject({ status: 2, stderr: expect.stringContaining(known.join('|')) });
});

it.each(known)('%s runs at its smallest, with figures of ours and of a reference', (name) => {
  const { status, stdout, stderr } = bench(name, '--json', '--smoke');
  if (NO_REFERENCE.test(stderr)) {
    expect([status, stdout]).toEqual([1, '']);
    return;
  }
  expect([status, stderr]).toEqual([0, '']);
  const lines = stdout.trim().split('\n');
  for (const line of lines) {
    const figure = JSON.parse(line);
    expect(figure).toMatchObject({ name: expect.any(String), unit: expect.any(String) });
    for (const each of ['ours', 'reference', 'ratio', 'n'])
      expect([each, figure[each]]).toEqual([each, expect.any(Number)]);
    expect(figure.reference).toBeGreaterThan(0);
  }
});
