import type { Lang } from '../../i18n/locale.js';

/** What the page asks its worker: the bytes of one file, or all files of a folder by their paths. */
export interface Asked {
  readonly id: number;
  readonly given:
    | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly name: string }
    | { readonly kind: 'folder'; readonly files: readonly (readonly [path: string, bytes: Uint8Array])[] };
  readonly trusted: string | null;
  readonly published: { readonly key: string; readonly origin: string } | null;
}

/** One finding in each language, so that the page can change its own without checking again. */
export type Said = Readonly<Record<Lang, string>>;

export interface Checked {
  readonly id: number;
  /** Null where what was given is neither a release nor a record. */
  readonly verdict: {
    readonly slug: string | null;
    readonly kind: 'release' | 'record';
    readonly holds: readonly Said[];
    readonly faults: readonly Said[];
    readonly key: { readonly fingerprint: string; readonly trusted: boolean } | null;
  } | null;
}
