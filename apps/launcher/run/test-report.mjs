import path from 'node:path';

/**
 * How many tests passed, failed and were skipped, over all suites. A suite that could not even be loaded counts as one failure:
 * its tests are not among the failed ones, and silence would look like success.
 */
export function countsOf(results) {
  const broken = results.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length;
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + broken,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

/** A table of what each layer took: suites, tests, and the seconds its suites ran, added up over the workers. */
export function splitOf(results, root) {
  const layers = new Map();
  for (const suite of results.testResults) {
    const name = layerOf(path.relative(root, suite.name));
    const layer = layers.get(name) ?? { suites: 0, tests: 0, ms: 0 };
    layer.suites += 1;
    layer.tests += suite.assertionResults.length;
    layer.ms += Math.max(0, suite.endTime - suite.startTime);
    layers.set(name, layer);
  }
  const lines = [...layers]
    .sort(([, a], [, b]) => b.ms - a.ms)
    .map(([name, { suites, tests, ms }]) => {
      const seconds = (ms / 1000).toFixed(1);
      return `  ${name.padEnd(12)} ${String(suites).padStart(4)} suites ${String(tests).padStart(6)} tests ${seconds.padStart(8)} s`;
    });
  return ['time by layer (added up over the workers):', ...lines].join('\n');
}

/** Beside the code and under test/unit lie the unit tests; every other layer is a folder of test/. */
function layerOf(file) {
  const [top, folder] = file.split(path.sep);
  return top === 'test' && folder !== undefined ? folder : 'unit';
}
