import { Problem } from '../shared/api/problem';
import type { TodoItem } from '../shared/api/types';
import { ledger, me, registering, todoItem } from '../testing/data';
import { type Page, visit } from '../testing/page';

const open = (answer: unknown, q = '', page = 1, mine = me()): Promise<Page> => {
  const search = new URLSearchParams({ ...(q ? { q } : {}), ...(page > 1 ? { page: String(page) } : {}) });
  return visit(`/proposals${search.size > 0 ? `?${search}` : ''}`, [
    [['me'], mine],
    [['proposals', q ? { q } : {}, page], answer],
  ]);
};
const rows = (count: number): TodoItem[] =>
  Array.from({ length: count }, (_, i) => todoItem({ proposalId: `p${i}`, number: `13500${i}` }));

describe('the ledger', () => {
  it('should count what it holds', async () => {
    expect((await open(ledger(2, rows(2)))).text).toContain('共 2 件');
  });
  it('should list every proposal of the page', async () => {
    expect((await open(ledger(3, rows(3)))).html.match(/class="row"/g)).toHaveLength(3);
  });
  it('should say for which words it was searched', async () => {
    expect((await open(ledger(1, rows(1)), '养老')).text).toContain('“养老”：共 1 件');
  });
  it('should keep the words it was searched for in the field', async () => {
    expect((await open(ledger(1, rows(1)), '养老')).html).toMatch(/<input[^>]* value="养老"/);
  });
  it('should find a number that stands in the address without quotes', async () => {
    expect((await open(ledger(1, rows(1)), '135021')).text).toContain('“135021”：共 1 件');
  });
  it('should say that it is empty', async () => {
    expect((await open(ledger(0))).text).toContain('台账还是空的。');
  });
  it('should advise another word when nothing was found', async () => {
    expect((await open(ledger(0), '海底')).text).toContain('没有找到，换个词试试。');
  });
  it('should not call itself empty on a page behind the last one', async () => {
    expect((await open(ledger(60), '', 9)).text).not.toContain('台账还是空的');
  });
  it('should lead back from a page behind the last one', async () => {
    expect((await open(ledger(60), '', 9)).html).toMatch(/href="\/proposals"[^>]*>回到第一页/);
  });
  it('should keep the words when it leads back', async () => {
    expect((await open(ledger(60), 'abc', 9)).html).toMatch(/href="\/proposals\?q=abc"[^>]*>回到第一页/);
  });
  it('should not turn pages where all fit on one', async () => {
    expect((await open(ledger(50, rows(2)))).html).not.toContain('ant-pagination');
  });
  it('should turn pages from the fifty-first on', async () => {
    expect((await open(ledger(51, rows(2)))).html).toContain('ant-pagination');
  });
  it('should show on which page one is', async () => {
    expect((await open(ledger(120, rows(2)), '', 2)).html).toMatch(
      /ant-pagination-item-2 ant-pagination-item-active/,
    );
  });
  it.each(['0', '-3', 'x'])('should begin on the first page when the address says page %s', async (page) => {
    const answers = [[['me'], me()] as const, [['proposals', {}, 1], ledger(7)] as const];
    expect((await visit(`/proposals?page=${page}`, answers)).text).toContain('共 7 件');
  });
  it('should not have a column for what happened last, which it does not know', async () => {
    expect((await open(ledger(1, rows(1)))).text).not.toContain('来自');
  });
  it('should let whoever may register a proposal begin', async () => {
    const { html } = await open(ledger(0), '', 1, me({ actions: [registering] }));
    expect(html).toContain('href="/proposals/new"');
  });
  it('should not invite others to register', async () => {
    expect((await open(ledger(0))).html).not.toContain('href="/proposals/new"');
  });
  it('should say why it cannot be read', async () => {
    expect((await open(new Problem(500, 'internal', '服务器出错。'))).text).toContain('服务器出错。');
  });
});
