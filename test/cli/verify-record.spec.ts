import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/verify.js';
import { fingerprint } from '../../src/kernel/signature.js';
import { quietly } from '../support/quietly.js';
import { makeDefinition, makeRecord, rollLine } from '../support/records.js';

const record = makeRecord(makeDefinition(['a', 'b', 'c'].map((id) => rollLine(id))), [
  ['a', { choice: 'yes' }],
  ['b', { choice: 'no' }],
]);
let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nidaa-record-'));
  path = join(folder, 'record.json');
  await writeFile(path, JSON.stringify(record));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('nidaa verify of a record', () => {
  it('counts it again, tells the result, and knows the key when it is named', async () => {
    const { code, out } = await quietly(run, [path, '--key', fingerprint(record.signature.publicKey)]);
    expect(code).toBe(0);
    expect(out).toContain('2 ballots, chained, each of somebody on the roll of 3');
    expect(out).toContain('counted again, the same result');
    expect(out).not.toContain('not known to you');
  });

  it('names what was altered, and exits with 1', async () => {
    const altered = structuredClone(record) as any;
    altered.ballots[0].ballot.choice = altered.ballots[0].ballot.choice === 'yes' ? 'no' : 'yes';
    await writeFile(join(folder, 'altered.json'), JSON.stringify(altered));
    const { code, out } = await quietly(run, [join(folder, 'altered.json')]);
    expect(code).toBe(1);
    expect(out).toContain('DOES NOT HOLD: the chain of ballots breaks at ballot 1');
  });

  it('takes another key than the trusted one, and a record that is none, for what they are', async () => {
    expect((await quietly(run, [path, '--key', '00'])).out).toContain('other than the one that you trust');
    await writeFile(join(folder, 'empty.json'), JSON.stringify({ format: record.format, ballots: [] }));
    const { code, out } = await quietly(run, [join(folder, 'empty.json')]);
    expect([code, out]).toEqual([1, expect.stringContaining('not in the form that its format asks for')]);
  });

  it('reads it from the address from which it is downloaded', async () => {
    const server = createServer((_, response) => response.end(JSON.stringify(record))).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const { code } = await quietly(run, [`http://127.0.0.1:${port}/api/v1/rounds/1/record`]);
    server.close();
    expect(code).toBe(0);
  });
});
