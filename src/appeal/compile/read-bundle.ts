import { REGIONS } from '../../forum/forum.contract.js';
import { LANGS } from '../../kernel/localized.js';
import { PROPOSAL_STATES } from '../../proposals/proposals.contract.js';
import { BUNDLE_FORMATS, type ContributionBundle } from './bundle.js';
import {
  flag,
  key,
  list,
  number,
  oneOf,
  optional,
  orNull,
  pattern,
  record,
  ShapeError,
  text,
} from './shapes.js';

/** What was read is no bundle. The message is one sentence. */
export class BadBundle extends Error {}

const language = pattern('^[a-z]{2,3}$', 'a language code');
const day = pattern('^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 'a day as YYYY-MM-DD');
const weight = pattern('^[0-9]+(/[1-9][0-9]*)?$', 'an exact number as text');
const localized = record(Object.fromEntries(LANGS.map((lang) => [lang, text])));

const proposal = record({
  id: key,
  number,
  topicId: orNull(key),
  cityId: orNull(key),
  lang: language,
  state: oneOf(PROPOSAL_STATES),
  texts: list(record({ lang: language, title: text, text })),
  endorsements: list(record({ cityId: orNull(key), lang: language, count: number })),
  endorsingCities: optional(list(record({ cityId: key, lang: language }))),
  importedSupport: number,
  mergedInto: optional(orNull(key)),
  poll: orNull(
    record({ id: key, adopted: flag, yes: weight, no: weight, abstain: weight, entitled: weight }),
  ),
});
const post = record({
  id: key,
  parentId: orNull(key),
  cityId: orNull(key),
  lang: language,
  text,
  support: number,
  opposition: number,
});
const bundle = record({
  format: oneOf(BUNDLE_FORMATS),
  forum: record({
    slug: key,
    title: localized,
    place: localized,
    hostCity: orNull(localized),
    startsOn: day,
    endsOn: day,
    lang: oneOf(LANGS),
    topics: list(record({ id: key, position: number, name: localized })),
  }),
  cities: list(record({ id: key, name: localized, region: optional(orNull(oneOf(REGIONS))) })),
  proposals: list(proposal),
  threads: list(record({ id: key, topicId: orNull(key), title: text, lang: language, posts: list(post) })),
});

/** The format for other programs; docs/bundle.schema.json is this, and a test keeps it so. */
export const BUNDLE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: `A bundle of contributions (${BUNDLE_FORMATS.join(', ')})`,
  ...bundle.schema,
};

/** Reads a bundle from its JSON. Throws BadBundle. */
export function readBundleFile(json: string): ContributionBundle {
  let value: unknown;
  try {
    value = JSON.parse(json);
    bundle.check(value, '');
  } catch (error) {
    if (error instanceof ShapeError)
      throw new BadBundle(`The bundle does not fit its format: ${error.message}.`);
    throw new BadBundle('The bundle is not JSON.');
  }
  const read = value as ContributionBundle;
  const named = {
    contribution: [...read.proposals, ...read.threads.flatMap(({ posts }) => posts)],
    city: read.cities,
    topic: read.forum.topics,
    thread: read.threads,
  };
  for (const [what, list] of Object.entries(named))
    if (new Set(list.map(({ id }) => id)).size !== list.length)
      throw new BadBundle(`The bundle names a ${what} twice.`);
  for (const { endorsingCities = [] } of read.proposals)
    if (new Set(endorsingCities.map(({ cityId }) => cityId)).size !== endorsingCities.length)
      throw new BadBundle('The bundle has a city stand behind one proposal twice.');
  return read;
}
