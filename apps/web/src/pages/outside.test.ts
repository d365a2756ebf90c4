import { Problem } from '../shared/api/problem';
import { outsideLetter } from '../testing/data';
import { type Page, visit } from '../testing/page';

jest.mock('../shared/nonce', () => ({ pageNonce: () => 'of-this-answer' }));

const open = (answer: unknown): Promise<Page> => visit('/f/abc', [[['outside', 'abc'], answer]]);

describe('the page behind the link of a proposer', () => {
  it('should greet the proposer by name', async () => {
    expect((await open(outsideLetter())).text).toContain('沈若谷，您好：');
  });
  it('should say who wrote, under which number, on which day', async () => {
    expect((await open(outsideLetter())).text).toContain(
      '南屿市工业和信息化局 · 南工信函〔2026〕12号 · 2026年5月8日',
    );
  });
  it('should not need anybody to be signed in', async () => {
    expect((await open(outsideLetter())).address).toBe('/f/abc');
  });
  it('should not show the ways of those who work here', async () => {
    expect((await open(outsideLetter())).html).not.toContain('待办');
  });
  it('should not call a letter received before that is on record', async () => {
    expect((await open(outsideLetter())).text).toContain('正在登记送达');
  });
  it('should say when the letter was received', async () => {
    const received = outsideLetter({ receivedAt: '2026-05-09T16:30:00Z' });
    expect((await open(received)).text).toContain('您于 2026-05-10 00:30 打开了本函');
  });
  it.each([
    ['pdf', '下载 PDF（与纸质一致）'],
    ['docx', '下载 Word'],
    ['html', '下载 网页'],
    ['txt', '下载 纯文本'],
  ] as const)('should offer %s in words', async (format, words) => {
    const files = [{ format, href: `/f/abc/${format}` }];
    expect((await open(outsideLetter({ files }))).text).toContain(words);
  });
  it('should offer no file that is not there yet', async () => {
    expect((await open(outsideLetter({ files: [] }))).text).not.toContain('下载');
  });
  it('should lead to the file below the API', async () => {
    expect((await open(outsideLetter())).html).toContain('href="/api/f/abc/pdf"');
  });
  it('should keep the letter in a frame that runs nothing', async () => {
    expect((await open(outsideLetter())).html).toMatch(/<iframe[^>]*sandbox="allow-same-origin"/);
  });
  it('should let the style sheet of the letter in by the nonce of this page', async () => {
    expect((await open(outsideLetter())).html).toContain('&lt;style nonce=&quot;of-this-answer&quot;&gt;');
  });
  it('should not let markup of the letter into the page itself', async () => {
    const html = '<script>alert(1)</script>';
    expect((await open(outsideLetter({ html }))).html).not.toContain('<script>alert');
  });
  it('should wait for the letter in words', async () => {
    expect((await visit('/f/abc')).html).toContain('aria-label="正在载入"');
  });
  it('should tell whom to ask when the link opens nothing', async () => {
    expect((await open(new Problem(404, 'notFound', '没有这个链接'))).text).toContain(
      '请向给您寄送答复函的单位再要一次',
    );
  });
  it('should not send a proposer to a worklist when the link opens nothing', async () => {
    expect((await open(new Problem(404, 'notFound', '没有这个链接'))).text).not.toContain('回到待办');
  });
  it('should say that nothing is lost when no answer came', async () => {
    expect((await open(new Problem(0, 'offline', '没有连上服务器'))).text).toContain('再试一次');
  });
  it('should ask for patience when links are asked for too often', async () => {
    expect((await open(new Problem(429, 'tooMany', '请一分钟后再试。'))).text).toContain('请一分钟后再试。');
  });
});
