import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { sha256 } from '../../kernel/hash-chain.js';
import { type Signature, signatureHolds } from '../../kernel/signature.js';
import { changesOf } from '../release/pairing.js';
import {
  type AppealDocument,
  MANIFEST,
  type Manifest,
  SIGNATURE,
  SUPERSEDED,
} from '../release/release.format.js';
import type { Check } from './check.js';
import { type Finding, finding, type Key } from './findings.js';

const OLD = {
  manifest: `${SUPERSEDED}/${MANIFEST}`,
  signature: `${SUPERSEDED}/${SIGNATURE}`,
  appeal: `${SUPERSEDED}/appeal.json`,
};

/**
 * That a correction takes the place of the release that it names: signed by the same key, with the hash that is
 * named, and different in the clauses that are listed. It needs no network: the old manifest, its signature and its
 * appeal are in the release.
 */
export function checkLink(check: Check, appeal: AppealDocument, key: Key | null): void {
  const { supersedes } = appeal;
  if (!supersedes) {
    const [left] = Object.values(OLD).filter((path) => check.files.has(path));
    if (left) check.faults.push(finding('link.other', { path: left }));
    return;
  }
  const manifest = check.json<Manifest>(OLD.manifest, () => true);
  const signature = check.json<Signature>(OLD.signature, (it) => it.algorithm === 'Ed25519');
  const before = check.json<AppealDocument>(OLD.appeal, () => true);
  if (!manifest || !signature || !before) return;
  check.attempt(OLD.manifest, () => {
    const bytes = check.files.get(OLD.manifest) as Uint8Array;
    const faults: Finding[] = [];
    const old = check.files.get(OLD.appeal) as Uint8Array;
    const named = manifest.files.find(({ path }) => path === 'appeal.json');
    const { slug, number, publishedAt, manifestHash } = supersedes;
    const same =
      sha256(bytes) === manifestHash &&
      [manifest.slug === slug, manifest.number === number, manifest.publishedAt === publishedAt].every(
        Boolean,
      );
    if (!same) faults.push(finding('link.other', { path: OLD.manifest }));
    if (!signatureHolds(bytes, signature) || signature.publicKey !== key?.publicKey)
      faults.push(finding('link.other', { path: OLD.signature }));
    if (named?.sha256 !== sha256(old)) faults.push(finding('link.other', { path: OLD.appeal }));
    const changes = changesOf(before.clauses, appeal.clauses) as unknown as Json;
    if (canonicalJson(changes) !== canonicalJson(supersedes.changes as unknown as Json))
      faults.push(finding('link.differences', { path: 'appeal.json' }));
    check.note(faults, 'link.holds', { slug, number, count: supersedes.changes.length });
  });
}
