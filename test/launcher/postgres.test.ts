import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';

import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import {
  becomes,
  hold,
  killAllOver,
  newFolder,
  postmasterOf,
  processesOver,
  query,
  release,
  removeFolder,
  type Held,
} from './support';

const NO_SYNC = ['fsync=off'];
const asRoot = process.geteuid?.() === 0 ? describe : describe.skip;
const gone = (folder: string): Promise<boolean> => becomes(() => processesOver(folder).length === 0, 5000);

describe('the embedded database', () => {
  let folder: string;
  let dir: string;
  const start = (): Promise<Held> => hold(dir, {}, NO_SYNC);

  beforeAll(async () => {
    folder = newFolder();
    dir = join(folder, 'postgres');
    await release(await start());
  });

  afterEach(() => killAllOver(folder));
  afterAll(() => removeFolder(folder));

  it('should be PostgreSQL 18', async () => {
    const held = await start();
    expect(await query(held.url, 'SHOW server_version')).toEqual([{ server_version: '18.4' }]);
  });

  it('should compare Chinese by the pinyin of its sounds when a column asks for it', async () => {
    const held = await start();
    const rows = await query(
      held.url,
      `SELECT n FROM unnest(ARRAY['张','李','阿']) AS t(n) ORDER BY n COLLATE "zh-x-icu"`,
    );
    expect(rows.map(({ n }) => n)).toEqual(['阿', '李', '张']);
  });

  it('should listen on the machine itself only', async () => {
    const held = await start();
    expect(await query(held.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  });

  it('should keep its password to its owner', () => {
    expect(statSync(join(dir, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('should refuse a wrong password', async () => {
    const held = await start();
    const url = new URL(held.url);
    url.password = 'guess';
    await expect(query(url.toString(), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('should leave no process when it is let go', async () => {
    await release(await start());
    expect(processesOver(folder)).toEqual([]);
  });

  it('should leave no process when its user is killed with -9', async () => {
    const held = await start();
    held.child.kill('SIGKILL');
    expect(await gone(folder)).toBe(true);
  });

  it('should shut down in order, not by accident, when its user is killed with -9', async () => {
    const held = await start();
    held.child.kill('SIGKILL');
    await gone(folder);
    expect(readFileSync(join(dir, 'postgres.log'), 'utf8').trimEnd()).toMatch(
      /database system is shut down$/,
    );
  });

  it('should have every committed row after everything was killed with -9', async () => {
    const held = await start();
    await query(held.url, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n');
    killAllOver(folder);
    const again = await start();
    expect(await query(again.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }]);
  });

  it('should start again after the postmaster alone was killed with -9', async () => {
    await start();
    process.kill(postmasterOf(dir), 'SIGKILL');
    const again = await start();
    expect(await query(again.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('should not take a living stranger for its predecessor', async () => {
    await gone(folder);
    writeFileSync(
      join(dir, 'data/postmaster.pid'),
      `${process.pid}\n${dir}/data\n1\n5432\n\n127.0.0.1\n0 0\nready\n`,
    );
    expect((await start()).adopted).toBe(false);
  });

  it('should make the cluster anew when the first attempt was cut off', async () => {
    const half = join(folder, 'half');
    mkdirSync(join(half, 'data.init'), { recursive: true });
    writeFileSync(join(half, 'data.init/PG_VERSION'), '18\n');
    const held = await hold(half, {}, NO_SYNC);
    expect(await query(held.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('should take a lock over when its holder is dead', async () => {
    mkdirSync(join(dir, 'lock'));
    writeFileSync(join(dir, 'lock/pid'), '4000000');
    expect((await start()).adopted).toBe(false);
  });

  describe('with two users', () => {
    it('should be adopted by the second one', async () => {
      const first = await start();
      const second = await start();
      expect([second.adopted, second.port]).toEqual([true, first.port]);
    });

    it('should go on when the first one leaves', async () => {
      const first = await start();
      const second = await start();
      await release(first);
      expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });

    it('should end with the last one', async () => {
      const held = [await start(), await start()];
      for (const user of held) await release(user);
      expect(processesOver(folder)).toEqual([]);
    });

    it('should start once when both come at the same moment', async () => {
      const both = await Promise.all([start(), start()]);
      expect(both.map(({ adopted }) => adopted).sort()).toEqual([false, true]);
    });
  });

  describe('when its port is taken', () => {
    let stranger: Server;
    let taken: number;

    // The stranger is first and the folder remembers its port: nobody else can come in between.
    beforeEach(async () => {
      stranger = createServer().listen(0, '127.0.0.1');
      await once(stranger, 'listening');
      taken = (stranger.address() as AddressInfo).port;
      writeFileSync(join(dir, 'port'), String(taken));
    });
    afterEach(() => stranger.close());

    it('should use another one', async () => {
      expect((await start()).port).not.toBe(taken);
    });
  });
});

asRoot('the embedded database where an ordinary user or a container runs it', () => {
  const nobody = { uid: 65534, gid: 65534 };
  let folder: string;

  beforeEach(() => {
    folder = newFolder();
  });
  afterEach(() => {
    killAllOver(folder);
    removeFolder(folder);
  });

  it('should run directly as an ordinary user', async () => {
    chownSync(folder, nobody.uid, nobody.gid);
    expect((await hold(join(folder, 'postgres'), nobody, NO_SYNC)).mode).toBe('direct');
  });

  it('should say in Chinese that the folder cannot be written when it belongs to somebody else', async () => {
    chmodSync(folder, 0o755);
    await expect(hold(join(folder, 'postgres'), nobody, NO_SYNC)).rejects.toThrow(/数据目录 .* 不能写入/);
  });

  it('should run as another user when root may not make user namespaces', async () => {
    chmodSync(folder, 0o755);
    const held = await hold(
      join(folder, 'postgres'),
      { env: { ...process.env, FUHAN_NO_USERNS: '1' } },
      NO_SYNC,
    );
    expect(held.mode).toMatch(/^uid [1-9]/);
  });

  it('should keep using the owner of the data when root starts it later', async () => {
    chownSync(folder, nobody.uid, nobody.gid);
    const dir = join(folder, 'postgres');
    await release(await hold(dir, nobody, NO_SYNC));
    expect((await hold(dir, {}, NO_SYNC)).mode).toBe('uid 65534');
  });

  it('should put the data elsewhere and say so when that user cannot reach the folder', async () => {
    const held = await hold(
      join(folder, 'closed', 'postgres'),
      { env: { ...process.env, FUHAN_NO_USERNS: '1' } },
      NO_SYNC,
    );
    const elsewhere = /数据改放在 (\S+?)。/.exec(held.errors())?.[1] ?? '';
    await release(held);
    const found = existsSync(join(elsewhere, 'data/PG_VERSION'));
    if (elsewhere !== '') removeFolder(elsewhere);
    expect(found).toBe(true);
  });
});
