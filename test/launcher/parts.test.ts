import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './support';

/** Calls an exported function of a module of the launcher in plain Node, as the launcher itself does. */
function call<T>(module: string, expression: string): T {
  const url = pathToFileURL(join(ROOT, 'apps/launcher', module)).href;
  const code = `import * as m from ${JSON.stringify(url)}; console.log(JSON.stringify((${expression}) ?? null));`;
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(answer) as T;
}

describe('the parts of the launcher', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fuhan-parts-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  describe('the last line of the tests', () => {
    const counts = (results: object): Record<string, number> =>
      call('run/test-report.mjs', `m.countsOf(${JSON.stringify(results)})`);
    const none = {
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [],
    };

    it('should count over all suites', () => {
      expect(counts({ ...none, numPassedTests: 7, numFailedTests: 2, numPendingTests: 1 })).toEqual({
        passed: 7,
        failed: 2,
        skipped: 1,
      });
    });

    it('should count a suite that could not be loaded as a failure', () => {
      expect(counts({ ...none, testResults: [{ status: 'failed', assertionResults: [] }] }).failed).toBe(1);
    });

    it('should not count a suite twice whose tests have failed', () => {
      const suite = { status: 'failed', assertionResults: [{ status: 'failed' }] };
      expect(counts({ ...none, numFailedTests: 1, testResults: [suite] }).failed).toBe(1);
    });

    it('should count what is still to be written as skipped', () => {
      expect(counts({ ...none, numTodoTests: 3 }).skipped).toBe(3);
    });

    it('should add the time of tests beside the code to the unit tests', () => {
      const suite = (name: string) => ({ name, startTime: 0, endTime: 1500, assertionResults: [{}] });
      const results = {
        testResults: [
          suite('/r/libs/kernel/a.test.ts'),
          suite('/r/test/unit/b.test.ts'),
          suite('/r/test/e2e/c.test.ts'),
        ],
      };
      const split = call<string>('run/test-report.mjs', `m.splitOf(${JSON.stringify(results)}, '/r')`);
      expect(split).toMatch(/unit +2 suites +2 tests +3\.0 s/);
    });
  });

  describe('unpacking the browser', () => {
    const unpack = (archive: string): null =>
      call(
        'browser/tar.mjs',
        `m.unpackTar((await import('node:fs')).readFileSync(${JSON.stringify(archive)}), ${JSON.stringify(join(folder, 'out'))})`,
      );
    const pack = (...names: string[]): string => {
      execFileSync('tar', ['-cf', join(folder, 'a.tar'), '-C', join(folder, 'in'), ...names]);
      return join(folder, 'a.tar');
    };

    beforeEach(() => mkdirSync(join(folder, 'in/lib'), { recursive: true }));

    it('should give back what was packed', () => {
      writeFileSync(join(folder, 'in/lib/a.so'), 'x'.repeat(1300));
      unpack(pack('lib'));
      expect(readFileSync(join(folder, 'out/lib/a.so'), 'utf8')).toBe('x'.repeat(1300));
    });

    it('should keep names longer than a header holds', () => {
      const name = `${'n'.repeat(120)}.so`;
      writeFileSync(join(folder, 'in/lib', name), 'long');
      unpack(pack('lib'));
      expect(existsSync(join(folder, 'out/lib', name))).toBe(true);
    });

    it('should refuse a name that leads outside', () => {
      writeFileSync(join(folder, 'in/b'), 'b');
      execFileSync('tar', [
        '-cPf',
        join(folder, 'a.tar'),
        '--transform',
        's,^,../,',
        '-C',
        join(folder, 'in'),
        'b',
      ]);
      expect(() => unpack(join(folder, 'a.tar'))).toThrow('leads outside');
    });
  });

  describe('the links of the database package', () => {
    beforeEach(() => {
      mkdirSync(join(folder, 'native/lib'), { recursive: true });
      const links = [{ source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' }];
      writeFileSync(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links));
      writeFileSync(join(folder, 'native/lib/libicu.so.60.2'), '');
    });
    const restore = (): null =>
      call('postgres/binaries.mjs', `m.restoreLinks(${JSON.stringify(join(folder, 'native'))})`);

    it('should be made when npm has not made them', () => {
      restore();
      expect(readlinkSync(join(folder, 'native/lib/libicu.so.60'))).toBe('libicu.so.60.2');
    });

    it('should do no harm when they are made twice', () => {
      restore();
      expect(restore()).toBeNull();
    });
  });

  describe('a lock', () => {
    const order = (): string[] =>
      call(
        'postgres/lock.mjs',
        `await (async () => {
          const seen = [];
          const work = (name) => m.withLock(${JSON.stringify(join(folder, 'lock'))}, async () => {
            seen.push(name + ' in');
            await new Promise((done) => setTimeout(done, 30));
            seen.push(name + ' out');
          });
          await Promise.all([work('a'), work('b')]);
          return seen;
        })()`,
      );

    it('should let one in at a time', () => {
      expect(order()).toEqual(['a in', 'a out', 'b in', 'b out']);
    });

    it('should be gone when the work is done', () => {
      order();
      expect(existsSync(join(folder, 'lock'))).toBe(false);
    });
  });

  describe('choosing a port', () => {
    it.each(['abc', '0', '70000', '80.5'])('should leave %s to the server program to refuse', (setting) => {
      expect(call('run/ports.mjs', `await m.choosePort(${JSON.stringify(setting)})`)).toBeNull();
    });

    it('should pass over the one another clone has just chosen', () => {
      const ports = call<number[]>(
        'run/ports.mjs',
        `await (async () => { const one = await m.choosePort('41234'); const two = await m.choosePort('41234'); return [one.port, two.port]; })()`,
      );
      expect(ports[1]).toBeGreaterThan(ports[0] ?? Infinity);
    });
  });
});
