import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../../kernel/hash-chain.js';
import type { Lang } from '../../kernel/localized.js';
import { fingerprint } from '../../kernel/signature.js';
import { Config } from '../../platform/config/config.js';
import type { ContributionBundle } from '../compile/bundle.js';
import type { Draft } from '../compile/draft.js';
import type { Release } from '../release.entity.js';
import { cityMap } from './city-map.js';
import { oembedOf, renderEmbed } from './embed-page.js';
import { type FateLine, type FatesWish, fateLines, renderFates } from './fates-page.js';
import { renderFeed } from './feed.js';
import { renderAppeal } from './html.js';
import type { SitePlaces } from './places.js';
import { type Out, Published } from './published.service.js';
import { type AppealDocument, BUNDLE, type ContributionsDocument, DRAFT } from './release.format.js';

/** Pages kept ready: a release never changes, so that a page is made, compressed and hashed once. */
const PAGES_KEPT = 60;
/** Releases whose list of fates is kept: it may hold thousands. */
const LISTS_KEPT = 3;

/** A page as it is sent. */
export interface ReadyPage {
  readonly hash: string;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

/** The pages that readers see of what is published; each is null where nothing is under the slug. */
@Injectable()
export class SitePages {
  private readonly pages = new Map<string, Promise<ReadyPage>>();
  private readonly lists = new Map<string, Promise<{ appeal: AppealDocument; lines: FateLine[] }>>();

  constructor(
    private readonly published: Published,
    private readonly config: Config,
  ) {}

  async appeal(slug: string, lang: Lang): Promise<ReadyPage | null> {
    const out = await this.published.out(slug);
    return out && this.ready(`appeal ${keyOf(out)} ${lang}`, () => this.renderAppeal(slug, out, lang));
  }

  async embed(slug: string, lang: Lang): Promise<ReadyPage | null> {
    const out = await this.published.out(slug);
    if (!out) return null;
    return this.ready(`embed ${keyOf(out)} ${lang}`, async () =>
      renderEmbed(await this.published.read<AppealDocument>(out.release, 'appeal.json'), lang, {
        style: await this.style(),
        canonical: (each) => this.whole(`/appeals/${slug}?lang=${each}`),
      }),
    );
  }

  async fates(slug: string, wish: FatesWish, lang: Lang): Promise<ReadyPage | null> {
    const out = await this.published.out(slug);
    if (!out) return null;
    const { appeal, lines } = await kept(this.lists, out.release.id, LISTS_KEPT, () =>
      this.list(out.release),
    );
    const key = `fates ${out.release.id} ${lang} ${JSON.stringify([wish.city, wish.fate, wish.page])}`;
    return this.ready(key, async () =>
      renderFates(appeal, lines, wish, lang, {
        style: await this.style(),
        appeal: (each) => `/appeals/${slug}?lang=${each}`,
        here: (each, wished) => `/appeals/${slug}/fates?${queryOf(each, wished)}`,
        canonical: (each) => this.whole(`/appeals/${slug}/fates?lang=${each}`),
        contribution: ({ kind, id }) =>
          kind === 'proposal' ? `/f/${appeal.forum.slug}/proposals/${id}` : null,
      }),
    );
  }

  async oembed(slug: string, lang: Lang, size: { width: number; height: number }): Promise<object | null> {
    const out = await this.published.out(slug);
    if (!out) return null;
    const appeal = await this.published.read<AppealDocument>(out.release, 'appeal.json');
    return oembedOf(appeal, lang, this.whole(`/appeals/${slug}/embed?lang=${lang}`), size);
  }

  async feed(lang: Lang): Promise<string> {
    const self = this.whole(`/appeals/feed.atom?lang=${lang}`);
    return renderFeed(await this.published.feed(), lang, { origin: this.config.publicUrl, self });
  }

  /** The slug in the address of a page of this site; null for any other address. */
  slugIn(address: unknown): string | null {
    if (typeof address !== 'string' || !URL.canParse(address)) return null;
    const { origin, pathname } = new URL(address);
    if (origin !== new URL(this.config.publicUrl).origin) return null;
    return /^\/appeals\/([a-z0-9-]{1,80})(?:\/embed)?$/.exec(pathname)?.[1] ?? null;
  }

