import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Unit } from '@fuhan/identity';
import { filesCommand } from '../../apps/cli/commands/files';
import { Client, saveCast, savePerson, startTestApp, type TestApp } from '@fuhan/testing';

interface Stored {
  id: string;
  name: string;
  size: number;
  mime: string;
  code: string;
}

const PDF = Buffer.from('%PDF-1.7\n提案原件');
let app: TestApp;
let drafter: string;
let coordinator: string;

/** The cookie of a person, for requests whose body is no JSON. */
async function cookieOf(account: string): Promise<string> {
  const { headers } = await new Client(app.url).post('/api/session', {
    account,
    password: 'test-password-1',
  });
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
async function upload(
  body: Buffer | string,
  { name = 'a.pdf', cookie = drafter, headers = {} as Record<string, string> } = {},
): Promise<{ status: number; stored: Stored }> {
  const response = await fetch(`${app.url}/api/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'X-Requested-With': 'test', Cookie: cookie, ...headers },
    body: new Uint8Array(Buffer.from(body)),
  });
  return { status: response.status, stored: (await response.json()) as Stored };
}
const download = (id: string, cookie = drafter): Promise<Response> =>
  fetch(`${app.url}/api/files/${id}`, { headers: { Cookie: cookie } });
const storedFiles = (): string[] => {
  const folder = join(app.house.settings.DATA_DIR, 'blobs');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
};

beforeAll(async () => {
  app = await startTestApp({
    prepare: async (house) => {
      await saveCast(house);
      await savePerson(house.dataSource.manager, 'stranger', 'gongan', ['drafter']);
    },
  });
  drafter = await cookieOf('drafter');
  coordinator = await cookieOf('coordinator');
});
afterAll(async () => app.close());

describe('an upload', () => {
  it('should be answered with what was stored', async () => {
    const { status, stored } = await upload(PDF, { name: '原件.pdf' });
    expect([status, stored]).toEqual([
      201,
      { id: expect.any(String), name: '原件.pdf', size: PDF.length, mime: 'application/pdf' },
    ]);
  });

  it('should need a sign-in', async () => {
    expect((await upload(PDF, { cookie: '' })).status).toBe(401);
  });

  it('should not be taken from another site', async () => {
    const response = await fetch(`${app.url}/api/files?name=a.pdf`, {
      method: 'POST',
      headers: { Cookie: drafter },
      body: PDF,
    });
    expect(response.status).toBe(403);
  });

  it('should be refused when it is empty', async () => {
    expect((await upload('')).stored.code).toBe('file.empty');
  });

  it('should be refused, and leave nothing behind, when it is a program', async () => {
    const before = storedFiles().length;
    const { status } = await upload(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]), { name: 'a.pdf' });
    expect([status, storedFiles().length]).toEqual([415, before]);
  });

  it('should be refused when it has more than 30 MB', async () => {
    const { status, stored } = await upload(Buffer.alloc(30 * 2 ** 20 + 1, PDF));
    expect([status, stored.code]).toEqual([413, 'request.too-large']);
  });

  it('should be taken when it has 30 MB and no more', async () => {
    const bytes = Buffer.alloc(30 * 2 ** 20);
    PDF.copy(bytes);
    expect((await upload(bytes)).status).toBe(201);
  });

  it('should be refused when it is packed in a way nobody knows', async () => {
    expect((await upload(PDF, { headers: { 'Content-Encoding': 'x-pack' } })).stored.code).toBe(
      'request.malformed',
    );
  });

  it('should be what its bytes are, whatever its name and its sender say', async () => {
    const { stored } = await upload('只是文字', { name: 'a.pdf', headers: { 'Content-Type': 'text/html' } });
    expect(stored.mime).toBe('text/plain; charset=utf-8');
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\甲\\原件.pdf', '原件.pdf'],
    ['a\r\nb\u0000.pdf', 'ab.pdf'],
    ['  原件.pdf  ', '原件.pdf'],
    ['', '未命名'],
    ['..', '未命名'],
    ['a/', '未命名'],
    ['长'.repeat(300), '长'.repeat(150)],
  ])('should keep of the name %j only %j', async (name, kept) => {
    expect((await upload(PDF, { name })).stored.name).toBe(kept);
  });

  it('should lie on the disk under its digest and under no name that somebody chose', async () => {
    await upload(Buffer.from('%PDF-1.7 own'), { name: '../chosen.pdf' });
    expect(storedFiles().filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual([]);
  });

  it('should be a record of its own when the same bytes come twice', async () => {
    const [first, second] = [await upload(PDF), await upload(PDF)];
    expect(first.stored.id).not.toBe(second.stored.id);
  });
});

describe('a file that was uploaded', () => {
  let id: string;
  beforeAll(async () => {
    id = (await upload(PDF, { name: '原件.pdf', cookie: coordinator })).stored.id;
  });

  it('should come back byte by byte', async () => {
    expect(Buffer.from(await (await download(id, coordinator)).arrayBuffer())).toEqual(PDF);
  });

  it('should be a download under its Chinese name, never guessed at', async () => {
    const { headers } = await download(id, coordinator);
    expect([headers.get('content-disposition'), headers.get('x-content-type-options')]).toEqual([
      `attachment; filename*=UTF-8''${encodeURIComponent('原件.pdf')}`,
      'nosniff',
    ]);
  });

  it('should not be found by anybody else while no case has it', async () => {
    expect((await download(id)).status).toBe(404);
  });

  it('should need a sign-in', async () => {
    expect((await download(id, '')).status).toBe(401);
  });

  it.each(['x', '018f0000-0000-7000-8000-000000000000'])(
    'should not be found when there is none: %s',
    async (none) => {
      expect((await download(none)).status).toBe(404);
    },
  );
});

describe('the original of a proposal', () => {
  let id: string;
  const register = async (originalFileId: string, number: string): Promise<Response> =>
    fetch(`${app.url}/api/proposals`, {
      method: 'POST',
      headers: { 'X-Requested-With': 'test', 'Content-Type': 'application/json', Cookie: coordinator },
      body: JSON.stringify({
        ...{ kind: 'plenary', number, term: 13, meeting: 4, title: '关于修桥的建议', fullText: '全文。' },
        proposers: [{ kind: 'member', name: '某某' }],
        suggestions: [{ title: '尽快开工' }],
        originalFileId,
      }),
    });

  beforeAll(async () => {
    id = (await upload(PDF, { name: '原件.pdf', cookie: coordinator })).stored.id;
    const proposal = (await (await register(id, '134901')).json()) as { id: string };
    const unit = await app.house.dataSource.manager.findOneByOrFail(Unit, { code: 'gongxin' });
    await fetch(`${app.url}/api/proposals/${proposal.id}/hand-over`, {
      method: 'POST',
      headers: { 'X-Requested-With': 'test', 'Content-Type': 'application/json', Cookie: coordinator },
      body: JSON.stringify({ leadUnitId: unit.id, coHandlers: [] }),
    });
  });

  it('should be read by the unit that handles the case', async () => {
    expect((await download(id)).status).toBe(200);
  });

  it('should not be found by a unit that has no part in the case', async () => {
    expect((await download(id, await cookieOf('stranger'))).status).toBe(404);
  });

  it('should not be a file that somebody else uploaded', async () => {
    const { stored } = await upload(PDF);
    expect((await register(stored.id, '134902')).status).toBeGreaterThanOrEqual(400);
  });

  it('should not be a file that is not there', async () => {
    const { status } = await register('018f0000-0000-7000-8000-000000000000', '134903');
    expect([status >= 400, status < 500]).toEqual([true, true]);
  });
});

describe('fuhan files verify', () => {
  const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const before = { ...process.env };
  beforeAll(() => {
    const { DATABASE_URL, DATA_DIR } = app.house.settings;
    Object.assign(process.env, { DATABASE_URL, DATA_DIR });
  });
  beforeEach(() => printed.mockClear());
  afterAll(() => {
    printed.mockRestore();
    process.env = before;
  });
  const said = (): string => printed.mock.calls.flat().join('\n');
  const pathOf = (sha256: string): string =>
    join(app.house.settings.DATA_DIR, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const shaOf = async ({ id }: Stored): Promise<string> =>
    (await app.house.dataSource.query('SELECT sha256 FROM blob WHERE id = $1', [id]))[0].sha256;

  it('should say that all files are whole', async () => {
    expect(await filesCommand.run(['verify'])).toBe(0);
    expect(said()).toMatch(/^核对了 \d+ 个文件，0 个有问题。$/);
  });

  it('should name a file that is missing and one that was changed, and end with 1', async () => {
    const gone = await shaOf((await upload('%PDF-1.7\n不在了', { name: '不在了.pdf' })).stored);
    const other = await shaOf((await upload('%PDF-1.7\n改过的', { name: '改过的.pdf' })).stored);
    rmSync(pathOf(gone));
    chmodSync(pathOf(other), 0o600);
    writeFileSync(pathOf(other), '%PDF-1.7\n别的');
    expect(await filesCommand.run(['verify', '--json'])).toBe(1);
    expect(JSON.parse(said()).bad).toMatchObject([
      { fileName: '不在了.pdf', fault: 'missing' },
      { fileName: '改过的.pdf', fault: 'changed' },
    ]);
  });

  it('should say how it is written', async () => {
    await expect(filesCommand.run(['sweep'])).rejects.toThrow('请写 fuhan files verify');
  });
});
