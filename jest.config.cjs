// One Jest project per layer: `jest --selectProjects unit` runs one of them.
// The launcher (`npm test`) prepares the database and the browser and then runs them all.
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.(ts|tsx|js|mjs)$': '<rootDir>/libs/testing/lazy-imports.cjs' },
  // NestJS 12 ships ES modules only; Jest runs CommonJS, so these are transformed like our own code.
  transformIgnorePatterns: ['/node_modules/(?!(@nestjs|@ant-design/colors|@ant-design/fast-color)/)'],
  moduleNameMapper: {
    '^@fuhan/([a-z-]+)$': '<rootDir>/libs/$1/index.ts',
    '^fast-check$': '<rootDir>/libs/testing/fixed-seed.cjs',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};
const withDatabase = {
  globalSetup: '<rootDir>/libs/testing/global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/global-teardown.ts',
};
module.exports = {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs}/**/*.test.ts', '<rootDir>/test/unit/**/*.test.ts'],
    },
    {
      ...base,
      ...withDatabase,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/integration/**/*.test.ts'],
    },
    { ...base, ...withDatabase, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
    { ...base, ...withDatabase, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
    { ...base, displayName: 'launcher', testMatch: ['<rootDir>/test/launcher/**/*.test.ts'] },
  ],
  testSequencer: '<rootDir>/libs/testing/longest-first.cjs',
  testTimeout: 60000,
};
