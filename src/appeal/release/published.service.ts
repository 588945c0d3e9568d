import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sha256 } from '../../kernel/hash-chain.js';
import type { Lang } from '../../kernel/localized.js';
import { fingerprint } from '../../kernel/signature.js';
import { publicKeyOf, signingKey } from '../../kernel/signing.js';
import { Files } from '../../platform/files/files.service.js';
import { Secrets } from '../../platform/files/secrets.js';
import type { Draft } from '../compile/draft.js';
import type { Release } from '../release.entity.js';
import { style } from './files-of.js';
import { renderAppeal } from './html.js';
import { type AppealDocument, type ContributionsDocument, DRAFT } from './release.format.js';
import { fileOf, latestRelease } from './release-files.js';
import type { PublishedKey } from './release-key.contract.js';

/** Pages kept ready: a release never changes, so that a page is made once. */
const PAGES_KEPT = 60;

/** Reads what was published, from the files of the release alone. */
@Injectable()
export class Published {
  private readonly pages = new Map<string, string>();
  private css: Promise<{ bytes: Buffer; hash: string }> | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly files: Files,
    private readonly secrets: Secrets,
  ) {}

  key(): PublishedKey {
    const publicKey = publicKeyOf(signingKey(this.secrets.key('release-signing')));
    return { algorithm: 'Ed25519', publicKey, fingerprint: fingerprint(publicKey) };
  }

  style(): Promise<{ bytes: Buffer; hash: string }> {
    this.css ??= style().then((bytes) => ({ bytes, hash: sha256(bytes) }));
    return this.css;
  }

  /** The page in a language, or null where nothing is published under the slug. */
  async page(slug: string, lang: Lang): Promise<string | null> {
    const release = await latestRelease(this.db.manager, slug);
    if (!release) return null;
    const key = `${release.id} ${lang}`;
    const known = this.pages.get(key);
    if (known) return known;
    const page = await this.render(slug, release, lang);
    for (const oldest of this.pages.keys()) if (this.pages.size >= PAGES_KEPT) this.pages.delete(oldest);
    this.pages.set(key, page);
    return page;
  }

  async file(
    slug: string,
    path: string,
  ): Promise<{ sha256: string; size: string; mediaType: string; stream: () => Readable } | null> {
    const release = await latestRelease(this.db.manager, slug);
    const file = release && (await fileOf(this.db.manager, release, path));
    if (!file) return null;
    const { sha256: hash, size, mediaType } = file;
    return { sha256: hash, size, mediaType, stream: () => this.files.stream(file) };
  }

  private async render(slug: string, release: Release, lang: Lang): Promise<string> {
    const [appeal, { contributions }, draft] = await Promise.all([
      this.read<AppealDocument>(release, 'appeal.json'),
      this.read<ContributionsDocument>(release, 'contributions.json'),
      this.read<Draft>(release, DRAFT),
    ]);
    const { hash } = await this.style();
    return renderAppeal({ appeal, contributions, draft }, lang, {
      style: `/appeals/appeal.css?v=${hash.slice(0, 12)}`,
      language: (each) => `/appeals/${slug}?lang=${each}`,
      file: (path) => `/appeals/${slug}/release/${path}`,
      zip: `/appeals/${slug}/release.zip`,
      forum: `/f/${appeal.forum.slug}`,
      contribution: ({ kind, id, threadId }) =>
        `/f/${appeal.forum.slug}/${kind === 'proposal' ? `proposals/${id}` : `discussion/${threadId}#post-${id}`}`,
      fingerprint: fingerprint(release.publicKey),
    });
  }

  private async read<T>(release: Release, path: string): Promise<T> {
    const file = await fileOf(this.db.manager, release, path);
    if (!file) throw new Error(`the release has no ${path}`);
    return JSON.parse(await text(this.files.stream(file))) as T;
  }
}
