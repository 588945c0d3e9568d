import { LANGS } from '../../kernel/localized.js';
import { nameOf, type Schema, type Schemas } from './openapi-shapes.js';

/** Stands where no example is known; a test finds it. */
export const NO_EXAMPLE = '…';

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '01976b1e-7c00-7a3b-9d52-4f1e8a6c2b90',
  'date-time': '2014-06-12T09:00:00.000Z',
  date: '2014-06-12',
  email: 'amina.alaoui@fes.example',
};

/** Fields in all three languages; every other of the kind is a city's name. */
const CITY = { ar: 'فاس', fr: 'Fès', en: 'Fez' };
const LOCALIZED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  title: { ar: 'منتدى المدن', fr: 'Forum des villes', en: 'Forum of cities' },
  theme: { ar: 'المدينة والتراث', fr: 'La ville et son patrimoine', en: 'The city and its heritage' },
  question: { ar: 'ترميم المدن العتيقة', fr: 'Restaurer les médinas', en: 'Restore the medinas' },
  texts: {
    ar: 'نلتزم بترميم المدن العتيقة.',
    fr: 'Nous restaurons les médinas.',
    en: 'We restore the medinas.',
  },
};

/** Values that neither enumeration nor format tells: by field, and before that by shape and field. */
const VALUES: Readonly<Record<string, unknown>> = {
  name: 'Amina Alaoui',
  'ApiTokenView.name': 'minutes of the plenary',
  'NewApiToken.name': 'minutes of the plenary',
  'CreateApiTokenDto.name': 'minutes of the plenary',
  slug: 'fez-2014',
  forumSlug: 'fez-2014',
  link: 'http://localhost:3000/join#K7QM2-F9XR4',
  code: 'K7QM2-F9XR4',
  head: true,
  'DelegationView.head': 'Amina Alaoui',
  emblem: '/api/v1/forums/fez-2014/emblem?v=01976b1e-7c00-7a3b-9d52-4f1e8a6c2b90',
  country: 'MA',
  latitude: 34.03313,
  longitude: -5.00028,
  agreedOn: '2013-06',
  weight: '3/2',
  base: '3/2',
  place: 'Dar Batha',
  device: 'Firefox on Linux',
  token: `nidaa_${'S4mpl3'.padEnd(43, '0')}`,
  password: 'a long sentence of your own',
  current: 'the sentence that was used before',
  to: 'amina.alaoui@fes.example',
  subject: 'Your seat at the Forum of cities',
  kind: 'proposal',
  title: 'Restore the medinas',
  titleLang: 'en',
  lang: 'en',
  body: '<p>Every quarter keeps a public fountain.</p>',
  'MailView.body': 'Your code is K7QM2-F9XR4.',
  quote: 'Every quarter keeps a public fountain.',
  reason: 'Its concern stands in clause 4.',
  editorial: 'Links the two clauses around it.',
  error: 'internal',
  page: '/appeals/fez-2014',
  receipt: 'b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c6235b4d2611184',
  hash: 'e2c0b1946ac92492d2347c6235b4d2611184e2c0b1946ac92492d2347c6235b4',
  definitionHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  textHashes: { en: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae' },
  next: 'WyIyMDE0LTA2LTEyVDA5OjAwOjAwLjAwMFoiXQ',
  'Problem.type': 'urn:nidaa:error:request.invalid',
  'Problem.title': 'request.invalid',
  'Problem.code': 'request.invalid',
  'Problem.status': 400,
  'FieldProblem.field': 'title.fr',
  'FieldProblem.rule': 'isNotEmpty',
};

/** Where a schema stands: the named shape around it and the field that holds it. */
interface Place {
  readonly shape: string;
  readonly field: string;
}

/** A value that fits the schema: as it is given there, else as the tables above know it, else made from its type. */
export function exampleOf(
  schema: Schema,
  schemas: Schemas,
  place: Place = { shape: '', field: '' },
): unknown {
  const name = nameOf(schema);
  if (name) return exampleOf(schemas[name] ?? {}, schemas, { shape: name, field: place.field });
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.anyOf ?? [];
  const type = [schema.type].flat()[0];
  const known = VALUES[`${place.shape}.${place.field}`] ?? VALUES[place.field];
  if (known !== undefined && (typeof known === type || first)) return known;
  if (first) return exampleOf(first, schemas, place);
  if (type === 'object') return objectOf(schema, schemas, place);
  if (type === 'array') return listOf(schema, schemas, place);
  if (type === 'boolean') return true;
  if (type === 'string') return FORMATS[schema.format ?? ''] ?? NO_EXAMPLE;
  return Math.max(1, Number(schema.minimum ?? 1));
}

function objectOf({ properties = {} }: Schema, schemas: Schemas, { shape, field }: Place): unknown {
  if (LANGS.every((lang) => properties[lang])) return LOCALIZED[field] ?? CITY;
  return Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [
      name,
      exampleOf(part, schemas, { shape, field: name }),
    ]),
  );
}

function listOf({ prefixItems, items = {}, minItems = 1 }: Schema, schemas: Schemas, place: Place): unknown {
  const parts = prefixItems ?? Array.from({ length: Math.max(1, minItems) }, () => items);
  return parts.map((part) => exampleOf(part, schemas, place));
}
