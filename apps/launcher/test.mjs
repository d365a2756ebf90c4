import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { findBrowser } from './browser.mjs';
import { LauncherError } from './errors.mjs';
import { report } from './guarded.mjs';
import { ensureBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { inRoot, quietNode, root } from './prepare/project.mjs';
import { countsOf, splitOf } from './run/test-report.mjs';

/*
 * `npm test`: everything the tests need, then all of them. Arguments go to Jest: `npm test -- libs/kernel`.
 * The last line is always `N passed, N failed, N skipped`.
 */
const resultsFile = inRoot('.data', `test-results-${process.pid}.json`);

async function main() {
  await ensureInstalled();
  await ensureBuilt();
  const browser = await findBrowser().catch((error) => {
    // The tests that need one fail and say so; all others are worth running.
    report(error);
    return undefined;
  });
  const env = browser
    ? { FUHAN_TEST_BROWSER: JSON.stringify(browser), FUHAN_CHROMIUM: browser.executable }
    : {};
  const status = await runJest(process.argv.slice(2), env);
  return summarize(status);
}

function runJest(args, env) {
  const jest = inRoot('node_modules', 'jest', 'bin', 'jest.js');
  const workers = args.some((arg) => /^(-w|--maxWorkers|-i|--runInBand)/.test(arg)) ? [] : ['--maxWorkers=3'];
  fs.mkdirSync(inRoot('.data'), { recursive: true });
  const own = [...workers, '--json', `--outputFile=${resultsFile}`];
  const child = spawn(process.execPath, [...quietNode, jest, ...own, ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'test', FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...env },
    // Jest itself tells its progress on standard error; one stream keeps its lines in order before ours.
    stdio: ['ignore', 1, 1],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function summarize(status) {
  if (!fs.existsSync(resultsFile)) throw new LauncherError('测试没有跑完，没有结果。原因见上面的输出。');
  const results = JSON.parse(fs.readFileSync(resultsFile, 'utf8'));
  fs.rmSync(resultsFile);
  console.log(`\n${splitOf(results, root)}`);
  const counts = countsOf(results);
  if (counts.passed + counts.failed === 0) console.log('一个测试也没有运行：请核对测试路径。');
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return status !== 0 || counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  report(error);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
