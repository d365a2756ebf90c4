import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administratorsFile } from './administrators';
import type { House } from './house';
import { printWelcome } from './welcome';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuhan-welcome-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const houseWith = (settings: object): House =>
  ({
    publicUrl: 'https://fuhan.example.gov.cn',
    settings: {
      DATA_DIR: folder,
      DATABASE_URL: 'postgres://fuhan:hidden-word@db.example:5433/fuhan',
      FUHAN_DATABASE_KIND: 'external',
      REDIS_URL: undefined,
      DEMO: false,
      roles: ['api', 'worker'],
      ...settings,
    },
  }) as unknown as House;

async function told(settings: object = {}): Promise<string> {
  let text = '';
  const spy = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((more) => (text += String(more)).length > 0);
  await printWelcome(houseWith(settings));
  spy.mockRestore();
  return text;
}

describe('what stands at the terminal once everything runs', () => {
  it('should begin with the address that others see', async () => {
    expect((await told()).trim().split('\n')[0]).toBe('复函已启动：https://fuhan.example.gov.cn');
  });

  it('should say that there are no pages where a worker runs alone', async () => {
    expect(await told({ roles: ['worker'] })).toContain('只处理任务，不提供网页');
  });

  it('should name no address where a worker runs alone', async () => {
    expect(await told({ roles: ['worker'] })).not.toContain('https://');
  });

  it('should say where the data lie', async () => {
    expect(await told()).toContain(`数据目录：${folder}\n`);
  });

  it('should name the server of the database, and its port', async () => {
    expect(await told()).toContain('数据库：PostgreSQL db.example:5433\n');
  });

  it('should say how to leave the embedded database', async () => {
    expect(await told({ FUHAN_DATABASE_KIND: 'embedded' })).toMatch(
      /数据库：内置 PostgreSQL（设置 DATABASE_URL .*）/,
    );
  });

  it('should say how to leave the queue on PostgreSQL', async () => {
    expect(await told()).toMatch(/队列：PostgreSQL（设置 REDIS_URL=.*）/);
  });

  it('should name the Redis of the queue', async () => {
    expect(await told({ REDIS_URL: 'redis://:hidden-word@queue.example:6380/2' })).toContain(
      '队列：Redis queue.example:6380\n',
    );
  });

  it('should show no password of a connection', async () => {
    expect(await told({ REDIS_URL: 'redis://:hidden-word@queue' })).not.toContain('hidden-word');
  });

  it('should name no account where no demo was wanted', async () => {
    expect(await told()).not.toContain('账号');
  });

  it('should say where the first passwords lie as long as they do', async () => {
    const file = administratorsFile(houseWith({}));
    writeFileSync(file, '');
    expect(await told()).toContain(`${file}，交给本人后请删除这个文件。`);
  });

  it('should not speak of them once the file was deleted', async () => {
    expect(await told()).not.toContain('初始口令');
  });

  it('should end with how to stop', async () => {
    expect((await told()).trimEnd().split('\n').at(-1)).toBe('  停止：按 Ctrl-C。');
  });
});
