import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { quietly } from '../../../test/support/quietly.js';
import { makeDefinition, makeRecord, rollLine } from '../../../test/support/records.js';
import { type Made, makeRelease } from '../../../test/support/releases.js';
import { run } from '../../cli/verify.js';
import { signingKey } from '../../kernel/signing.js';
import type { PollRecord } from '../../voting/records.contract.js';
import { appealText, textHash } from '../adoption/text-hash.js';
import { pack } from '../release/archive.js';
import { jsonBytes } from '../release/json-bytes.js';
import type { AppealDocument, SignatureDocument } from '../release/release.format.js';
import { seal } from '../release/seal.js';
import { BYTES_MAX } from './unpack.js';

let made: Made;
let folder: string;
beforeAll(async () => {
  made = await makeRelease();
  folder = await mkdtemp(join(tmpdir(), 'nidaa-tampered-'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

type Files = Map<string, Uint8Array>;
const textOf = (files: Files, path: string) => new TextDecoder().decode(files.get(path));
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Replaces words in a file; there they must be. */
const replaced = (path: string, before: string | RegExp, after: string) => (files: Files) => {
  const text = textOf(files, path);
  const changed = text.replace(before, after);
  if (changed === text) throw new Error(`${path} does not have ${before}`);
  files.set(path, bytesOf(changed));
};

const appealOf = (files: Files): AppealDocument => JSON.parse(textOf(files, 'appeal.json'));

type Two = readonly [SignatureDocument, SignatureDocument];
/** Changes what the two cities are said to have signed. */
const inSignatures = (change: (signatures: Two) => readonly SignatureDocument[]) => (files: Files) => {
  const appeal = appealOf(files);
  const signatures = change(appeal.signatures as unknown as Two);
  files.set('appeal.json', jsonBytes({ ...appeal, signatures }));
};

/** Whoever changed the files and holds a key of their own makes checksums and signature fit again. */
function sealedAnew(files: Files): Files {
  const rest = new Map(files);
  for (const path of ['manifest.json', 'signature.json', 'SHA256SUMS']) rest.delete(path);
  const { slug, number, publishedAt, log } = made.manifest;
  return new Map(
    seal(rest, { slug, number, publishedAt, log }, signingKey(new Uint8Array(32).fill(8))).files,
  );
}

const inZip = (files: Files) => pack(files);
const asObject = (files: Iterable<readonly [string, Uint8Array]>): Zippable => Object.fromEntries(files);
const EPOCH = new Date(1980, 0, 1);

interface Case {
  readonly what: string;
  readonly change?: (files: Files) => void;
  /** The forger seals what they changed, with their own key. */
  readonly sealed?: true;
  readonly zip?: (files: Files) => Uint8Array;
  /** What the reader trusts: the first key, unless another is named. */
  readonly key?: string | null;
  readonly says: string | RegExp;
}

/** One entry beside those of the release, as a program that writes zips would put it there. */
const with_ = (path: string, bytes: Uint8Array) => (files: Files) =>
  zipSync(asObject([...files, [path, bytes]]), { level: 0, mtime: EPOCH, os: 0, attrs: 0 });

/** The last entry under the name of another, of the same length. */
function renamedInZip(files: Files, before: string, after: string): Uint8Array {
  const zip = Buffer.from(pack(files));
  for (let at = zip.indexOf(before); at >= 0; at = zip.indexOf(before, at + 1))
    zip.write(after, at, 'latin1');
  return zip;
}

const CASES: readonly Case[] = [
  {
    what: 'a file added',
    change: (files) => void files.set('more.txt', bytesOf('x')),
    says: 'more.txt: is not in manifest.json',
  },
  {
    what: 'a file removed',
    change: (files) => void files.delete('fates.csv'),
    says: 'fates.csv: is missing',
  },
  {
    what: 'a file renamed',
    change: (files) => {
      files.set('fate.csv', files.get('fates.csv') as Uint8Array);
      files.delete('fates.csv');
    },
    says: /fates\.csv: is missing.*fate\.csv: is not in manifest\.json/s,
  },
  {
    what: 'a zip in another order',
    zip: (files) => zipSync(asObject([...files].reverse()), { level: 0, mtime: EPOCH, os: 0, attrs: 0 }),
    says: 'the zip itself was changed',
  },
  {
    what: 'a zip with another time',
    zip: (files) => zipSync(asObject(files), { level: 0, mtime: new Date(2020, 0, 1), os: 0, attrs: 0 }),
    says: 'the zip itself was changed',
  },
  {
    what: 'a zip that is compressed',
    zip: (files) => zipSync(asObject(files)),
    says: /appeal\.json: the zip itself was changed: this file is compressed/,
  },
  {
    what: 'a zip with a comment',
    zip: (files) => {
      const zip = Buffer.concat([pack(files), Buffer.from('hello')]);
      zip.writeUInt16LE(5, zip.byteLength - 7);
      return zip;
    },
    says: 'the zip itself was changed',
  },
  {
    what: 'signed anew by another key',
    change: () => undefined,
    sealed: true,
    says: 'signed by a key other than the one that you trust',
  },
  {
    what: 'one ballot changed',
    change: replaced('polls/v1.json', '"choice":"no"', '"choice":"yes"'),
    sealed: true,
    key: null,
    says: 'polls/v1.json: the chain of ballots breaks at ballot',
  },
  {
    what: 'a count told otherwise than its record',
    change: replaced('appeal.json', '"no":{"heads":1,"weight":"1"}', '"no":{"heads":0,"weight":"0"}'),
    sealed: true,
    key: null,
    says: 'polls/v1.json: the result is not the one in appeal.json',
  },
  {
    what: 'a source’s quote changed',
    change: replaced('appeal.json', '"quote":"Nous nous engageons à', '"quote":"Nous refusons de'),
    sealed: true,
    key: null,
    says: /appeal\.json: a source of clause c\d+ is not in contributions\.json/,
  },
  {
    what: 'a hash chain cut',
    change: replaced('polls/v1.json', /"hash":"[0-9a-f]{64}"/, `"hash":"${'0'.repeat(64)}"`),
    sealed: true,
    key: null,
    says: 'polls/v1.json: the chain of ballots breaks at ballot 1',
  },
  {
    what: 'a sentence of the draft changed, in the appeal too',
    change: (files) => {
      for (const path of ['appeal.json', 'draft.json'])
        replaced(path, /"fr":"Créer un fonds commun/, '"fr":"Créer une taxe commune')(files);
    },
    sealed: true,
    key: null,
    says: 'draft.json: is not the draft that bundle.json compiles to',
  },
  {
    what: 'a clause changed and still said to read as drafted',
    change: replaced('appeal.json', '"fr":"Créer un fonds commun', '"fr":"Créer peut-être un fonds commun'),
    sealed: true,
    key: null,
    says: /appeal\.json: clause c\d+ does not stand to draft\.json as is said of it/,
  },
  {
    what: 'a contribution put into the bundle',
    change: (files) => {
      const bundle = JSON.parse(textOf(files, 'bundle.json'));
      bundle.proposals[1].endorsements[0].count = 400;
      files.set('bundle.json', jsonBytes(bundle));
    },
    sealed: true,
    key: null,
    says: /bundle\.json: is not what the draft was compiled from.*draft\.json: is not the draft/s,
  },
  {
    what: 'a draft of another compiler',
    change: replaced('draft.json', /"compiler":"[^"]+"/, '"compiler":"nidaa-compile/999"'),
    sealed: true,
    key: null,
    says: /draft\.json: made by the compiler nidaa-compile\/999, this one is .*: not repeated/,
  },
  {
    what: 'a word of a translation changed, with its hash',
    change: (files) => {
      const appeal = appealOf(files);
      const [first, ...rest] = appeal.clauses;
      const clauses = [{ ...first, texts: { ...first?.texts, en: 'Other words.' } }, ...rest];
      const changed = { ...appeal, clauses: clauses as AppealDocument['clauses'] };
      files.set('appeal.json', jsonBytes({ ...changed, textHash: textHash(appealText(changed)) }));
    },
    sealed: true,
    key: null,
    says: /appeal\.json: no vote in it adopted these words.*what .* is said to have signed is not what was signed/s,
  },
  {
    what: 'the hash of the text changed',
    change: replaced('appeal.json', /"textHash":"[0-9a-f]{64}"/, `"textHash":"${'0'.repeat(64)}"`),
    sealed: true,
    key: null,
    says: 'appeal.json: the hash of the text is not that of these words',
  },
  {
    what: 'another vote named as the one that adopted it',
    change: replaced('appeal.json', '"round":"v2"', '"round":"v1"'),
    sealed: true,
    key: null,
    says: 'appeal.json: no vote in it adopted these words',
  },
  {
    what: 'a reservation taken away',
    change: inSignatures(([first, second]) => [first, { ...second, act: 'signed', reservations: [] }]),
    sealed: true,
    key: null,
    says: /what .* is said to have signed is not what was signed/,
  },
  {
    what: 'a reservation on no clause',
    change: inSignatures(([first, second]) => [first, { ...second, reservations: [] }]),
    sealed: true,
    key: null,
    says: /the reservation of .* names no clause of this text/,
  },
  {
    what: 'a city that signs twice',
    change: inSignatures(([first]) => [first, first]),
    sealed: true,
    key: null,
    says: /the signature of .* is there twice/,
  },
  {
    what: 'another city’s device in the place of one',
    change: inSignatures(([first, second]) => [
      first,
      { ...second, confirmedBy: 'passkey', proof: first.proof },
    ]),
    sealed: true,
    key: null,
    says: /the device’s confirmation for .* does not hold/,
  },
  {
    what: 'a manifest that is not canonical',
    change: (files) => {
      const manifest = JSON.parse(textOf(files, 'manifest.json'));
      files.set('manifest.json', bytesOf(`${JSON.stringify(manifest, null, 1)}\n`));
    },
    says: /signature does not fit manifest\.json|manifest\.json: is not in the form/,
  },
  {
    what: 'checksums other than those of the manifest',
    change: (files) => {
      const sealed = sealedAnew(files);
      for (const [path, bytes] of sealed) files.set(path, bytes);
      replaced('SHA256SUMS', /^[0-9a-f]{64}/, '0'.repeat(64))(files);
    },
    key: null,
    says: 'SHA256SUMS: was changed',
  },
  {
    what: 'an entry twice',
    zip: (files) => renamedInZip(new Map([...files, ['fates.csw', bytesOf('x')]]), 'fates.csw', 'fates.csv'),
    says: 'fates.csv: the zip itself was changed: this file is there twice',
  },
  {
    what: 'a path that leads out of the folder',
    zip: with_('../../etc/cron.d/x', bytesOf('x')),
    says: '../../etc/cron.d/x: the zip itself was changed: no file of a release has such a path',
  },
  {
    what: 'a path from the root',
    zip: with_('/etc/passwd', bytesOf('x')),
    says: 'no file of a release has such a path',
  },
  {
    what: 'a path with a backslash',
    zip: with_('a\\..\\b', bytesOf('x')),
    says: 'no file of a release has such a path',
  },
  {
    what: 'a bomb: a gigabyte of zeros in a megabyte',
    zip: (files) => {
      const zip = Buffer.from(zipSync(asObject([...files, ['zeros.txt', new Uint8Array(4 * 1024 * 1024)]])));
      // The size that the directory claims is what a careless reader would make room for.
      const at = zip.lastIndexOf('zeros.txt') - 46;
      zip.writeUInt32LE(1024 ** 3, at + 24);
      return zip;
    },
    says: 'the zip itself was changed: it claims to hold more than it does',
  },
  {
    what: 'entries that share their bytes',
    zip: (files) => {
      const zip = Buffer.from(pack(files));
      const at = zip.lastIndexOf('appeal.css') - 46;
      zip.writeUInt32LE(zip.byteLength, at + 24);
      zip.writeUInt32LE(zip.byteLength, at + 20);
      return zip;
    },
    says: 'the zip itself was changed: it claims to hold more than it does',
  },
];

describe('a release that somebody tampered with', () => {
  it.each(CASES)('$what: exits 1 and says so', async ({ change, sealed, zip = inZip, key, says }) => {
    let files: Files = new Map(made.files);
    change?.(files);
    if (sealed) files = sealedAnew(files);
    const path = join(folder, 'tampered.zip');
    await writeFile(path, zip(files));
    const trusted = key === undefined ? made.signature.publicKey : key;
    const { code, out, err } = await quietly(run, [path, ...(trusted === null ? [] : ['--key', trusted])]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(says);
    expect(out).toContain('It does not hold.');
  });

  it('each file changed by one byte is named', async () => {
    for (const [path, bytes] of made.files) {
      const changed = Uint8Array.from(bytes);
      changed[changed.byteLength >> 1] = (changed[changed.byteLength >> 1] as number) ^ 1;
      await writeFile(join(folder, 'one.zip'), pack(new Map([...made.files, [path, changed]])));
      const { code, out } = await quietly(run, [join(folder, 'one.zip')]);
      expect([path, code]).toEqual([path, 1]);
      expect(out.split('\n').some((line) => line.includes('DOES NOT HOLD') && line.includes(path))).toBe(
        true,
      );
    }
  });

  it('is not read where it is larger than any release', async () => {
    const path = join(folder, 'large.zip');
    await writeFile(path, '');
    const { truncate } = await import('node:fs/promises');
    await truncate(path, BYTES_MAX + 1);
    const { code, err } = await quietly(run, [path]);
    expect([code, err]).toEqual([2, `${path} is larger than any release.\n`]);
  });

  it('signed anew by another key holds for who trusts nobody, who is told that the key is not known', async () => {
    const path = join(folder, 'anew.zip');
    await writeFile(path, pack(sealedAnew(new Map(made.files))));
    const { code, out } = await quietly(run, [path]);
    expect(code).toBe(0);
    expect(out).toContain('The key is not known to you: ');
  });

  it('has told apart what editors changed', async () => {
    const edited = await makeRelease((documents) => ({ ...documents, appeal: withEdits(documents.appeal) }));
    const path = join(folder, 'edited.zip');
    await writeFile(path, pack(edited.files));
    const { code, out } = await quietly(run, [path]);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/read as drafted, 1 were changed by editors, 1 written/),
    ]);
  });
});

describe('the record of a secret vote in a release', () => {
  const voters = ['Amina Alaoui', 'Bart Claes', 'Clara Dias'];
  const secret = () =>
    makeRecord(
      makeDefinition(
        voters.map((name) => rollLine(name)),
        { pollId: 'v1', roundId: 'v1', terms: { secrecy: 'secret' } },
      ),
      [
        [voters[0] as string, { choice: 'yes' }],
        [voters[1] as string, { choice: 'yes' }],
        [voters[2] as string, { choice: 'no' }],
      ],
    );

  it('joins no voter and ballot, and no other file names the voters', async () => {
    const record = secret();
    const { files } = await makeRelease(undefined, record);
    const read = JSON.parse(textOf(new Map(files), 'polls/v1.json')) as PollRecord;
    for (const { voterId, casterId, confirmerId } of read.ballots)
      expect([voterId, casterId, confirmerId]).toEqual([null, null, null]);
    const codes = read.ballots.map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    expect(read.voted).toEqual([...voters].sort());
    for (const [path, bytes] of files)
      for (const name of voters)
        if (path !== 'polls/v1.json')
          expect([path, Buffer.from(bytes).includes(name)]).toEqual([path, false]);
    await writeFile(join(folder, 'secret.zip'), pack(files));
    expect((await quietly(run, [join(folder, 'secret.zip')])).code).toBe(0);
  });

  it('does not hold once a ballot names its voter', async () => {
    const { files } = await makeRelease(undefined, secret());
    const named = new Map(files);
    replaced('polls/v1.json', '"voterId":null', `"voterId":"${voters[0]}"`)(named);
    await writeFile(join(folder, 'named.zip'), pack(sealedAnew(named)));
    const { code, out } = await quietly(run, [join(folder, 'named.zip')]);
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('polls/v1.json: a secret ballot names somebody'),
    ]);
  });
});

/** One clause in other words, resting on the same quotes, and one that nobody drafted. */
function withEdits(appeal: AppealDocument): AppealDocument {
  const at = appeal.clauses.findIndex(({ sources }) => sources[0]?.use === 'verbatim');
  const clause = appeal.clauses[at] as AppealDocument['clauses'][number];
  const texts = { ...clause.texts, fr: `${clause.texts.fr} Dès l’an prochain.` };
  return {
    ...appeal,
    clauses: [
      ...appeal.clauses.map((each, i) =>
        i === at ? { ...each, texts, drafted: { ...each.drafted, as: 'edited' as const } } : each,
      ),
      {
        ...{
          id: 'new',
          anchor: `c${appeal.clauses.length + 1}`,
          kind: 'operative' as const,
          number: 99,
          topicId: null,
        },
        ...{
          lang: 'fr',
          texts: { fr: 'Nous nous reverrons.' },
          editorial: 'pour finir',
          score: null,
          sources: [],
        },
        drafted: { as: 'written' as const, clause: null },
      },
    ],
  };
}
