import { isLang, LANGS } from '../../kernel/localized.js';
import { PROPOSAL_STATES } from '../../proposals/proposals.contract.js';
import { BUNDLE_FORMAT, type ContributionBundle } from './bundle.js';

/** What was read is no bundle. The message is one sentence that names the first place that does not fit. */
export class BadBundle extends Error {}

type Shape = (value: unknown, at: string) => void;

const wrong = (at: string, wanted: string): never => {
  throw new BadBundle(`The bundle does not fit its format: ${at || 'it'} must be ${wanted}.`);
};
const check =
  (fits: (value: unknown) => boolean, wanted: string): Shape =>
  (value, at) =>
    void (fits(value) || wrong(at, wanted));

const text = check((v) => typeof v === 'string', 'a text');
const key = check((v) => typeof v === 'string' && v !== '', 'a text that is not empty');
const language = check((v) => typeof v === 'string' && /^[a-z]{2,3}$/.test(v), 'a language code');
const number = check((v) => Number.isSafeInteger(v) && (v as number) >= 0, 'a whole number from 0');
const day = check((v) => typeof v === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(v), 'a day as YYYY-MM-DD');
const weight = check((v) => typeof v === 'string' && /^\d+(\/[1-9]\d*)?$/.test(v), 'an exact number as text');
const flag = check((v) => typeof v === 'boolean', 'true or false');
const oneOf = (values: readonly string[]): Shape =>
  check((v) => values.includes(v as string), `one of ${values.join(', ')}`);

const orNull =
  (shape: Shape): Shape =>
  (value, at) =>
    void (value === null || shape(value, at));
const list =
  (shape: Shape): Shape =>
  (value, at) => {
    if (!Array.isArray(value)) wrong(at, 'a list');
    for (const [i, item] of (value as unknown[]).entries()) shape(item, `${at}[${i}]`);
  };
const record =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) wrong(at, 'an object');
    const known = value as Record<string, unknown>;
    for (const [name, shape] of Object.entries(members)) shape(known[name], at ? `${at}.${name}` : name);
    for (const name of Object.keys(known))
      if (!(name in members)) wrong(at ? `${at}.${name}` : name, 'left out');
  };

const localized = record(Object.fromEntries(LANGS.map((lang) => [lang, text])));
const poll = record({ id: key, adopted: flag, yes: weight, no: weight, abstain: weight, entitled: weight });
const proposal = record({
  ...{ id: key, number, topicId: orNull(key), cityId: orNull(key), lang: language },
  state: oneOf(PROPOSAL_STATES),
  texts: list(record({ lang: language, title: text, text })),
  endorsements: list(record({ cityId: orNull(key), lang: language, count: number })),
  importedSupport: number,
  poll: orNull(poll),
});
const post = record({
  ...{ id: key, parentId: orNull(key), cityId: orNull(key), lang: language },
  ...{ text, support: number, opposition: number },
});
const bundle = record({
  format: check((v) => v === BUNDLE_FORMAT, `"${BUNDLE_FORMAT}"`),
  forum: record({
    ...{ slug: key, title: localized, place: localized, hostCity: orNull(localized) },
    ...{ startsOn: day, endsOn: day, lang: check(isLang, `one of ${LANGS.join(', ')}`) },
    topics: list(record({ id: key, position: number, name: localized })),
  }),
  cities: list(record({ id: key, name: localized })),
  proposals: list(proposal),
  threads: list(record({ id: key, topicId: orNull(key), title: text, lang: language, posts: list(post) })),
});

/** Reads a bundle from its JSON. Throws BadBundle. docs/bundle.schema.json says the same for other programs. */
export function readBundleFile(json: string): ContributionBundle {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new BadBundle('The bundle is not JSON.');
  }
  bundle(value, '');
  const read = value as ContributionBundle;
  const ids = [...read.proposals, ...read.threads.flatMap(({ posts }) => posts)].map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw new BadBundle('The bundle names a contribution twice.');
  return read;
}
