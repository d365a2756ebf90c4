import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { becomes, exitOf, killAllOver, newFolder, processesOver, removeFolder, ROOT } from './support';

const NOT_SOURCES = new Set(['node_modules', 'dist', '.data', '.git', 'coverage']);

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
}

/** A clone of the project at a path with a space and Chinese; the packages are shared, everything else is its own. */
function cloneInto(folder: string): string {
  const clone = join(folder, '复 函');
  for (const name of readdirSync(ROOT).filter((entry) => !NOT_SOURCES.has(entry))) {
    cpSync(join(ROOT, name), join(clone, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
  return clone;
}

/** The room without which no other one loads. */
const FIRST_ROOM = 'libs/kernel';

/**
 * The clone as one that was built before its first room was touched: the real compiler makes that room anew, at this path, and nothing starts
 * without it; the pages are built from nothing. Everything at once was compiled when `npm test` began, from the same sources.
 */
function builtButForOneRoom(clone: string): void {
  for (const part of ['apps', 'libs', 'seeds'])
    cpSync(join(ROOT, 'dist', part), join(clone, 'dist', part), { recursive: true });
  rmSync(join(clone, 'dist', FIRST_ROOM), { recursive: true });
  const settings = join(clone, 'tsconfig.build.json');
  const usual = JSON.parse(readFileSync(settings, 'utf8')) as object;
  writeFileSync(settings, JSON.stringify({ ...usual, include: [FIRST_ROOM] }));
}

describe('npm start', () => {
  let folder: string;
  let clone: string;
  let base: number;

  const start = (env: NodeJS.ProcessEnv = {}, args: readonly string[] = []): Started => {
    const own = { ...process.env, NODE_ENV: 'development', PORT: String(base), ...env };
    const child = spawn('npm', ['start', '--', ...args], {
      cwd: clone,
      env: own,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return { child, output: () => output };
  };
  const answers = async (port: number): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
  const running = async (port = base): Promise<Started> => {
    const started = start();
    const up = await becomes(async () => started.child.exitCode !== null || (await answers(port)), 90_000);
    if (!up || started.child.exitCode !== null) throw new Error(`did not start:\n${started.output()}`);
    return started;
  };
  const gone = (timeoutMs: number): Promise<boolean> =>
    becomes(() => processesOver(clone).length === 0, timeoutMs);

  beforeAll(async () => {
    folder = newFolder();
    clone = cloneInto(folder);
    builtButForOneRoom(clone);
    base = 20_000 + (process.pid % 20_000);
    const { child } = await running();
    child.kill('SIGTERM');
    await exitOf(child);
  }, 180_000);

  afterEach(async () => {
    killAllOver(clone);
    await gone(5000);
  });
  afterAll(() => removeFolder(folder));

  it('should end with status 0 when it is asked to', async () => {
    const { child } = await running();
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
  });

  it('should leave no process 5 seconds after Ctrl-C', async () => {
    const { child } = await running();
    child.kill('SIGINT');
    expect(await gone(5000)).toBe(true);
  });

  it('should leave no process when npm alone is killed with -9', async () => {
    const { child } = await running();
    child.kill('SIGKILL');
    expect(await gone(8000)).toBe(true);
  });

  it('should start again after everything was killed with -9', async () => {
    await running();
    killAllOver(clone);
    const { output } = await running();
    expect(output()).not.toMatch(/没有启动/);
  });

  it('should have compiled inside the clone what was missing there', () => {
    expect(existsSync(join(clone, 'dist', FIRST_ROOM, 'index.js'))).toBe(true);
  });

  it('should keep its data inside the clone', () => {
    expect(existsSync(join(clone, '.data/postgres/data/PG_VERSION'))).toBe(true);
  });

  it('should compile nothing when nothing has changed', async () => {
    const { output } = await running();
    expect(output()).not.toContain('正在编译');
  });

  describe('in production on the embedded database', () => {
    let refused: Started;
    beforeAll(async () => {
      refused = start({ NODE_ENV: 'production', DATABASE_URL: '', ALLOW_EMBEDDED: '' });
      await exitOf(refused.child);
    });

    it('should refuse in one sentence', () => {
      const said = refused
        .output()
        .split('\n')
        .filter((line) => /[\u4e00-\u9fff]/.test(line));
      expect(said).toEqual([expect.stringContaining('DATABASE_URL')]);
    });

    it('should fail', async () => {
      expect(await exitOf(refused.child)).toBe(1);
    });
  });

  describe('when the server program cannot start', () => {
    let status: number | null;
    let left: number[];
    beforeAll(async () => {
      status = await exitOf(start({}, ['--roles', 'no-such-role']).child);
      left = processesOver(clone);
    });

    it("should hand on that program's status", () => {
      expect(status).not.toBe(0);
    });

    it('should leave no process', () => {
      expect(left).toEqual([]);
    });
  });

  describe('when the port is taken', () => {
    let stranger: Server;

    beforeEach(async () => {
      stranger = createServer((socket) => socket.destroy()).listen(base, '127.0.0.1');
      await once(stranger, 'listening');
    });
    afterEach(() => stranger.close());

    it('should say that it uses the next one', async () => {
      const { output } = await running(base + 1);
      expect(output()).toContain(`端口 ${base} 已被占用，改用 ${base + 1}`);
    });
  });

  it('should stay out of the embedded database when another one is named', async () => {
    const { child } = start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    await exitOf(child);
    expect(processesOver(join(clone, '.data/postgres'))).toEqual([]);
  });
});
