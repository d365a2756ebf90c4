// The measured figures: `npm run bench` runs these with Jest for its compilation and the test database; nothing is asserted about time.
const [, integration] = require('../../jest.config.cjs').projects;
module.exports = {
  ...integration,
  displayName: 'bench',
  rootDir: `${__dirname}/../..`,
  testMatch: ['<rootDir>/test/bench/*.bench.ts'],
  testTimeout: 600000,
};
