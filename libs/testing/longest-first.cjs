/*
 * The order of the suites: those that take longest begin, so that none of them runs on alone at the end. Jest goes by the size of a file, and
 * these are short files with long work: processes that are killed, thousands of requests, real builds.
 */
const Sequencer = require('@jest/test-sequencer').default;

const long = [
  'integration/faults.test',
  'integration/fuzz-api.test',
  'integration/handling-model.test',
  'integration/commands-killed.test',
  'browser/routes.test',
  'integration/permissions-http.test',
  'launcher/start.test',
  'integration/hostile-input.test',
  'integration/issue-killed.test',
];
const placeOf = ({ path }) => {
  const place = long.findIndex((name) => path.includes(name));
  return place < 0 ? long.length : place;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => placeOf(a) - placeOf(b));
  }
};
