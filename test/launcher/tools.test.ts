import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './support';

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Runs lines of a program that uses a module of the launcher as `m`. */
function run(module: string, lines: string, env: NodeJS.ProcessEnv = {}): Ran {
  const url = pathToFileURL(join(ROOT, 'apps/launcher', module)).href;
  const code = `import * as m from ${JSON.stringify(url)};\n${lines}`;
  return told(
    spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    }),
  );
}
const told = ({
  status,
  stdout,
  stderr,
}: {
  status: number | null;
  stdout: string;
  stderr: string;
}): Ran => ({
  status,
  out: stdout.trim(),
  errors: stderr.trim(),
});
const print = (expression: string): string => `console.log(JSON.stringify(${expression}));`;
const errorsModule = JSON.stringify(pathToFileURL(join(ROOT, 'apps/launcher/errors.mjs')).href);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuhan-tools-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a program of the launcher', () => {
  const fails = (thrown: string): Ran =>
    run(
      'guarded.mjs',
      `import { LauncherError } from ${errorsModule}; await m.guarded(async () => { throw ${thrown}; });`,
    );

  it('should end with 0 when all went well', () => {
    expect(run('guarded.mjs', 'await m.guarded(async () => {});').status).toBe(0);
  });

  it('should end with 1 and the sentence alone when a person can mend it', () => {
    expect(fails(`new LauncherError('请换一个端口。')`)).toEqual({
      status: 1,
      out: '',
      errors: '请换一个端口。',
    });
  });

  it('should tell the details of a tool before the sentence', () => {
    expect(fails(`new LauncherError('请改正。', 'a.ts: error\\n')`).errors).toBe('a.ts: error\n请改正。');
  });

  it('should tell where anything else came from', () => {
    expect(fails(`new Error('broken')`).errors).toMatch(/^启动程序出错：Error: broken\n\s+at /);
  });

  it('should tell even what is no error', () => {
    expect(fails('undefined').errors).toBe('启动程序出错：undefined');
  });
});

describe('the progress of a long step', () => {
  it('should be a line at its begin and one at its end where there is no terminal', () => {
    expect(run('prepare/progress.mjs', `await m.withProgress('正在编译', async () => {});`).errors).toBe(
      '正在编译 …\n正在编译：完成（1 秒）',
    );
  });

  it('should say that it was not finished, and hand on why', () => {
    const { out, errors } = run(
      'prepare/progress.mjs',
      `await m.withProgress('正在编译', async () => { throw new Error('x'); }).catch((error) => console.log(error.message));`,
    );
    expect([out, errors.split('\n').at(-1)]).toEqual(['x', '正在编译：没有完成（1 秒）']);
  });

  it('should leave the standard output to what the command prints, and hand on its result', () => {
    expect(run('prepare/progress.mjs', print(`await m.withProgress('正在编译', async () => 7)`)).out).toBe(
      '7',
    );
  });
});

describe('a tool', () => {
  const tool = (command: string, args: string[], options = ''): Ran =>
    run(
      'prepare/tool.mjs',
      print(
        `await m.runTool(${JSON.stringify(command)}, ${JSON.stringify(args)}, { log: ${JSON.stringify(join(folder, 'deep/log'))}${options} })`,
      ),
    );

  it('should give its status and all it has printed', () => {
    const code = `console.log('one'); console.error('two'); process.exit(3)`;
    const { status, output } = JSON.parse(tool(process.execPath, ['-e', code]).out) as {
      status: number;
      output: string;
    };
    expect([status, output.split('\n').sort().join(' ').trim()]).toEqual([3, 'one two']);
  });

  it('should leave what it has printed in its log', () => {
    tool(process.execPath, ['-e', `console.log('kept')`]);
    expect(readFileSync(join(folder, 'deep/log'), 'utf8')).toBe('kept\n');
  });

  it('should be told apart when it could not be started at all', () => {
    expect(JSON.parse(tool(join(folder, 'none'), []).out)).toMatchObject({ status: -1 });
  });

  it('should work in the project, with the settings it is given', () => {
    const { out } = tool(
      process.execPath,
      ['-e', 'console.log(process.cwd(), process.env.NODE_ENV)'],
      `, env: { NODE_ENV: 'production' }`,
    );
    expect(JSON.parse(out)).toMatchObject({ output: `${ROOT} production\n` });
  });

  it('should be shown by its last lines, without colours', () => {
    expect(run('prepare/tool.mjs', print(`m.tail('a\\nb\\n\\u001b[31mc\\u001b[0m\\n\\n', 2)`)).out).toBe(
      '"b\\nc"',
    );
  });
});

describe('the data folder', () => {
  const directory = (setting: string): string =>
    run('prepare/project.mjs', print('m.dataDirectory()'), { DATA_DIR: setting }).out;

  it.each([
    ['', join(ROOT, '.data')],
    ['elsewhere', join(ROOT, 'elsewhere')],
    ['/srv/复函 data', '/srv/复函 data'],
  ])('should be found from the setting %j', (setting, path) => {
    expect(directory(setting)).toBe(JSON.stringify(path));
  });
});

