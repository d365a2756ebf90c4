// `npm run faults`: Jest for its compilation; a run brings its own PostgreSQL and Redis.
const [, integration] = require('../../jest.config.cjs').projects;
const { globalSetup: _setup, globalTeardown: _teardown, ...project } = integration;
module.exports = {
  ...project,
  displayName: 'faults',
  rootDir: `${__dirname}/../..`,
  testMatch: ['<rootDir>/test/faults/*.faults.ts'],
  testTimeout: 1_200_000,
};
