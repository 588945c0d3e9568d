import type { ForumFacts } from './forum-fields.js';

/** An address to begin with, from the place and the year: `fez-2014`. Empty until the place has a Latin name. */
export function slugOf({ place, startsOn }: Pick<ForumFacts, 'place' | 'startsOn'>): string {
  const words = (place.en || place.fr)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return [words, startsOn.slice(0, 4)].filter(Boolean).join('-').slice(0, 60);
}
