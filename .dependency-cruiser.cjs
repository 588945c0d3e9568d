/**
 * The plan of the house as rules: what may lean on what. `npm test` runs them; each is broken once, on purpose,
 * in test/architecture/house, and test/architecture/rules.spec.ts shows that it is caught.
 */

/** The rooms from the ground up: one may import those before it, never those after it. */
const FLOORS = [
  'kernel',
  'text',
  'platform',
  'identity',
  'forum',
  'moderation',
  'program',
  'voting',
  'discussion',
  'proposals',
  'opinion',
  'appeal',
  'notifications',
  'opendata',
  'cli',
];
/** Plain TypeScript: what is decided or computed there can be read, tested and run in a browser by itself. */
const PURE = ['kernel', 'text', 'voting/counting', 'opinion/grouping', 'appeal/compile', 'appeal/recompile'];

const ROOT = '^(?:test/architecture/house/)?';
const rooms = (names) => `${ROOT}src/(?:${names.join('|')})/`;
const OUR_TESTS = '\\.spec\\.tsx?$';

const floors = FLOORS.slice(0, -1).map((name, at) => ({
  name: `floor-${name}`,
  comment: `${name} leans only on what is below it.`,
  severity: 'error',
  from: { path: rooms([name]), pathNot: OUR_TESTS },
  to: { path: [rooms(FLOORS.slice(at + 1)), `${ROOT}src/[^/]+\\.ts$`] },
}));

module.exports = {
  forbidden: [
    ...floors,
    {
      name: 'no-cycle',
      comment: 'Modules that import each other cannot be understood, tested or started one by one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'pure-needs-no-framework',
      comment: 'Rules know neither Nest nor the database, nor files, networks or processes.',
      severity: 'error',
      from: { path: rooms(PURE), pathNot: OUR_TESTS },
      to: {
        path: [
          '(?:^|node_modules/)(?:@nestjs|typeorm|pg|fastify|socket\\.io|bull|ioredis|reflect-metadata|class-validator|class-transformer)(?:/|$)',
          '^(?:node:)?(?:fs|fs/promises|http|https|net|dns|child_process|worker_threads|cluster)$',
          rooms(['platform']),
        ],
      },
    },
    {
      name: 'doors-are-private',
      comment: 'Controllers, gateways and processors belong to their room; others call its services.',
      severity: 'error',
      from: { path: `${ROOT}src/([^/]+)/`, pathNot: OUR_TESTS },
      to: {
        path: `${ROOT}src/[^/]+/.*\\.(?:controller|gateway|processor)\\.ts$`,
        pathNot: [`${ROOT}src/$1/`, rooms(['platform'])],
      },
    },
    {
      name: 'contracts-are-plain',
      comment: 'A contract is what the wire carries: types and tables, out of other contracts and the kernel.',
      severity: 'error',
      from: { path: '\\.contract\\.ts$' },
      to: { pathNot: ['\\.contract\\.ts$', rooms(['kernel'])] },
    },
    {
      name: 'client-knows-contracts',
      comment: 'Of the server the client sees the contracts, the kernel and the work on texts; the worker that checks a release sees the check. Its tests may use the rules to make data.',
      severity: 'error',
      from: { path: `${ROOT}client/src/`, pathNot: '^client/src/features/verify/check\\.worker\\.ts$' },
      to: { path: `${ROOT}(?:src|migrations)/`, pathNot: ['\\.contract\\.ts$', rooms(['kernel', 'text'])] },
    },
    {
      name: 'checking-runs-anywhere',
      comment: 'What checks a release runs in a browser too: of Node it sees the one piece that is replaced there.',
      severity: 'error',
      from: { path: [rooms(['appeal/verify']), '^client/src/features/verify/check\\.worker\\.ts$'], pathNot: OUR_TESTS },
      to: {
        path: ['^(?:node:)?(?:fs|fs/promises|path|os|http|https|net|stream|zlib|child_process|worker_threads|module|url|util)$', '(?:^|node_modules/)(?:@nestjs|typeorm|pg)(?:/|$)', `${ROOT}src/kernel/signing\\.ts$`],
        reachable: true,
      },
    },
    {
      name: 'server-knows-no-client',
      comment: 'The server runs without the client.',
      severity: 'error',
      from: { path: `${ROOT}(?:src|migrations)/` },
      to: { path: `${ROOT}client/` },
    },
    {
      name: 'listeners-are-not-asked',
      comment: 'Notifications and open data learn from events; only the command line and the start call them.',
      severity: 'error',
      from: { path: `${ROOT}src/`, pathNot: [rooms(['notifications', 'opendata', 'cli']), `${ROOT}src/[^/]+\\.ts$`] },
      to: { path: rooms(['notifications', 'opendata']) },
    },
    {
      name: 'no-barrel',
      comment: 'An index that passes others on hides who needs what.',
      severity: 'error',
      from: {},
      to: { path: '/index\\.tsx?$', pathNot: ['node_modules', `${ROOT}migrations/`, '^client/src/i18n/'] },
    },
    {
      name: 'production-needs-no-tools',
      comment: 'What runs must not need what only tests and builds have: the image is without it.',
      severity: 'error',
      from: { path: `${ROOT}(?:src|migrations)/`, pathNot: OUR_TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'production-knows-no-tests',
      comment: 'Tests import the program, never the other way round.',
      severity: 'error',
      from: { path: `${ROOT}(?:src|migrations|client/src)/`, pathNot: OUR_TESTS },
      to: { path: [OUR_TESTS, '^test/(?!architecture/house/(?:src|client|migrations)/)', `${ROOT}client/test/`] },
    },
    {
      name: 'everything-is-found',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
