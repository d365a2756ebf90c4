import { appendFileSync, rmSync, utimesSync } from 'node:fs';
import { ToyClone } from './toy-clone';

let clone: ToyClone;
const build = (env: NodeJS.ProcessEnv = {}, ...args: string[]) => clone.run('build', args, env);
/** What the next build compiles. */
const compiled = async (env: NodeJS.ProcessEnv = {}, ...args: string[]): Promise<string[]> => {
  clone.news();
  await build(env, ...args);
  return clone.news().filter((tool) => tool !== 'npm');
};

beforeEach(() => {
  clone = new ToyClone().withSources();
  clone.installedByHand({ 'node_modules/one': { version: '1.0.0' } });
});
afterEach(() => clone.remove());

describe('a first build', () => {
  it('should compile both parts', async () => {
    expect(await compiled()).toEqual(['server', 'web']);
  });

  it('should say what it has compiled', async () => {
    expect((await build()).out).toBe('已编译：server、web。');
  });

  it('should compile a server alone where there are no pages', async () => {
    rmSync(clone.path('apps/web'), { recursive: true });
    expect(await compiled()).toEqual(['server']);
  });

  it('should compile for production, whatever the shell says', async () => {
    await build({ NODE_ENV: 'test' });
    expect(clone.calls().map(({ nodeEnv }) => nodeEnv)).toEqual(['production', 'production']);
  });

  it('should compile once when two programs start at the same moment', async () => {
    await Promise.all([build(), build()]);
    expect(clone.news()).toEqual(['server', 'web']);
  });
});

describe('a second build', () => {
  beforeEach(async () => void (await build()));

  it('should compile nothing when nothing has changed', async () => {
    expect(await compiled()).toEqual([]);
  });

  it('should say that there was nothing to do', async () => {
    expect((await build()).out).toBe('没有改动，不需要编译。');
  });

  it.each([
    ['a source of the server', 'apps/server/main.ts', ['server']],
    ['a source of the command line', 'apps/cli/main.ts', ['server']],
    ['a source of a library', 'libs/kernel/index.ts', ['server']],
    ['a source of the pages', 'apps/web/src/main.tsx', ['web']],
  ])('should compile again what %s belongs to when it was edited', async (_, file, parts) => {
    appendFileSync(clone.path(file), '// edited\n');
    expect(await compiled()).toEqual(parts);
  });

  it('should compile again what was saved without another length', async () => {
    utimesSync(clone.path('apps/server/main.ts'), new Date(), new Date(Date.now() + 5000));
    expect(await compiled()).toEqual(['server']);
  });

  it.each([
    ['a test beside the code', 'libs/kernel/ids.test.ts'],
    ['a test of the pages', 'apps/web/src/main.test.tsx'],
    ['a helper of the tests', 'libs/testing/app.ts'],
    ['a helper of a library’s tests', 'libs/rules/testing/cases.ts'],
    ['a test of the whole', 'test/e2e/walk.ts'],
    ['the docs', 'docs/architecture.md'],
  ])('should compile nothing for %s', async (_, file) => {
    clone.write(file, 'export {};\n');
    expect(await compiled()).toEqual([]);
  });

  it('should compile again when a source has come', async () => {
    clone.write('libs/kernel/ids.ts', 'export {};\n');
    expect(await compiled()).toEqual(['server']);
  });

  it('should compile again when a source has gone', async () => {
    rmSync(clone.path('libs/kernel/index.ts'));
    expect(await compiled()).toEqual(['server']);
  });

  it('should compile both again when the packages have changed', async () => {
    clone.lock({ 'node_modules/one': { version: '1.0.1' } });
    expect(await compiled()).toEqual(['server', 'web']);
  });

  it('should compile everything when it is forced to', async () => {
    expect(await compiled({}, '--force')).toEqual(['server', 'web']);
  });

  it('should compile again when its output was deleted', async () => {
    rmSync(clone.path('dist'), { recursive: true });
    expect(await compiled()).toEqual(['server', 'web']);
  });

  it('should remove what a deleted source once gave', async () => {
    clone.write('dist/libs/kernel/gone.js', '');
    await build({}, '--force');
    expect(clone.has('dist/libs/kernel/gone.js')).toBe(false);
  });

  it('should keep what a source still gives', async () => {
    clone.write('dist/libs/kernel/index.js', '');
    await build({}, '--force');
    expect(clone.has('dist/libs/kernel/index.js')).toBe(true);
  });
});

describe('a build that does not end well', () => {
  it('should end with 1', async () => {
    expect((await build({ TOY_SERVER: 'fails' })).status).toBe(1);
  });

  it('should say last, in one sentence, what to do and where to look', async () => {
    expect((await build({ TOY_SERVER: 'fails' })).sentence).toBe(
      `编译服务端没有通过，请先改正上面的错误（全部输出见 ${clone.path('.data/build-server.log')}）。`,
    );
  });

  it('should show what the compiler has said', async () => {
    expect((await build({ TOY_SERVER: 'fails' })).errors).toContain('error TS2322: no number');
  });

  it.each(['fails', 'dies'])('should be done again though nothing was edited when it %s', async (how) => {
    await build({ TOY_SERVER: how });
    expect(await compiled()).toEqual(['server']);
  });

  it('should be done again when it fails after one that went well', async () => {
    await build();
    await build({ TOY_SERVER: 'fails' }, '--force');
    expect(await compiled()).toEqual(['server']);
  });

  it('should be done again when a source was edited while the compiler ran', async () => {
    await build({ TOY_EDITS: clone.path('apps/server/main.ts') });
    expect(await compiled()).toEqual(['server']);
  });

  it('should not hold up the next one with its lock', async () => {
    clone.write('.data/build.lock/pid', '4000000');
    expect(await compiled()).toEqual(['server', 'web']);
  });
});

describe('the command line', () => {
  it('should compile no pages', async () => {
    await clone.run('fuhan', ['letter']);
    expect(clone.news()).toEqual(['server']);
  });

  it('should hand on its words as they were typed', async () => {
    const { out } = await clone.run('fuhan', ['letter', 'import', '我的 复函.txt', '--', '*']);
    expect(JSON.parse(out)).toMatchObject({ args: ['letter', 'import', '我的 复函.txt', '--', '*'] });
  });

  it('should end as the command ends', async () => {
    expect((await clone.run('fuhan', [], { TOY_STATUS: '3' })).status).toBe(3);
  });

  it('should say so when the compiler has given no program', async () => {
    await build();
    rmSync(clone.path('dist/apps/cli'), { recursive: true });
    expect(await clone.run('fuhan')).toMatchObject({
      status: 1,
      errors: '命令行程序 apps/cli 还没有编译出来，请先运行 npm run build 看原因。',
    });
  });
});
