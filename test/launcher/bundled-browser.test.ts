import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { type Ran, ToyClone } from './toy-clone';

const PACKAGE = 'node_modules/@sparticuz/chromium';
const PLACE = '.data/chromium/147.0.0';
// The package is for this one kind of machine; elsewhere a browser of the system is needed.
const here = process.platform === 'linux' && process.arch === 'x64' ? describe : describe.skip;

here('the browser inside an npm package', () => {
  let clone: ToyClone;

  const pack = (name: string, bytes: Uint8Array): void =>
    clone.write(`${PACKAGE}/bin/${name}`, brotliCompressSync(bytes));
  const archive = (file: string): Buffer => {
    clone.write(`in/${file}`, `content of ${file}`);
    return execFileSync('tar', ['-c', '-C', clone.path('in'), file]);
  };
  const release = (version: string): void =>
    clone.write(`${PACKAGE}/package.json`, JSON.stringify({ version, main: 'build/cjs/index.js' }));
  const find = (env: NodeJS.ProcessEnv = {}): Promise<Ran> =>
    clone.run('browser', [], { FUHAN_BROWSER: 'bundled', ...env });
  const found = async (env: NodeJS.ProcessEnv = {}) =>
    JSON.parse((await find(env)).out) as {
      executable: string;
      env: { LD_LIBRARY_PATH: string };
      bundled: boolean;
    };

  beforeEach(() => {
    clone = new ToyClone();
    clone.write(`${PACKAGE}/build/cjs/index.js`, '');
    release('147.0.0');
    pack('chromium.br', Buffer.from('the browser\u0000\n'));
    pack('al2023.tar.br', archive('lib/libnss3.so'));
    pack('swiftshader.tar.br', archive('libGLESv2.so'));
  });
  afterEach(() => clone.remove());

  it('should be unpacked byte by byte', async () => {
    expect(readFileSync((await found()).executable, 'utf8')).toBe('the browser\u0000\n');
  });

  it('should be allowed to run', async () => {
    expect(statSync((await found()).executable).mode & 0o777).toBe(0o755);
  });

  it.each(['lib/libnss3.so', 'libGLESv2.so'])('should have %s beside it', async (file) => {
    await find();
    expect(clone.read(`${PLACE}/${file}`)).toBe(`content of ${file}`);
  });

  it('should find the libraries it brings before those of the system', async () => {
    expect((await found({ LD_LIBRARY_PATH: '/opt/lib' })).env.LD_LIBRARY_PATH).toBe(
      `${clone.path(PLACE)}/lib:/opt/lib`,
    );
  });

  it('should be unpacked once', async () => {
    await find();
    rmSync(clone.path(`${PACKAGE}/bin`), { recursive: true });
    expect((await find()).status).toBe(0);
  });

  it('should be unpacked once when two runs need it at the same moment', async () => {
    const both = await Promise.all([find(), find()]);
    expect(both.filter(({ errors }) => errors.includes('正在解开测试用的浏览器')).length).toBe(1);
  });

  it('should be unpacked again when the package has another version', async () => {
    await find();
    release('148.0.0');
    pack('chromium.br', Buffer.from('a newer one'));
    expect(readFileSync((await found()).executable, 'utf8')).toBe('a newer one');
  });

  it('should hold nothing that an unpacking which was cut off has left', async () => {
    clone.write(`${PLACE}.half/rest`, '');
    await find();
    expect(clone.has(`${PLACE}/rest`)).toBe(false);
  });

  it.each(['chromium.br', 'al2023.tar.br', 'swiftshader.tar.br'])(
    'should not look finished when %s is damaged',
    async (name) => {
      clone.write(`${PACKAGE}/bin/${name}`, 'damaged');
      const { status } = await find();
      expect([status, clone.has(PLACE)]).toEqual([1, false]);
    },
  );

  it('should be missed in one sentence that says how to get another when the package is not there', async () => {
    rmSync(clone.path(PACKAGE), { recursive: true });
    expect(await find()).toMatchObject({
      status: 1,
      out: '',
      errors: expect.stringMatching(/^没有找到浏览器，[^\n]*FUHAN_CHROMIUM[^\n]*。$/) as string,
    });
  });
});
