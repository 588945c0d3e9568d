import type { Lang } from '../../kernel/localized.js';
import type { Positions } from './city-map.js';
import type { Markup } from './markup.js';
import type { CityDocument, ContributionDocument, FileEntry, PollDocument } from './release.format.js';

/** Where a page finds what stands beside it: other in a sealed release than on the site. Null where there is nothing. */
export interface Places {
  readonly style: string;
  /** Null for a draft, which stands alone. */
  readonly language: ((lang: Lang) => string) | null;
  readonly file: ((path: string) => string) | null;
  /** Null inside the zip itself, as are all that follow. */
  readonly zip: string | null;
  readonly forum: string | null;
  readonly contribution: ((found: ContributionDocument) => string) | null;
  readonly fingerprint: string | null;
  /** Draws the cities. A compile draws nothing: sines differ between engines, and its pages must not. */
  readonly map: ((cities: readonly CityDocument[], lang: Lang, positions: Positions) => Markup | null) | null;
  readonly site: SitePlaces | null;
}

/** What only the site has. */
export interface SitePlaces {
  /** Whole addresses, for programs that read the page elsewhere. */
  readonly canonical: (lang: Lang) => string;
  readonly fates: (lang: Lang) => string;
  /** Where a vote is shown to those who do not read its record. */
  readonly poll: (pollId: string) => string;
  readonly embed: (lang: Lang) => string;
  readonly feed: (lang: Lang) => string;
  readonly oembed: (lang: Lang) => string;
  readonly check: string;
  /** The page of another appeal: the one before, or the one that took its place. */
  readonly appeal: (slug: string, lang: Lang) => string;
  readonly supersededBy: string | null;
  /** Every file with its size and hash. */
  readonly files: readonly FileEntry[];
}

/** Where a vote can be looked at: its page in the forum, or its record beside the page. */
export function voteAt({ id, pollId }: PollDocument, { site, file }: Places): string | null {
  if (site && pollId) return site.poll(pollId);
  return file ? file(`polls/${id}.json`) : null;
}
