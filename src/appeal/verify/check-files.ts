import { sha256 } from '../../kernel/hash-chain.js';
import { MANIFEST, type Manifest, SIGNATURE, SUMS } from '../release/release.format.js';
import { sumsOf } from '../release/sums.js';
import { type Check, textOf } from './check.js';
import { type Finding, finding } from './findings.js';

/** That every file is there as it was signed, and no other; that SHA256SUMS says the same. */
export function checkFiles(check: Check, manifest: Manifest): void {
  check.attempt(MANIFEST, () => {
    const listed = new Set(manifest.files.map(({ path }) => path));
    const faults: Finding[] = [];
    for (const { path, bytes, sha256: hash } of manifest.files) {
      const found = check.files.get(path);
      if (!found) faults.push(finding('file.missing', { path }));
      else if (found.byteLength !== bytes || sha256(found) !== hash)
        faults.push(finding('file.changed', { path, manifest: MANIFEST }));
    }
    for (const path of check.files.keys())
      if (!listed.has(path) && path !== MANIFEST && path !== SIGNATURE)
        faults.push(finding('file.unlisted', { path, manifest: MANIFEST }));
    const sums = check.files.get(SUMS);
    if (sums && faults.length === 0 && textOf(sums) !== sumsOf(manifest.files))
      faults.push(finding('sums.differ', { path: SUMS, manifest: MANIFEST }));
    check.note(faults, 'files.whole', { count: listed.size });
  });
}