describe('the browser of the tests', () => {
  const browser = (script: string, env: NodeJS.ProcessEnv = {}): Ran => {
    writeFileSync(join(folder, 'chromium'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'chromium'), 0o755);
    return run('browser.mjs', print('await m.findBrowser()'), {
      FUHAN_CHROMIUM: join(folder, 'chromium'),
      FUHAN_BROWSER: '',
      ...env,
    });
  };

  it('should be the one that is named when it answers with its version', () => {
    expect(JSON.parse(browser('echo Chromium 147.0').out)).toMatchObject({
      executable: join(folder, 'chromium'),
      bundled: false,
    });
  });

  it.each([
    ['only tells how to install it', 'echo "please install the snap"'],
    ['fails', 'exit 1'],
  ])('should not be the one that is named when it %s', (_, script) => {
    expect(browser(script).out).not.toContain(folder);
  });

  it('should be found on the path when none is named', () => {
    const path = `${folder}:${process.env.PATH ?? ''}`;
    expect(JSON.parse(browser('echo 147.0', { FUHAN_CHROMIUM: '', PATH: path }).out)).toMatchObject({
      executable: join(folder, 'chromium'),
    });
  });

  it('should draw with the fonts of the project', () => {
    const { env } = JSON.parse(browser('echo 147.0').out) as { env: { FONTCONFIG_FILE: string } };
    expect(readFileSync(env.FONTCONFIG_FILE, 'utf8')).toContain(`<dir>${join(ROOT, 'assets/fonts')}</dir>`);
  });
});

describe('what the archive of the browser holds', () => {
  const unpack = (...names: string[]): Ran => {
    spawnSync('tar', ['-cf', join(folder, 'a.tar'), '-C', join(folder, 'in'), ...names]);
    return run(
      'browser/tar.mjs',
      `import fs from 'node:fs'; m.unpackTar(fs.readFileSync(${JSON.stringify(join(folder, 'a.tar'))}), ${JSON.stringify(join(folder, 'out'))});`,
    );
  };
  beforeEach(() => mkdirSync(join(folder, 'in')));

  it('should keep the right to run', () => {
    writeFileSync(join(folder, 'in/a'), 'x', { mode: 0o755 });
    unpack('a');
    expect(statSync(join(folder, 'out/a')).mode & 0o777).toBe(0o755);
  });

  it('should keep a link', () => {
    symlinkSync('lib.so.1', join(folder, 'in/lib.so'));
    unpack('lib.so');
    expect(readlinkSync(join(folder, 'out/lib.so'))).toBe('lib.so.1');
  });

  it.each(['../../etc/passwd', '/etc/passwd'])('should not keep a link that leads outside: %s', (target) => {
    symlinkSync(target, join(folder, 'in/a'));
    expect(unpack('a').errors).toContain('leads outside');
  });

  it('should keep an empty folder and an empty file', () => {
    mkdirSync(join(folder, 'in/empty'));
    writeFileSync(join(folder, 'in/none'), '');
    unpack('empty', 'none');
    expect([
      statSync(join(folder, 'out/empty')).isDirectory(),
      statSync(join(folder, 'out/none')).size,
    ]).toEqual([true, 0]);
  });
});

describe('the port', () => {
  it('should be the next one when a program listens on the wanted one', async () => {
    const stranger = createServer().listen(42_871, '127.0.0.1');
    await once(stranger, 'listening');
    const { out } = run(
      'run/ports.mjs',
      `${print(`await m.choosePort('42871', '127.0.0.1')`)} process.exit(0);`,
    );
    stranger.close();
    expect(JSON.parse(out)).toEqual({ port: 42_872, wanted: 42_871 });
  });

  it('should be free for others when the one that chose it has ended', () => {
    const choose = () => run('run/ports.mjs', print(`(await m.choosePort('42881')).port`)).out;
    expect([choose(), choose()]).toEqual(['42881', '42881']);
  });
});

describe('the command line', () => {
  const fuhan = (args: string[], env: NodeJS.ProcessEnv = {}, cwd = folder): Ran =>
    told(
      spawnSync(process.execPath, [join(ROOT, 'apps/launcher/fuhan.mjs'), ...args], {
        encoding: 'utf8',
        cwd,
        env: { ...process.env, npm_lifecycle_event: '', ...env },
      }),
    );
  beforeEach(() =>
    writeFileSync(
      join(folder, 'letter.txt'),
      '云陵市交通局\n关于第1号提案答复的函\n甲某某委员：\n感谢您。\n',
    ),
  );

  it('should end with the status of the command', () => {
    expect(fuhan(['letter', 'import', 'none.txt']).status).toBe(1);
  });

  it('should find a file where the person stands', () => {
    expect(fuhan(['letter', 'import', 'letter.txt']).status).toBe(0);
  });

  it('should find it there too when npm has changed the folder', () => {
    const env = { npm_lifecycle_event: 'fuhan', INIT_CWD: folder };
    expect(fuhan(['letter', 'import', 'letter.txt'], env, ROOT).status).toBe(0);
  });

  it('should print nothing of its own on the standard output', () => {
    expect(() => JSON.parse(fuhan(['letter', 'import', 'letter.txt']).out) as unknown).not.toThrow();
  });
});
