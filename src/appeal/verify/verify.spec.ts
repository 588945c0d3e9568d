import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { quietly } from '../../../test/support/quietly.js';
import { type Made, makeRelease } from '../../../test/support/releases.js';
import { run } from '../../cli/verify.js';
import { fingerprint } from '../../kernel/signature.js';
import { signingKey } from '../../kernel/signing.js';
import { isPacked, pack } from '../release/archive.js';
import { jsonBytes } from '../release/json-bytes.js';
import type { FileSet } from '../release/release.format.js';
import { KEY_PATH } from '../release/release-key.contract.js';
import { seal } from '../release/seal.js';
import { unpack } from './unpack.js';
import { verifyRelease } from './verify.js';
import { inWords } from './words/words.js';

/** The verdict with its findings in English. */
const check = (files: FileSet, trusted: string | null = null) => {
  const verdict = verifyRelease(files, { trusted });
  const told = (all: typeof verdict.holds) => all.map((each) => inWords(each, 'en'));
  return { ...verdict, holds: told(verdict.holds), faults: told(verdict.faults) };
};

let made: Made;
beforeAll(async () => {
  made = await makeRelease();
}, 60_000);

const flipped = (bytes: Uint8Array, at: number, bit: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] as number) ^ (1 << bit);
  return copy;
};
/** Seals changed files anew, with a key of one's own: checksums and signature then hold. */
const sealedAnew = (change: (files: Map<string, Uint8Array>) => void) => {
  const files = new Map(made.files);
  files.delete('manifest.json');
  files.delete('signature.json');
  files.delete('SHA256SUMS');
  change(files);
  const about = { slug: 'fes', number: 1, publishedAt: '2014-06-14T17:00:00.000Z', log: null };
  return seal(files, about, signingKey(Buffer.alloc(32, 8)));
};

describe('a release', () => {
  it('holds as it was sealed, and says what was looked at', () => {
    const { faults, holds } = check(made.files);
    expect(faults).toEqual([]);
    expect(holds.join('\n')).toMatch(
      /signature is by.*all 34 files.*quotes behind.*2 sentences quoted of the discussions.*fates of 12.*3 ballots counted again.*that the vote v2 adopted.*signatures on these words: 1, with a reservation: 1.*compiled again.*read as drafted/s,
    );
  });

  it('does not hold after one bit of any of its files was flipped, and the file is named', () => {
    const paths = [...made.files.keys()];
    expect(paths).toHaveLength(36);
    for (const path of paths) {
      const bytes = made.files.get(path) as Uint8Array;
      fc.assert(
        fc.property(fc.nat(bytes.byteLength - 1), fc.nat(7), (at, bit) => {
          const { faults } = check(new Map(made.files).set(path, flipped(bytes, at, bit)));
          expect(faults.some((fault) => fault.includes(path))).toBe(true);
        }),
        { numRuns: 5 },
      );
    }
  });

  it('does not hold with a file more or a file less', () => {
    const more = new Map(made.files).set('more.txt', new Uint8Array(1));
    expect(check(more).faults).toEqual(['more.txt: is not in manifest.json']);
    for (const path of made.files.keys()) {
      const less = new Map(made.files);
      less.delete(path);
      expect(check(less).faults).toContain(`${path}: is missing`);
    }
  });

  it('is trusted by its key or the fingerprint of it, and by no other', () => {
    const { publicKey } = made.signature;
    for (const key of [publicKey, fingerprint(publicKey), fingerprint(publicKey).toUpperCase()])
      expect(check(made.files, key)).toMatchObject({ faults: [], key: { trusted: true } });
    const other = sealedAnew(() => undefined);
    expect(check(other.files).faults).toEqual([]);
    expect(check(other.files, publicKey).faults).toEqual([
      'signature.json: signed by a key other than the one that you trust',
    ]);
  });

  it.each([
    [
      'a quote that nobody wrote',
      'appeal.json',
      (text: string) => text.replace('"quote":"Nous nous engageons à', '"quote":"Nous refusons de'),
      'is not in contributions.json',
    ],
    [
      'a clause other than the words that it is said to quote',
      'appeal.json',
      (text: string) => text.replace('"fr":"Nous nous engageons à', '"fr":"Nous refusons de'),
      'does not have the words that it is said to quote',
    ],
    [
      'a fate that vanished',
      'appeal.json',
      (text: string) => text.replace('"fate":"retained"', '"fate":"deferred"'),
      'fates do not add up',
    ],
    [
      'a ballot with another choice',
      'polls/v1.json',
      (text: string) => text.replace('"choice":"no"', '"choice":"yes"'),
      'chain of ballots breaks',
    ],
    [
      'a vote whose result was turned round',
      'appeal.json',
      (text: string) => text.replace('"adopted":true', '"adopted":false'),
      'the result is not the one in appeal.json',
    ],
    [
      'a sentence that nobody wrote among those of the discussions',
      'appeal.json',
      (text: string) => text.replace('"quote":"Chaque ville doit', '"quote":"Aucune ville ne doit'),
      'a sentence quoted of the discussions is not in contributions.json',
    ],
    [
      'a sentence of the discussions that the compile did not quote',
      'appeal.json',
      (text: string) =>
        text.replace(
          '"quote":"Chaque ville doit publier une fois par an',
          '"quote":"Chaque ville doit publier',
        ),
      'not one that draft.json quotes',
    ],
    ['JSON of another shape', 'appeal.json', () => '{"format":"nidaa-appeal/1"}\n', 'not in the form'],
  ])('sealed anew with %s does not hold', (_, path, change, fault) => {
    const { files } = sealedAnew((map) => {
      const before = Buffer.from(map.get(path) as Uint8Array).toString();
      const after = change(before);
      expect(after).not.toBe(before);
      map.set(path, Buffer.from(after));
    });
    expect(check(files).faults.join('\n')).toContain(fault);
  });

  it('of an earlier compiler is repeated by that one, and holds for ever', async () => {
    const path = join(import.meta.dirname, '..', '..', '..', 'test', 'fixtures', 'compile-2', 'release.json');
    const kept: Readonly<Record<string, string>> = JSON.parse(await readFile(path, 'utf8'));
    const { faults, holds } = check(
      new Map(Object.entries(kept).map(([name, text]) => [name, new TextEncoder().encode(text)])),
    );
    expect(faults).toEqual([]);
    expect(holds.join('\n')).toMatch(/compiled again from bundle\.json by nidaa-compile\/2 is the same/);
  });

  it('has one zip, which is its own after packing', () => {
    const zip = pack(made.files);
    expect(isPacked(zip, unpack(zip)?.files ?? new Map())).toBe(true);
    expect(Buffer.from(pack(new Map([...made.files].reverse()))).equals(zip)).toBe(true);
  });
});

