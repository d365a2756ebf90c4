import { account, demo, me } from '../testing/data';
import { type Page, visit } from '../testing/page';
import { Problem } from '../shared/api/problem';

const open = (shown: unknown): Promise<Page> => visit('/login', [[['demo'], shown]]);
const letter = {
  documentNumber: '南工信函〔2026〕8号',
  title: '关于第135007号提案答复的函',
  page: '/f/abc',
  pdf: '/api/f/abc/pdf',
  docx: '/api/f/abc/docx',
};

describe('the sign-in page', () => {
  it('should say what the program is for', async () => {
    expect((await open(null)).text).toContain('复函政协提案办理与答复');
  });
  it('should let a password manager find the account', async () => {
    expect((await open(null)).html).toContain('autoComplete="username"');
  });
  it('should let a password manager find the password', async () => {
    expect((await open(null)).html).toContain('autoComplete="current-password"');
  });
  it('should never show what is typed as the password', async () => {
    expect((await open(null)).html).toMatch(
      /<input[^>]*id="password"[^>]*type="password"|type="password"[^>]*id="password"/,
    );
  });
  it('should label its fields', async () => {
    expect((await open(null)).html).toContain('<label for="account">账号</label>');
  });
  it('should show no accounts where there is no demo', async () => {
    expect((await open(null)).text).not.toContain('演示账号');
  });
  it('should be usable before it is known whether there is a demo', async () => {
    expect((await visit('/login')).text).toContain('登录');
  });
  it('should be usable when that cannot be asked', async () => {
    expect((await open(new Problem(500, 'internal', '出错了'))).text).not.toContain('出错了');
  });
  it('should show the accounts of the demo', async () => {
    const accounts = [account('李青', '市工业和信息化局')];
    expect((await open(demo({ accounts }))).text).toContain('李青承办人李青号 / demo-password');
  });
  it('should show a letter that the demo has sent', async () => {
    expect((await open(demo({ letter }))).text).toContain('南工信函〔2026〕8号');
  });
  it('should not speak of a letter when the demo has sent none', async () => {
    expect((await open(demo())).text).not.toContain('已发出的一件答复函');
  });
  it('should not need anybody to be signed in', async () => {
    const refused = new Problem(401, 'signedOut', '请先登录');
    expect((await visit('/login', [[['me'], refused]])).address).toBe('/login');
  });
});

describe('the door', () => {
  const signedOut = [[['me'], new Problem(401, 'signedOut', '请先登录')]] as const;
  it('should lead whoever is not signed in to the sign-in page', async () => {
    expect((await visit('/todo', signedOut)).address).toMatch(/^\/login\?/);
  });
  it('should remember where they wanted to go, with all of it', async () => {
    const { address } = await visit('/proposals/p1?tab=draft', signedOut);
    expect(new URL(address, 'http://here').searchParams.get('next')).toBe('/proposals/p1?tab=draft');
  });
  it.each(['https://elsewhere.example', '//elsewhere.example', '/login?next=/todo'])(
    'should not keep %s as the place to go to',
    async (next) => {
      expect((await visit(`/login?next=${encodeURIComponent(next)}`)).address).toBe('/login');
    },
  );
  it('should not take a failure of the server for a person who is not signed in', async () => {
    const broken = [[['me'], new Problem(503, 'busy', '系统正在升级，请稍后再试。')]] as const;
    expect((await visit('/todo', broken)).text).toContain('系统正在升级，请稍后再试。');
  });
  it('should lead from the bare address to the worklist', async () => {
    expect((await visit('/', [[['me'], me()]])).address).toBe('/todo');
  });
  it('should say so when an address leads nowhere', async () => {
    expect((await visit('/nowhere')).text).toContain('没有这一页');
  });
});
