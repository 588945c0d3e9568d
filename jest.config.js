/** Two projects under one runner: everything that runs on Node, and the client's components in jsdom. */
const transform = { '^.+\\.tsx?$': ['@swc/jest'] };
/** Sources import each other as `./x.js`, which is what Node loads after the build; tests run the `.ts` itself. */
const moduleNameMapper = { '^(\\.{1,2}/.*)\\.js$': '$1' };

export default {
  // Generous: tests wait for events, never for time, and a busy machine is no failure.
  testTimeout: 180_000,
  // Half of the time is spent waiting for the database and the browser, so no core is kept free.
  maxWorkers: '100%',
  // ES modules in Jest's contexts are never freed: a worker that has run many files is replaced by a fresh one before
  // it spends its time collecting garbage, or dies of it.
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/scripts/test-order.mjs',
  projects: [
    {
      displayName: 'server',
      testEnvironment: 'node',
      roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/migrations'],
      testMatch: ['**/*.spec.ts'],
      extensionsToTreatAsEsm: ['.ts'],
      transform,
      moduleNameMapper,
    },
    {
      displayName: 'client',
      testEnvironment: 'jsdom',
      roots: ['<rootDir>/client'],
      testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
      extensionsToTreatAsEsm: ['.ts', '.tsx'],
      transform,
      moduleNameMapper: { ...moduleNameMapper, '\\.css$': '<rootDir>/client/test/empty-style.ts' },
    },
  ],
};