describe('nidaa verify', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nidaa-verify-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('accepts a zip and a folder, shows the key, and takes one to trust', async () => {
    const zip = join(folder, 'fes.zip');
    await writeFile(zip, pack(made.files));
    for (const [path, bytes] of made.files) {
      await mkdir(dirname(join(folder, 'fes', path)), { recursive: true });
      await writeFile(join(folder, 'fes', path), bytes);
    }
    const print = fingerprint(made.signature.publicKey);
    for (const from of [zip, join(folder, 'fes')]) {
      const { code, out, err } = await quietly(run, [from]);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(`not known to you: ${print}`);
    }
    const trusted = await quietly(run, [zip, '--key', print]);
    expect(trusted).toMatchObject({ code: 0, out: expect.not.stringContaining('not known to you') });
    expect((await quietly(run, [zip, '--key', '00'.repeat(32)])).code).toBe(1);
  });

  it('exits 1 after one bit of the zip was flipped, wherever', async () => {
    const zip = pack(made.files);
    const path = join(folder, 'fes.zip');
    const places = fc.oneof(
      fc.nat(zip.byteLength - 1),
      fc.nat(200),
      fc.nat(200).map((n) => zip.byteLength - 1 - n),
    );
    await fc.assert(
      fc.asyncProperty(places, fc.nat(7), async (at, bit) => {
        await writeFile(path, flipped(zip, at, bit));
        const { code, out } = await quietly(run, [path]);
        expect(code).toBe(1);
        expect(out).toContain('DOES NOT HOLD');
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('exits 2 with one sentence where there is no release', async () => {
    const text = join(folder, 'some.txt');
    await writeFile(text, 'some text');
    for (const args of [
      [join(folder, 'nothing')],
      [text],
      [folder],
      [],
      ['a', 'b'],
      ['--wrong'],
      ['http://127.0.0.1:1/x'],
    ]) {
      const { code, out, err } = await quietly(run, args);
      expect([code, out]).toEqual([2, '']);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
  });

  it('holds a release of an address against the key that the site publishes', async () => {
    const zip = pack(made.files);
    let key: string | null = made.signature.publicKey;
    const site = createServer((request, response) => {
      if (request.url === '/appeals/fes/release.zip') return response.end(zip);
      if (request.url !== KEY_PATH || key === null) return response.writeHead(404).end();
      return response.end(JSON.stringify({ algorithm: 'Ed25519', publicKey: key, fingerprint: '' }));
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    try {
      const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
      const asked = () => quietly(run, [`${origin}/appeals/fes?lang=ar`]);
      expect(await asked()).toMatchObject({
        code: 0,
        out: expect.stringContaining(`the key is the one that ${origin} publishes`),
      });
      // Somebody put a release into the site’s place without having its key.
      key = 'ab'.repeat(32);
      expect(await asked()).toMatchObject({
        code: 1,
        out: expect.stringContaining(`signed by a key other than the one that ${origin} publishes`),
      });
      key = null;
      expect(await asked()).toMatchObject({ code: 0, out: expect.stringContaining('not known to you') });
    } finally {
      await new Promise((resolve) => site.close(resolve));
    }
  });

  it('answers programs in JSON', async () => {
    const path = join(folder, 'fes.zip');
    await writeFile(path, pack(made.files));
    const { out } = await quietly(run, [path, '--json']);
    expect(JSON.parse(out)).toMatchObject({ faults: [], slug: 'fes' });
    expect(new TextDecoder().decode(jsonBytes({ b: 1, a: 2 }))).toBe('{"a":2,"b":1}\n');
  });
});
