import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { ToyClone } from './toy-clone';

interface Given {
  readonly args: string[];
  readonly env: Record<string, string | undefined>;
  readonly cwd: string;
}

const DATABASE_URL = 'postgres://fuhan:a%20word@db.example:5432/fuhan';
const REDIS_URL = 'redis://:word@redis.example:6379/2';

let clone: ToyClone;
beforeAll(() => {
  clone = new ToyClone().withSources();
  clone.installedByHand({ 'node_modules/one': { version: '1.0.0' } });
});
afterAll(() => clone.remove());

const start = (env: NodeJS.ProcessEnv = {}, ...args: string[]) =>
  clone.run('start', args, { DATABASE_URL, ...env });
/** What the server program is given. */
const given = async (env: NodeJS.ProcessEnv = {}, ...args: string[]): Promise<Given> =>
  JSON.parse((await start(env, ...args)).out) as Given;

describe('what npm start hands on to the server program', () => {
  it('should be both addresses as they were set, when both are', async () => {
    expect((await given({ REDIS_URL })).env).toMatchObject({ DATABASE_URL, REDIS_URL });
  });

  it('should say that the database is somebody else’s', async () => {
    expect((await given()).env['FUHAN_DATABASE_KIND']).toBe('external');
  });

  it('should be the queue on PostgreSQL when no Redis is named', async () => {
    expect((await given()).env).not.toHaveProperty('REDIS_URL');
  });

  it('should be a database in production, with no permission asked for', async () => {
    expect((await start({ NODE_ENV: 'production' })).status).toBe(0);
  });

  it.each([
    [undefined, '.data'],
    ['elsewhere', 'elsewhere'],
  ])('should be the whole path of the data folder set as %j', async (setting, folder) => {
    expect((await given(setting === undefined ? {} : { DATA_DIR: setting })).env['DATA_DIR']).toBe(
      clone.path(folder),
    );
  });

  it.each([[['--roles', 'worker']], [['--roles=api']], [['--roles', 'api,worker']], [[]]])(
    'should be the roles as they were typed: %j',
    async (args) => {
      expect((await given({}, ...args)).args).toEqual(args);
    },
  );

  it('should leave a PORT that is none for the server program to refuse', async () => {
    expect((await given({ PORT: 'eighty' })).env['PORT']).toBe('eighty');
  });

  it.each([0, 1, 7])('should come back as the status of the start: %i', async (status) => {
    expect((await start({ TOY_STATUS: String(status) })).status).toBe(status);
  });

  describe('when the port is taken', () => {
    let stranger: Server;
    let taken: number;

    beforeAll(async () => {
      stranger = createServer().listen(0, '127.0.0.1');
      await once(stranger, 'listening');
      taken = (stranger.address() as AddressInfo).port;
    });
    afterAll(() => stranger.close());

    it('should be another port', async () => {
      expect(Number((await given({ PORT: String(taken) })).env['PORT'])).toBeGreaterThan(taken);
    });

    it('should be the port all the same for a worker, which has no pages', async () => {
      expect((await given({ PORT: String(taken) }, '--roles', 'worker')).env['PORT']).toBe(String(taken));
    });

    it('should not be spoken of where there are no pages', async () => {
      expect((await start({ PORT: String(taken) }, '--roles=worker')).errors).toBe('');
    });
  });
});

describe('a start without a database', () => {
  const alone = (env: NodeJS.ProcessEnv = {}) => start({ DATABASE_URL: '', ...env });

  it('should say what to set where no built-in one was installed for this machine', async () => {
    expect(await alone()).toMatchObject({
      status: 1,
      errors: expect.stringMatching(
        /^没有适合本机（.+）的内置 PostgreSQL。请设置 DATABASE_URL，[^\n]*。$/,
      ) as string,
    });
  });

  it('should be refused in production before anything is compiled', async () => {
    clone.news();
    await alone({ NODE_ENV: 'production' });
    expect(clone.news()).toEqual([]);
  });

  it('should be tried in production by somebody who wants it so', async () => {
    expect((await alone({ NODE_ENV: 'production', ALLOW_EMBEDDED: '1' })).errors).toContain('没有适合本机');
  });
});
