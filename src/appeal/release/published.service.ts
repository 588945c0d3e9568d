import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { sha256 } from '../../kernel/hash-chain.js';
import { fingerprint } from '../../kernel/signature.js';
import { publicKeyOf, signingKey } from '../../kernel/signing.js';
import { Files } from '../../platform/files/files.service.js';
import { Secrets } from '../../platform/files/secrets.js';
import { Appeal } from '../appeal.entity.js';
import { OUT } from '../appeal.states.js';
import type { Release } from '../release.entity.js';
import type { FeedEntry } from './feed.js';
import { fileOf, latestRelease } from './release-files.js';
import type { PublishedKey } from './release-key.contract.js';
import { style } from './style.js';

/** For so long it is not asked anew what is published under a slug: a page that everybody opens costs no query. */
const KNOWN_MS = 1_000;
const SLUGS_KEPT = 500;
const FEED_ENTRIES = 50;

/** What is out under a slug. */
export interface Out {
  readonly release: Release;
  /** The slug of the correction that took its place; null while it is the latest. */
  readonly supersededBy: string | null;
}

/** Reads what was published, from the files of the release alone. */
@Injectable()
export class Published {
  private readonly known = new Map<string, { readonly until: number; readonly out: Promise<Out | null> }>();
  private css: Promise<{ bytes: Buffer; hash: string }> | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly files: Files,
    private readonly secrets: Secrets,
  ) {}

  /** By which key this installation signs. */
  key(): PublishedKey {
    const publicKey = publicKeyOf(signingKey(this.secrets.key('release-signing')));
    return { algorithm: 'Ed25519', publicKey, fingerprint: fingerprint(publicKey) };
  }

  style(): Promise<{ bytes: Buffer; hash: string }> {
    this.css ??= style().then((bytes) => ({ bytes, hash: sha256(bytes) }));
    return this.css;
  }

  /** What is published under a slug, or null. What is not there is asked for each time: it may be out any moment. */
  async out(slug: string): Promise<Out | null> {
    const now = performance.now();
    const known = this.known.get(slug);
    if (known && known.until > now) return known.out;
    const out = this.find(slug);
    this.known.set(slug, { until: now + KNOWN_MS, out });
    for (const oldest of this.known.keys()) if (this.known.size > SLUGS_KEPT) this.known.delete(oldest);
    const found = await out.catch(() => null);
    if (!found) this.known.delete(slug);
    return out;
  }

  async file(
    slug: string,
    path: string,
  ): Promise<{ sha256: string; size: string; mediaType: string; stream: () => Readable } | null> {
    const out = await this.out(slug);
    const file = out && (await fileOf(this.db.manager, out.release, path));
    if (!file) return null;
    const { sha256: hash, size, mediaType } = file;
    return { sha256: hash, size, mediaType, stream: () => this.files.stream(file) };
  }

  /** A JSON file of a release. */
  async read<T>(release: Release, path: string): Promise<T> {
    const file = await fileOf(this.db.manager, release, path);
    if (!file) throw new Error(`the release has no ${path}`);
    return JSON.parse(await text(this.files.stream(file))) as T;
  }

  /** The latest releases of all forums. One query. */
  feed(): Promise<FeedEntry[]> {
    return this.db.query(
      `SELECT a.slug, a.title, f.title AS forum, a.correction, r.published_at AS "publishedAt",
              r.manifest_hash AS "manifestHash"
         FROM appeal a JOIN forum f ON f.id = a.forum_id JOIN release r ON r.appeal_id = a.id
        WHERE a.state = ANY($1) ORDER BY r.published_at DESC, r.id DESC LIMIT $2`,
      [OUT, FEED_ENTRIES],
    );
  }

  private async find(slug: string): Promise<Out | null> {
    const release = await latestRelease(this.db.manager, slug);
    if (!release) return null;
    const successor = await this.db.manager.findOneBy(Appeal, {
      supersedesId: release.appealId,
      state: In(OUT),
    });
    return { release, supersededBy: successor?.slug ?? null };
  }
}