  private async renderAppeal(slug: string, { release, supersededBy }: Out, lang: Lang): Promise<string> {
    const [appeal, { contributions }, draft] = await Promise.all([
      this.published.read<AppealDocument>(release, 'appeal.json'),
      this.published.read<ContributionsDocument>(release, 'contributions.json'),
      this.published.read<Draft>(release, DRAFT),
    ]);
    return renderAppeal({ appeal, contributions, draft }, lang, {
      style: await this.style(),
      language: (each) => `/appeals/${slug}?lang=${each}`,
      file: (path) => `/appeals/${slug}/release/${path}`,
      zip: `/appeals/${slug}/release.zip`,
      forum: `/f/${appeal.forum.slug}`,
      contribution: ({ kind, id, threadId }) =>
        `/f/${appeal.forum.slug}/${kind === 'proposal' ? `proposals/${id}` : `discussion/${threadId}#post-${id}`}`,
      fingerprint: fingerprint(release.publicKey),
      map: cityMap,
      site: this.placesOf(slug, appeal.forum.slug, release, supersededBy),
    });
  }

  private placesOf(slug: string, forum: string, release: Release, supersededBy: string | null): SitePlaces {
    return {
      canonical: (lang) => this.whole(`/appeals/${slug}?lang=${lang}`),
      poll: (id) => `/f/${forum}/polls/${id}`,
      fates: (lang) => `/appeals/${slug}/fates?lang=${lang}`,
      embed: (lang) => this.whole(`/appeals/${slug}/embed?lang=${lang}`),
      feed: (lang) => `/appeals/feed.atom?lang=${lang}`,
      oembed: (lang) =>
        this.whole(
          `/appeals/oembed.json?url=${encodeURIComponent(this.whole(`/appeals/${slug}`))}&lang=${lang}`,
        ),
      check: `/verify?release=${encodeURIComponent(slug)}`,
      appeal: (other, lang) => `/appeals/${other}?lang=${lang}`,
      supersededBy,
      files: release.manifest.files,
    };
  }

  private async list(release: Release): Promise<{ appeal: AppealDocument; lines: FateLine[] }> {
    const appeal = await this.published.read<AppealDocument>(release, 'appeal.json');
    const { contributions } = await this.published.read<ContributionsDocument>(release, 'contributions.json');
    const bundle = await this.published.read<ContributionBundle>(release, BUNDLE);
    return { appeal, lines: fateLines(appeal, contributions, bundle) };
  }

  private ready(key: string, make: () => Promise<string>): Promise<ReadyPage> {
    return kept(this.pages, key, PAGES_KEPT, async () => {
      const plain = Buffer.from(await make());
      const [br, gz] = await Promise.all([promisify(brotliCompress)(plain), promisify(gzip)(plain)]);
      return { hash: sha256(plain), plain, br, gzip: gz };
    });
  }

  private async style(): Promise<string> {
    const { hash } = await this.published.style();
    return `/appeals/appeal.css?v=${hash.slice(0, 12)}`;
  }

  private whole(path: string): string {
    return `${this.config.publicUrl.replace(/\/$/, '')}${path}`;
  }
}

const keyOf = ({ release, supersededBy }: Out): string => `${release.id} ${supersededBy}`;

function queryOf(lang: Lang, { city, fate, page }: FatesWish): string {
  const query = new URLSearchParams({ lang });
  if (city !== null) query.set('city', city);
  if (fate !== null) query.set('fate', fate);
  if (page > 1) query.set('page', String(page));
  return query.toString();
}

/** Makes a thing once for all who ask for it at the same time, keeps the last so many, and none that failed. */
function kept<T>(
  all: Map<string, Promise<T>>,
  key: string,
  most: number,
  make: () => Promise<T>,
): Promise<T> {
  const known = all.get(key);
  if (known) return known;
  const made = make();
  all.set(key, made);
  for (const oldest of all.keys()) if (all.size > most) all.delete(oldest);
  made.catch(() => all.delete(key));
  return made;
}
