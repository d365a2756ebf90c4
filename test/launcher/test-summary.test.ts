import { readdirSync } from 'node:fs';
import { ToyClone } from './toy-clone';

let clone: ToyClone;
beforeAll(() => {
  clone = new ToyClone();
  clone.installedByHand({ 'node_modules/one': { version: '1.0.0' } });
  clone.write('bin/chromium', '#!/bin/sh\necho Chromium 147.0\n', 0o755);
});
afterAll(() => clone.remove());

const suite = (name: string, tests: number, seconds = 1) => ({
  name: clone.path(name),
  status: 'passed',
  startTime: 0,
  endTime: seconds * 1000,
  assertionResults: Array.from({ length: tests }, () => ({})),
});
const broken = (name: string) => ({ ...suite(name, 0), status: 'failed' });
const results = (passed: number, failed: number, testResults: object[] = [], more: object = {}) => ({
  ...{ numPassedTests: passed, numFailedTests: failed, numPendingTests: 0, numTodoTests: 0 },
  ...{ testResults, ...more },
});

/** `npm test` when Jest ends with this status and these results; without results it has died. */
const test = (status: number, told: object | null, args: string[] = [], env: NodeJS.ProcessEnv = {}) =>
  clone.run('test', args, {
    FUHAN_CHROMIUM: clone.path('bin/chromium'),
    TOY_STATUS: String(status),
    TOY_RESULTS: told === null ? '' : JSON.stringify(told),
    ...env,
  });
const lastLine = async (...told: Parameters<typeof test>): Promise<string | undefined> =>
  (await test(...told)).out.split('\n').at(-1);

describe('the last line of npm test', () => {
  it('should count over all suites', async () => {
    const all = results(12, 2, [], { numPendingTests: 3, numTodoTests: 1 });
    expect(await lastLine(1, all)).toBe('12 passed, 2 failed, 4 skipped');
  });

  it('should count a suite that could not be loaded', async () => {
    expect(await lastLine(1, results(5, 0, [broken('libs/a.test.ts')]))).toBe(
      '5 passed, 1 failed, 0 skipped',
    );
  });

  it('should tell of a failure when Jest has died without results', async () => {
    expect(await lastLine(134, null)).toBe('0 passed, 1 failed, 0 skipped');
  });

  it('should tell of a failure when the packages cannot be installed', async () => {
    clone.lock({ 'node_modules/one': { version: '2.0.0' } });
    const line = await lastLine(0, results(1, 0), [], { TOY_NPM: 'fails' });
    clone.lock({ 'node_modules/one': { version: '1.0.0' } });
    await clone.run('build');
    expect(line).toBe('0 passed, 1 failed, 0 skipped');
  });

  it('should come after the time of each layer, the longest first', async () => {
    const suites = [
      suite('libs/kernel/a.test.ts', 3),
      suite('test/browser/b.test.ts', 2, 40),
      suite('apps/cli/c.test.ts', 4, 2),
    ];
    expect((await test(0, results(9, 0, suites))).out).toMatch(
      /time by layer[^\n]*\n +browser +1 suites +2 tests +40\.0 s\n +unit +2 suites +7 tests +3\.0 s\n9 passed/,
    );
  });
});

describe('the status of npm test', () => {
  const statuses: readonly (readonly [string, number, object | null, number])[] = [
    ['0 when all have passed', 0, results(3, 0), 0],
    ['1 when one has failed', 1, results(2, 1), 1],
    ['1 when one has failed though Jest ends well', 0, results(2, 1), 1],
    ['1 when Jest does not end well though none has failed', 1, results(3, 0), 1],
    ['1 when none has run', 0, results(0, 0), 1],
    ['1 when all were skipped', 0, results(0, 0, [], { numPendingTests: 4 }), 1],
    ['1 when Jest has died', 139, null, 1],
  ];

  it.each(statuses)('should be %s', async (_, status, told, expected) => {
    expect((await test(status, told)).status).toBe(expected);
  });
});

describe('npm test', () => {
  it('should say so when no test has run', async () => {
    expect((await test(0, results(0, 0))).out).toContain('一个测试也没有运行：请核对测试路径。');
  });

  it('should say so when Jest has died', async () => {
    expect((await test(134, null)).sentence).toBe('测试没有跑完，没有结果。原因见上面的输出。');
  });

  it('should leave no results behind', async () => {
    await test(0, results(1, 0));
    expect(readdirSync(clone.path('.data')).filter((name) => name.startsWith('test-results'))).toEqual([]);
  });

  it('should hand its arguments on to Jest', async () => {
    clone.news();
    await test(0, results(1, 0), ['libs/kernel', '-t', '时钟']);
    expect(clone.calls('jest')[0]?.args.slice(-3)).toEqual(['libs/kernel', '-t', '时钟']);
  });

  it.each([
    [[], true],
    [['-w', '1'], false],
    [['--maxWorkers=1'], false],
    [['-i'], false],
  ])('should use three workers unless told otherwise: %j', async (args, three) => {
    clone.news();
    await test(0, results(1, 0), args);
    expect(clone.calls('jest')[0]?.args.includes('--maxWorkers=3')).toBe(three);
  });

  it('should run the tests under their own name, whatever the shell says', async () => {
    clone.news();
    await test(0, results(1, 0), [], { NODE_ENV: 'production' });
    expect(clone.calls('jest')[0]?.nodeEnv).toBe('test');
  });

  it('should run the tests that need no browser where there is none, and say how to get one', async () => {
    const { status, sentence } = await test(0, results(1, 0), [], {
      FUHAN_CHROMIUM: clone.path('bin/none'),
      FUHAN_BROWSER: '',
    });
    expect([status, sentence]).toEqual([0, expect.stringMatching(/^没有找到浏览器.*apt-get install.*。$/)]);
  });
});
