import { rmSync, utimesSync } from 'node:fs';
import { ToyClone } from './toy-clone';

const ONE = { 'node_modules/one': { version: '1.0.0' } };

let clone: ToyClone;
const start = (env: NodeJS.ProcessEnv = {}) => clone.run('build', [], env);
/** How often the next start runs `npm ci`. */
const installs = async (env: NodeJS.ProcessEnv = {}): Promise<number> => {
  clone.news();
  await start(env);
  return clone.news().filter((tool) => tool === 'npm').length;
};

beforeEach(() => {
  clone = new ToyClone();
});
afterEach(() => clone.remove());

describe('the packages', () => {
  it('should be installed when there are none', async () => {
    expect(await installs()).toBe(1);
  });

  it('should not be installed again when nothing has changed', async () => {
    await start();
    expect(await installs()).toBe(0);
  });

  it('should be installed again when the lock file has changed', async () => {
    await start();
    clone.lock({ ...ONE, 'node_modules/two': { version: '1.0.0' } });
    expect(await installs()).toBe(1);
  });

  it('should not be installed again when the lock file was only touched', async () => {
    await start();
    utimesSync(clone.path('package-lock.json'), new Date(), new Date());
    expect(await installs()).toBe(0);
  });

  it('should not be installed again when the lock file says the same in other words', async () => {
    await start();
    clone.write('package-lock.json', `${clone.read('package-lock.json')}\n`);
    expect(await installs()).toBe(0);
  });

  it('should be installed again when they were deleted', async () => {
    await start();
    rmSync(clone.path('node_modules'), { recursive: true });
    expect(await installs()).toBe(1);
  });

  it('should be installed again when the folder was carried over from another machine', async () => {
    await start();
    const stamp = clone.read('node_modules/.fuhan-installed');
    clone.write('node_modules/.fuhan-installed', stamp.replace(`${process.platform}-`, 'plan9-'));
    expect(await installs()).toBe(1);
  });

  it('should be installed once when two programs start at the same moment', async () => {
    await Promise.all([start(), start()]);
    expect(clone.calls('npm')).toHaveLength(1);
  });

  it('should be installed exactly as the lock file says', async () => {
    await start();
    expect(clone.calls('npm')[0]?.args[0]).toBe('ci');
  });

  it('should come with the tools of development when production is set', async () => {
    await start({ NODE_ENV: 'production' });
    expect(clone.calls('npm')[0]).toMatchObject({
      args: expect.arrayContaining(['--include=dev']) as string[],
      nodeEnv: 'development',
    });
  });

  it('should be told of on standard error alone', async () => {
    const { out, errors } = await start();
    expect([out, errors.split('\n')[0]]).toEqual(['没有改动，不需要编译。', '正在安装依赖 …']);
  });
});

describe('packages that somebody has installed by hand', () => {
  const thisMachine = { os: [process.platform], cpu: [process.arch] };

  it('should be taken when they are those of the lock file', async () => {
    clone.installedByHand(ONE);
    expect(await installs()).toBe(0);
  });

  it.each([
    ['one has another version', { 'node_modules/one': { version: '1.0.1' } }],
    ['one is missing', {}],
  ])('should be installed again when %s', async (_, present) => {
    clone.installedByHand(present);
    expect(await installs()).toBe(1);
  });

  it.each([
    ['another machine', { os: ['plan9'], cpu: [process.arch] }, 0],
    ['another processor', { os: [process.platform], cpu: ['pdp11'] }, 0],
    ['this very machine', thisMachine, 1],
  ])('should be enough or not when an optional one for %s is missing', async (_, made, times) => {
    clone.lock({ ...ONE, 'node_modules/native': { version: '1.0.0', optional: true, ...made } });
    clone.installedByHand(ONE);
    expect(await installs()).toBe(times);
  });
});

describe('an installation that was cut off', () => {
  it('should be done again', async () => {
    await start({ TOY_NPM: 'dies' });
    expect(await installs()).toBe(1);
  });

  it('should be done again when the old lock file is back and its packages are half deleted', async () => {
    await start();
    clone.lock({ 'node_modules/one': { version: '2.0.0' } });
    await start({ TOY_NPM: 'dies half-way' });
    clone.lock(ONE);
    expect(await installs()).toBe(1);
  });

  it('should not hold up the next one with its lock', async () => {
    clone.write('.data/install.lock/pid', '4000000');
    expect(await installs()).toBe(1);
  });
});

describe('an installation that fails', () => {
  it('should end the start', async () => {
    expect((await start({ TOY_NPM: 'fails' })).status).toBe(1);
  });

  it('should be told in one sentence with npm’s reason, what to do, and where all of it is written', async () => {
    const { sentence } = await start({ TOY_NPM: 'fails' });
    expect(sentence).toBe(
      `依赖没有装好（code ENOTFOUND）。请检查网络和 npm 源（npm config get registry）后再试；全部输出见 ${clone.path('.data/npm-install.log')}。`,
    );
  });

  it('should leave what npm has said in the log', async () => {
    await start({ TOY_NPM: 'fails' });
    expect(clone.read('.data/npm-install.log')).toContain('network request failed');
  });

  it('should be tried again at the next start', async () => {
    await start({ TOY_NPM: 'fails' });
    expect(await installs()).toBe(1);
  });

  it('should say so when there is no npm at all', async () => {
    const { sentence } = await start({ npm_execpath: '', PATH: clone.path('toy') });
    expect(sentence).toMatch(/^找不到 npm，依赖没有装上。请安装带 npm 的 Node\.js/);
  });
});
