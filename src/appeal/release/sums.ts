import { type FileEntry, SUMS } from './release.format.js';

/** The text of SHA256SUMS, as `sha256sum` writes it and `sha256sum -c` reads it. */
export function sumsOf(files: readonly FileEntry[]): string {
  return files
    .filter(({ path }) => path !== SUMS)
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}
