import { jest } from '@jest/globals';

/** Runs a command of the CLI as its process would, and gives its exit code with what it printed. */
export async function quietly(
  run: (args: string[]) => Promise<number>,
  args: string[],
): Promise<{ code: number; out: string; err: string }> {
  const printed = { out: '', err: '' };
  const catching = (stream: 'out' | 'err') => (text: string | Uint8Array) => {
    printed[stream] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
    return true;
  };
  const out = jest.spyOn(process.stdout, 'write').mockImplementation(catching('out'));
  const err = jest.spyOn(process.stderr, 'write').mockImplementation(catching('err'));
  try {
    return { code: await run(args), ...printed };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
