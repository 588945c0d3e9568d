import { fingerprint, type Signature, signatureHolds } from '../../kernel/signature.js';
import {
  APPEAL_FORMATS,
  type AppealDocument,
  type FileSet,
  MANIFEST,
  MANIFEST_FORMAT,
  type Manifest,
  SIGNATURE,
} from '../release/release.format.js';
import { Check } from './check.js';
import { checkAdoption } from './check-adoption.js';
import { checkAppeal } from './check-appeal.js';
import { checkDraft } from './check-draft.js';
import { checkFiles } from './check-files.js';
import { checkLink } from './check-link.js';
import { finding, type Key, type Verdict } from './findings.js';

const HEX_KEY = /^[0-9a-f]{64}$/;

/** What the reader knows of the key beforehand: as hex, or as a fingerprint of it. */
export interface Known {
  /** Named by the reader; null where none was. */
  readonly trusted: string | null;
  /** Given by the site that the release was taken from; null where it gives none, or was not asked. */
  readonly published?: { readonly key: string; readonly origin: string } | null;
}

/**
 * Checks a release from its files alone: signature, checksums, the chain and the count of every vote, every quote
 * in the contribution that it names, the draft by compiling it again, the release before it. Without a trusted key
 * nothing is said of who signed. Never throws on what the files hold.
 */
export function verifyRelease(files: FileSet, known: Known): Verdict {
  const check = new Check(files);
  const signature = check.json<Signature>(SIGNATURE, isSignature);
  const manifest = check.json<Manifest>(MANIFEST, (it) => it.format === MANIFEST_FORMAT);
  const key = signature && keyOf(signature, known.trusted);
  if (signature && key) checkSignature(check, signature, key, known);
  if (manifest) checkFiles(check, manifest);
  const appeal = check.json<AppealDocument>('appeal.json', (it) => APPEAL_FORMATS.includes(it.format));
  if (appeal) {
    checkAppeal(check, appeal);
    checkAdoption(check, appeal);
    checkDraft(check, appeal);
    checkLink(check, appeal, key);
  }
  return { holds: check.holds, faults: check.faults, key, slug: slugOf(manifest) };
}

export function isSignature({ algorithm, publicKey, signature }: Signature): boolean {
  return algorithm === 'Ed25519' && HEX_KEY.test(publicKey) && /^[0-9a-f]{128}$/.test(signature);
}

function checkSignature(check: Check, signature: Signature, key: Key, { trusted, published }: Known): void {
  const path = SIGNATURE;
  const signed = check.files.get(MANIFEST);
  const holds = signed !== undefined && signatureHolds(signed, signature);
  check.note(holds ? [] : [finding('signature.wrong', { path, signed: MANIFEST })], 'signature.holds', {
    key: key.fingerprint,
  });
  if (trusted !== null) check.note(key.trusted ? [] : [finding('key.other', { path })], 'key.trusted');
  if (published) {
    const { origin } = published;
    const same = isKey(key, published.key);
    check.note(same ? [] : [finding('key.unpublished', { path, origin })], 'key.published', { origin });
  }
}

/** Whose key signed, and whether it is the one that the reader named; null where there is none. */
export function keyOf(signature: Signature | undefined, trusted: string | null): Key | null {
  const publicKey = signature?.publicKey;
  if (typeof publicKey !== 'string' || !HEX_KEY.test(publicKey)) return null;
  const key = { publicKey, fingerprint: fingerprint(publicKey) };
  return { ...key, trusted: trusted !== null && isKey(key, trusted) };
}

/** Whether words name a key: its hex or that of its fingerprint, in any writing that people use for such. */
function isKey({ publicKey, fingerprint: print }: Omit<Key, 'trusted'>, named: string): boolean {
  const wanted = named.toLowerCase().replace(/[^0-9a-f]/g, '');
  return wanted === print || wanted === publicKey;
}

const slugOf = (manifest: Manifest | null): string | null =>
  typeof manifest?.slug === 'string' ? manifest.slug : null;
