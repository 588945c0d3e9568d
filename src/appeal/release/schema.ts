import { REGIONS } from '../../forum/forum.contract.js';
import { LANGS } from '../../kernel/localized.js';
import { CLAUSE_KINDS, CONTRIBUTION_KINDS, FATES, SOURCE_USES } from '../appeal.contract.js';
import { DRAFT_FORMATS } from '../compile/draft.js';
import { BUNDLE_SCHEMA } from '../compile/read-bundle.js';
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
  type Shape,
  text,
} from '../compile/shapes.js';
import { ACTS, CONFIRMATIONS } from '../signatures/signatures.contract.js';
import {
  APPEAL_FORMAT,
  APPEAL_FORMATS,
  CONTRIBUTIONS_FORMAT,
  MANIFEST_FORMAT,
  VOTE_SIDES,
} from './release.format.js';

const hash = pattern('^[0-9a-f]{64}$', 'a SHA-256 in hex');
const instant = pattern('^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$', 'a moment in UTC');
const day = pattern('^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 'a day as YYYY-MM-DD');
const language = pattern('^[a-z]{2,3}$', 'a language code');
const degrees = pattern('^-?[0-9]+(\\.[0-9]+)?$', 'degrees');
const votes = record({ heads: number, weight: pattern('^[0-9]+(/[0-9]+)?$', 'an exact number') });
const localized = record(Object.fromEntries(LANGS.map((lang) => [lang, text])));
const ref = record({ kind: oneOf(CONTRIBUTION_KINDS), id: key });

const anchor = pattern('^c[1-9][0-9]*$', 'an anchor');
const base64url = pattern('^[A-Za-z0-9_-]+$', 'bytes in base64url');
/** A public key (RFC 7517) of one of the kinds that devices have. */
const jwk: Pick<Shape, 'schema'> = {
  schema: {
    type: 'object',
    properties: { kty: { enum: ['EC', 'OKP', 'RSA'] } },
    required: ['kty'],
    additionalProperties: base64url.schema,
  },
};

/** By language; any may be missing. */
const texts: Pick<Shape, 'schema'> = {
  schema: { type: 'object', propertyNames: language.schema, additionalProperties: text.schema },
};
const counts = (of: readonly string[]) => record(Object.fromEntries(of.map((each) => [each, number])));
/** Figures behind a rank: whole numbers, of which later compilers may name more. */
const score: Pick<Shape, 'schema'> = {
  schema: {
    type: 'object',
    properties: Object.fromEntries(
      ['support', 'cities', 'languages', 'total'].map((each) => [each, { type: 'integer', minimum: 0 }]),
    ),
    required: ['support', 'cities', 'languages', 'total'],
    additionalProperties: { type: 'integer', minimum: 0 },
  },
};
const source = record({ contribution: ref, lang: language, quote: key, use: oneOf(SOURCE_USES) });

/** What a compile drafts, and what a clause of the appeal has too. */
const clause = {
  kind: oneOf(CLAUSE_KINDS),
  topicId: orNull(key),
  lang: language,
  texts: texts as Shape,
  editorial: orNull(text),
  sources: list(source),
  score: orNull(score as Shape),
};
const fate = record({ contribution: ref, fate: oneOf(FATES), reason: text });

/** Shares by city and language; later versions may say more of each. */
const coverage: Pick<Shape, 'schema'> = {
  schema: {
    type: 'object',
    properties: {
      total: number.schema,
      byFate: counts(FATES).schema,
      byCity: { type: 'array', items: { type: 'object' } },
      byLang: { type: 'array', items: { type: 'object' } },
    },
    required: ['total', 'byFate', 'byCity', 'byLang'],
  },
};

/** What was discussed, topic by topic. */
const discussed = optional(
  list(
    record({
      topicId: orNull(key),
      quotes: list(record({ contribution: ref, lang: language, quote: key })),
    }),
  ),
);

const appeal = record({
  format: oneOf(APPEAL_FORMATS),
  slug: key,
  title: localized,
  lang: oneOf(LANGS),
  publishedAt: instant,
  compiler: key,
  inputHash: hash,
  origin: text,
  forum: record({
    ...{ slug: key, title: localized, theme: localized, place: localized },
    country: orNull(pattern('^[A-Z]{2}$', 'a country code')),
    ...{ startsOn: day, endsOn: day, sample: flag },
  }),
  cities: list(
    record({
      ...{ id: key, name: localized, country: orNull(pattern('^[A-Z]{2}$', 'a country code')) },
      ...{ latitude: orNull(degrees), longitude: orNull(degrees) },
    }),
  ),
  topics: list(record({ id: key, name: localized })),
  clauses: list(
    record({
      ...clause,
      id: key,
      anchor,
      number: orNull(number),
      drafted: record({ as: oneOf(['drafted', 'edited', 'written']), clause: orNull(number) }),
    }),
  ),
  fates: list(fate),
  coverage: coverage as Shape,
  discussed,
  polls: list(
    record({
      ...{ id: key, pollId: optional(orNull(key)), question: localized, adopted: flag },
      subject: record({ kind: key, id: key }),
      tally: optional(orNull(record(Object.fromEntries(VOTE_SIDES.map((side) => [side, votes]))))),
    }),
  ),
  textHash: hash,
  adoption: orNull(record({ round: key, at: instant })),
  signatures: list(
    record({
      ...{ city: key, act: oneOf(ACTS), at: instant, hash, confirmedBy: oneOf(CONFIRMATIONS) },
      reservations: list(record({ clause: anchor, lang: oneOf(LANGS), text: key })),
      proof: orNull(
        record({
          key: jwk as Shape,
          clientDataJSON: base64url,
          authenticatorData: base64url,
          signature: base64url,
        }),
      ),
      signer: orNull(key),
    }),
  ),
  supersedes: orNull(
    record({
      ...{ slug: key, number, publishedAt: instant, manifestHash: hash, reason: key },
      changes: list(
        record({
          now: orNull(key),
          before: orNull(key),
          change: oneOf(['added', 'changed', 'removed']),
        }),
      ),
    }),
  ),
});

const contribution = record({
  ...{ kind: oneOf(CONTRIBUTION_KINDS), id: key, lang: language, cityName: orNull(localized) },
  ...{ number: orNull(number), threadId: orNull(key), threadTitle: orNull(text), support: number },
  texts: list(record({ lang: language, title: text, text })),
});

const draft = record({
  format: oneOf(DRAFT_FORMATS),
  ...{ compiler: key, lang: oneOf(LANGS), title: localized },
  clauses: list(record(clause)),
  fates: list(fate),
  coverage: coverage as Shape,
  annexes: record({
    cities: list(record({ id: key, name: localized, region: orNull(oneOf(REGIONS)) })),
    votes: list(
      record({
        ...{ id: key, proposalId: key, number, adopted: flag },
        ...{ yes: text, no: text, abstain: text, entitled: text },
      }),
    ),
    discussed,
  }),
});

const { $schema, title: _, ...bundle } = BUNDLE_SCHEMA;

/** The JSON files of a release for other programs, each under its name. */
export const RELEASE_SCHEMA = {
  $schema,
  title: `The files of a release (${APPEAL_FORMAT}, ${MANIFEST_FORMAT})`,
  $defs: {
    'appeal.json': appeal.schema,
    'contributions.json': record({ format: oneOf([CONTRIBUTIONS_FORMAT]), contributions: list(contribution) })
      .schema,
    'bundle.json': bundle,
    'draft.json': draft.schema,
    'manifest.json': record({
      format: oneOf([MANIFEST_FORMAT]),
      ...{ slug: key, number, publishedAt: instant },
      log: orNull(record({ seq: number, hash })),
      files: list(record({ path: key, bytes: number, sha256: hash })),
    }).schema,
    'signature.json': record({
      algorithm: oneOf(['Ed25519']),
      publicKey: hash,
      signature: pattern('^[0-9a-f]{128}$', 'a signature in hex'),
    }).schema,
  },
};
