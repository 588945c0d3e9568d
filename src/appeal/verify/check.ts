import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import type { FileSet } from '../release/release.format.js';
import { type Finding, type FindingCode, finding } from './findings.js';

/** Gathers what is found. Nothing that a file holds makes it throw. */
export class Check {
  readonly holds: Finding[] = [];
  readonly faults: Finding[] = [];

  constructor(readonly files: FileSet) {}

  /** Notes faults, or, where there are none, that it holds. */
  note(faults: readonly Finding[], holds: FindingCode, details: Finding['details'] = {}): void {
    this.faults.push(...faults);
    if (faults.length === 0) this.holds.push(finding(holds, details));
  }

  /** Runs one part of the check; a file that does not have the shape of what it claims to be is a fault of its own. */
  attempt(path: string, work: () => void): void {
    try {
      work();
    } catch {
      this.faults.push(finding('file.shape', { path }));
    }
  }

  /** A file in canonical JSON of the expected format; anything else is a fault and null. */
  json<T>(path: string, fits: (value: T) => boolean): T | null {
    const bytes = this.files.get(path);
    if (!bytes) {
      this.faults.push(finding('file.missing', { path }));
      return null;
    }
    try {
      const text = textOf(bytes);
      const value = JSON.parse(text) as T;
      if (`${canonicalJson(value as Json)}\n` === text && fits(value)) return value;
    } catch {
      // falls through to the fault
    }
    this.faults.push(finding('file.shape', { path }));
    return null;
  }
}

/** UTF-8 to the letter: throws on what is none, and keeps a mark of byte order. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
