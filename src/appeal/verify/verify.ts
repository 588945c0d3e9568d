import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { sha256 } from '../../kernel/hash-chain.js';
import { fingerprint, type Signature, signatureHolds } from '../../kernel/signature.js';
import { faultsOfRecord } from '../../voting/counting/check-record.js';
import { type PollRecord, RECORD_FORMAT } from '../../voting/records.contract.js';
import { FATES } from '../appeal.contract.js';
import { standsIn } from '../quotes.js';
import {
  APPEAL_FORMAT,
  type AppealDocument,
  CONTRIBUTIONS_FORMAT,
  type ContributionsDocument,
  type FileSet,
  MANIFEST,
  MANIFEST_FORMAT,
  type Manifest,
  SIGNATURE,
} from '../release/release.format.js';

export interface Verdict {
  /** What was looked at and holds, in words. */
  readonly holds: readonly string[];
  /** What does not, each naming the file and the matter. */
  readonly faults: readonly string[];
  readonly key: { readonly fingerprint: string; readonly trusted: boolean } | null;
  readonly slug: string | null;
}

/**
 * Checks a release from its files alone: signature, checksums, the chain and the count of every vote, every
 * quote in the contribution that it names. `trusted` is the public key or its fingerprint in hex; without it
 * nothing is said of who signed. Never throws on what the files hold.
 */
export function verifyRelease(files: FileSet, trusted: string | null): Verdict {
  const check = new Check();
  const signature = check.json<Signature>(files, SIGNATURE, (it) => it.algorithm === 'Ed25519');
  const manifest = check.json<Manifest>(files, MANIFEST, (it) => it.format === MANIFEST_FORMAT);
  const key = signature && keyOf(signature, trusted);
  if (signature && files.has(MANIFEST)) {
    const holds = signatureHolds(files.get(MANIFEST) as Uint8Array, signature);
    check.note(
      holds,
      `the signature is by the key ${key?.fingerprint}`,
      `${SIGNATURE}: the signature does not fit ${MANIFEST}`,
    );
  }
  if (trusted !== null && key)
    check.note(
      key.trusted,
      'the key is the one that you trust',
      `${SIGNATURE}: signed by a key other than the one that you trust`,
    );
  if (manifest) checkFiles(check, files, manifest);
  checkAppeal(check, files);
  return { holds: check.holds, faults: check.faults, key, slug: manifest?.slug ?? null };
}

class Check {
  readonly holds: string[] = [];
  readonly faults: string[] = [];

  note(good: boolean, holds: string, fault: string): void {
    if (good) this.holds.push(holds);
    else this.faults.push(fault);
  }

  /** Runs one part of the check; a file that does not have the shape of what it claims to be is a fault of its own. */
  attempt(path: string, work: () => void): void {
    try {
      work();
    } catch {
      this.faults.push(`${path}: is not in the form that its format asks for`);
    }
  }

  /** A file in canonical JSON of the expected format; anything else is a fault and null. */
  json<T>(files: FileSet, path: string, fits: (value: T) => boolean): T | null {
    const bytes = files.get(path);
    if (!bytes) {
      this.faults.push(`${path}: is missing`);
      return null;
    }
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      const value = JSON.parse(text) as T;
      if (`${canonicalJson(value as Json)}\n` === text && fits(value)) return value;
    } catch {
      // falls through to the fault
    }
    this.faults.push(`${path}: is not in the form that its format asks for`);
    return null;
  }
}

/** Whose key signed, and whether it is the one that the reader named; null where there is none. */
export function keyOf(signature: Signature | undefined, trusted: string | null): Verdict['key'] {
  const publicKey = signature?.publicKey;
  if (typeof publicKey !== 'string') return null;
  const print = fingerprint(publicKey);
  const wanted = trusted?.toLowerCase().replace(/[^0-9a-f]/g, '');
  return { fingerprint: print, trusted: wanted === print || wanted === publicKey };
}

function checkFiles(check: Check, files: FileSet, manifest: Manifest): void {
  check.attempt(MANIFEST, () => {
    const listed = new Set(manifest.files.map(({ path }) => path));
    const faults: string[] = [];
    for (const { path, bytes, sha256: hash } of manifest.files) {
      const found = files.get(path);
      if (!found) faults.push(`${path}: is missing`);
      else if (found.byteLength !== bytes || sha256(found) !== hash)
        faults.push(`${path}: was changed, its checksum is not the one in ${MANIFEST}`);
    }
    for (const path of files.keys())
      if (!listed.has(path) && path !== MANIFEST && path !== SIGNATURE)
        faults.push(`${path}: is not in ${MANIFEST}`);
    check.faults.push(...faults);
    if (faults.length === 0) check.holds.push(`all ${listed.size} files are as they were signed`);
  });
}

function checkAppeal(check: Check, files: FileSet): void {
  const appeal = check.json<AppealDocument>(files, 'appeal.json', (it) => it.format === APPEAL_FORMAT);
  const said = check.json<ContributionsDocument>(
    files,
    'contributions.json',
    (it) => it.format === CONTRIBUTIONS_FORMAT,
  );
  if (appeal && said) check.attempt('appeal.json', () => checkSources(check, appeal, said));
  if (appeal) check.attempt('appeal.json', () => checkFates(check, appeal));
  if (appeal) check.attempt('appeal.json', () => checkPolls(check, files, appeal));
}

function checkSources(
  check: Check,
  { clauses }: AppealDocument,
  { contributions }: ContributionsDocument,
): void {
  const known = new Map(contributions.map((each) => [`${each.kind} ${each.id}`, each]));
  const faults: string[] = [];
  let quotes = 0;
  for (const { anchor, sources, editorial, texts } of clauses) {
    if (sources.length === 0 && editorial === null)
      faults.push(`appeal.json: clause ${anchor} has no source`);
    for (const source of sources) {
      quotes += 1;
      const from = known.get(`${source.contribution.kind} ${source.contribution.id}`);
      const found = from?.texts.some(
        ({ title, text }) => title.includes(source.quote) || text.includes(source.quote),
      );
      if (!found) faults.push(`appeal.json: a source of clause ${anchor} is not in contributions.json`);
      if (source.use !== 'inspired' && !standsIn(source, texts))
        faults.push(`appeal.json: clause ${anchor} does not have the words that it is said to quote`);
    }
  }
  check.faults.push(...faults);
  if (faults.length === 0)
    check.holds.push(
      `each of the ${quotes} quotes behind ${clauses.length} clauses stands in its contribution`,
    );
}

function checkFates(check: Check, { fates, coverage }: AppealDocument): void {
  const counted = FATES.every(
    (fate) => fates.filter((each) => each.fate === fate).length === coverage.byFate[fate],
  );
  check.note(
    counted && fates.length === coverage.total,
    `the fates of ${fates.length} contributions add up`,
    'appeal.json: the fates do not add up to what is said of them',
  );
}

function checkPolls(check: Check, files: FileSet, { polls }: AppealDocument): void {
  for (const { id, adopted } of polls) {
    const path = `polls/${id}.json`;
    const record = check.json<PollRecord>(
      files,
      path,
      (it) => it.format === RECORD_FORMAT && it.definition.roundId === id,
    );
    if (!record) continue;
    check.attempt(path, () => {
      const faults = faultsOfRecord(record);
      if (record.result.adopted !== adopted) faults.push('the result is not the one in appeal.json');
      check.faults.push(...faults.map((fault) => `${path}: ${fault}`));
      if (faults.length === 0)
        check.holds.push(`the vote ${id}: ${record.ballots.length} ballots counted again, the same result`);
    });
  }
}
