import { Problem } from '../shared/api/problem';
import type { TodoAnswer, TodoItem } from '../shared/api/types';
import { caseFile, me, registering, todoItem } from '../testing/data';
import { type Page, visit } from '../testing/page';

let screenIsWide = false;
jest.mock('../shared/ui/use-media', () => ({ useMedia: () => screenIsWide }));
beforeEach(() => {
  screenIsWide = false;
});

const none = { todo: 0, countersign: 0, circulated: 0, done: 0, mine: 0, starred: 0, all: 0 };
const list = (items: TodoItem[] = [], counts: Partial<TodoAnswer['counts']> = {}): TodoAnswer => ({
  items,
  counts: { ...none, ...counts },
});
const open = (answer: unknown, box = 'todo', mine = me()): Promise<Page> =>
  visit(box === 'todo' ? '/todo' : `/todo?box=${box}`, [
    [['me'], mine],
    [['todo', box], answer],
    [['case', 'p1'], caseFile()],
  ]);
const two = [todoItem(), todoItem({ proposalId: 'p2', title: '关于停车的提案' })];

describe('the boxes of the worklist', () => {
  it.each([
    ['todo', '待办'],
    ['countersign', '待我会签'],
    ['circulated', '传阅'],
    ['done', '已办'],
    ['mine', '我起草的'],
    ['starred', '关注'],
    ['all', '全部'],
  ])('should head %s with its own words', async (box, words) => {
    expect((await open(list(), box)).html).toContain(`<h1>${words}</h1>`);
  });
  it.each([
    ['todo', '没有等您办的'],
    ['countersign', '没有等您会签的。'],
    ['circulated', '没有给您传阅的。'],
    ['done', '最近 90 天您还没有办过事项。'],
    ['mine', '还没有由您起草的提案。'],
    ['starred', '还没有关注的提案。'],
    ['all', '还没有您单位的提案。'],
  ])('should say in words of its own that %s is empty', async (box, words) => {
    expect((await open(list(), box)).text).toContain(words);
  });
  it('should count what each holds', async () => {
    const counts = { todo: 2, countersign: 1, circulated: 3, done: 7, mine: 5, starred: 4, all: 9 };
    expect((await open(list(two, counts))).text).toContain(
      '待办 2待我会签 1传阅 3已办 7我起草的 5关注 4全部 9',
    );
  });
  it('should count nothing before the answer is there', async () => {
    expect((await visit('/todo', [[['me'], me()]])).text).toContain(
      '待办 待我会签 传阅 已办 我起草的 关注 全部 '.trim(),
    );
  });
  it('should mark the open one for those who do not see it', async () => {
    expect((await open(list(), 'mine')).html).toMatch(/<a[^>]*aria-current="page"[^>]*>我起草的/);
  });
  it('should not keep the ordinary box in the address', async () => {
    expect((await visit('/todo?box=todo', [[['me'], me()]])).html).toMatch(/href="\/todo"[^>]*>待办 </);
  });
  it('should open the ordinary box when the address names one there is not', async () => {
    const { text } = await visit('/todo?box=yours', [
      [['me'], me()],
      [['todo', 'todo'], list()],
    ]);
    expect(text).toContain('没有等您办的');
  });
});

describe('the worklist', () => {
  it('should list the cases in the order of the server', async () => {
    const { text } = await open(list(two));
    expect(text.indexOf('扶手')).toBeLessThan(text.indexOf('停车'));
  });
  it('should let whoever may register a proposal begin', async () => {
    expect((await open(list(), 'todo', me({ actions: [registering] }))).text).toContain('登记提案');
  });
  it('should not invite others to register', async () => {
    expect((await open(list())).text).not.toContain('登记提案');
  });
  it('should let every row be chosen, by the name of its case', async () => {
    expect((await open(list(two))).html.match(/aria-label="选 第 135021 号"/g)).toHaveLength(2);
  });
  it('should offer all rows at once where there are several', async () => {
    expect((await open(list(two))).text).toContain('全选 2 件');
  });
  it('should offer nothing to be done before a row is chosen', async () => {
    expect((await open(list(two))).html).not.toContain('成批办理');
  });
  it('should not show a preview where there is no room', async () => {
    expect((await open(list(two))).html).not.toContain('aria-label="预览"');
  });
  it('should preview the first case where there is room', async () => {
    screenIsWide = true;
    expect((await open(list(two))).html).toContain('aria-label="预览"');
  });
  it('should mark the case that is previewed', async () => {
    screenIsWide = true;
    expect((await open(list(two))).html).toContain('class="row row-selected" data-id="p1"');
  });
  it('should mark one case alone', async () => {
    screenIsWide = true;
    expect((await open(list(two))).html.match(/row-selected/g)).toHaveLength(1);
  });
  it('should mark none where there is no preview', async () => {
    expect((await open(list(two))).html).not.toContain('row-selected');
  });
  it('should not say that nothing waits while nobody knows', async () => {
    expect((await visit('/todo', [[['me'], me()]])).text).not.toContain('没有等您办的');
  });
  it('should say why it cannot be read', async () => {
    expect((await open(new Problem(500, 'internal', '服务器出错。'))).text).toContain('服务器出错。');
  });
});

describe('the ways', () => {
  it('should lead the keeper of the house to units and people', async () => {
    expect((await open(list(), 'todo', me({ duties: ['system_admin'] }))).html).toContain('/admin/people');
  });
  it('should not lead others there', async () => {
    expect((await open(list(), 'todo', me({ duties: ['head', 'clerk'] }))).html).not.toContain('/admin/');
  });
  it('should name the place one works in', async () => {
    expect((await open(list(), 'todo', me({ place: '南屿市' }))).html).toContain('>南屿市<');
  });
  it('should say who is here, of which unit and office', async () => {
    const here = me({ name: '李青', unit: '市工业和信息化局', office: '医药科' });
    expect((await open(list(), 'todo', here)).html).toContain('李青<small>市工业和信息化局 · 医药科</small>');
  });
  it('should let the keyboard skip all that', async () => {
    expect((await open(list())).html).toContain('<a class="skip" href="#main">跳到正文</a>');
  });
});
