/** What the examples of the API's description say; `openapi-examples.ts` puts them where they fit. */

export const ID = '01976b1e-7c00-7a3b-9d52-4f1e8a6c2b90';
const OTHER_ID = '01976b1e-7c00-7d11-8e07-c3a95b20f46d';

/** Texts by their format. */
export const FORMATS: Readonly<Record<string, string>> = {
  uuid: ID,
  'date-time': '2014-06-12T09:00:00.000Z',
  date: '2014-06-12',
  email: 'amina.alaoui@fes.example',
};

/** What is in all three languages and not below is a place. */
export const PLACE = { ar: 'فاس', fr: 'Fès', en: 'Fez' };
/** Texts in all three languages, by field. */
export const LOCALIZED: Readonly<Record<string, typeof PLACE>> = {
  title: { ar: 'منتدى المدن', fr: 'Forum des villes', en: 'Forum of cities' },
  theme: { ar: 'المدينة والتراث', fr: 'La ville et son patrimoine', en: 'The city and its heritage' },
  question: { ar: 'ترميم المدن العتيقة', fr: 'Restaurer les médinas', en: 'Restore the medinas' },
  texts: {
    ar: 'نلتزم بترميم المدن العتيقة.',
    fr: 'Nous restaurons les médinas.',
    en: 'We restore the medinas.',
  },
};

const FEZ = { id: ID, name: PLACE, country: 'MA', latitude: 34.03313, longitude: -5.00028 };
const KAIROUAN = {
  id: OTHER_ID,
  name: { ar: 'القيروان', fr: 'Kairouan', en: 'Kairouan' },
  country: 'TN',
  latitude: 35.6781,
  longitude: 10.09633,
};
const count = (heads: number) => ({ heads, weight: String(heads) });

/** By shape and field, and by field alone: what neither type nor format tells, and what makes one state of it all. */
export const VALUES: Readonly<Record<string, unknown>> = {
  name: 'Amina Alaoui',
  role: 'delegate',
  head: true,
  'DelegationView.head': 'Amina Alaoui',
  suspended: false,
  locale: 'en',
  device: 'Firefox on Linux',
  'ApiTokenView.name': 'minutes of the plenary',
  'NewApiToken.name': 'minutes of the plenary',
  'CreateApiTokenDto.name': 'minutes of the plenary',
  scopes: ['read', 'write'],
  expiresAt: '2014-09-10T09:00:00.000Z',
  usedAt: null,
  token: `nidaa_${'S4mpl3'.padEnd(43, '0')}`,
  password: 'a long sentence of your own',
  current: 'the sentence that was used before',

  slug: 'fez-2014',
  forumSlug: 'fez-2014',
  endsOn: '2014-06-14',
  endsAt: '2014-06-12T12:30:00.000Z',
  place: 'Dar Batha',
  sample: false,
  emblem: `/api/v1/forums/fez-2014/emblem?v=${ID}`,
  country: FEZ.country,
  latitude: FEZ.latitude,
  longitude: FEZ.longitude,
  cities: [FEZ, KAIROUAN],
  cityIds: [FEZ.id, KAIROUAN.id],
  agreedOn: '2013-06',
  code: 'K7QM2-F9XR4',
  link: 'http://localhost:3000/join#K7QM2-F9XR4',
  to: 'amina.alaoui@fes.example',
  subject: 'Your seat at the Forum of cities',
  'MailView.body': 'Your code is K7QM2-F9XR4.',

  kind: 'proposal',
  title: 'Restore the medinas',
  titleLang: 'en',
  lang: 'en',
  body: '<p>Every quarter keeps a public fountain.</p>',
  parentId: null,
  editedAt: null,
  imported: false,
  importedSupport: 0,
  opposition: 0,
  'ProposalView.state': 'admitted',
  'ProposalSummary.state': 'admitted',
  'ProposalView.reason': null,

  'PollView.state': 'closed',
  'PollView.reason': null,
  'PollView.abilities': { open: false, close: false, annul: true, vote: false },
  closedAt: '2014-06-12T09:05:00.000Z',
  turnout: { cast: 5, entitled: 6 },
  result: {
    adopted: true,
    quorate: true,
    tally: { yes: count(3), no: count(1), abstain: count(1) },
    entitled: count(6),
    cast: count(5),
    base: '4',
  },
  quorum: { num: 1, den: 2 },
  weight: '1',
  receipt: 'K7QM2F9XR4T6W8BC',
  hash: 'e2c07d1f0b84a6935cd2178e4f6ab09357e1c8d2fa6b40937d5e81c2a4f6b093',
  definitionHash: '9f3c61b8047da25e8c19f0b7d64e2a3590c7f18b6d2e4a7539f0c1b8d6e4a275',
  textHashes: { en: '51d7a9e0c2b84f6391d5e7a0c4b8f2639d1e5a7c0b4f8263d9e1a5c7b0f48263' },

  'AppealView.state': 'published',
  'AppealSummary.state': 'published',
  progress: 100,
  error: null,
  missing: [],
  page: '/appeals/fez-2014',
  'AppealView.abilities': { edit: false, publish: false, recompile: false },
  byFate: { retained: 1, merged: 0, deferred: 0, 'not-retained': 0 },
  'ClauseView.editorial': null,
  editorial: 'Links the two clauses around it.',
  threadId: null,
  position: 0,
  quote: 'Every quarter keeps a public fountain.',
  reason: 'Its concern stands in clause 4.',

  next: 'WyIyMDE0LTA2LTEyVDA5OjAwOjAwLjAwMFoiXQ',
  'Problem.type': 'urn:nidaa:error:request.invalid',
  'Problem.title': 'request.invalid',
  'Problem.code': 'request.invalid',
  'Problem.status': 400,
  'FieldProblem.field': 'title.fr',
  'FieldProblem.rule': 'isNotEmpty',
};
