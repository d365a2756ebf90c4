import { Problem } from '../shared/api/problem';
import { me, notice } from '../testing/data';
import { type Page, visit } from '../testing/page';

const open = (notices: unknown, mine = me()): Promise<Page> =>
  visit('/notices', [
    [['me'], mine],
    [['notices', 'all'], notices],
  ]);

describe('the notices', () => {
  it('should show what happened, to which case, when', async () => {
    expect((await open([notice()])).text).toContain(
      '还有 5 天到期第 135021 号提案的答复还没有发出。2026-03-02 09:05',
    );
  });
  it('should mark in words what was not read', async () => {
    expect((await open([notice({ readAt: null })])).text).toContain('未读');
  });
  it('should not mark what was read', async () => {
    expect((await open([notice({ readAt: '2026-03-02T02:00:00Z' })])).html).not.toContain('class="unread"');
  });
  it('should stand in the order of the server', async () => {
    const { text } = await open([notice({ id: '1', title: '后来的' }), notice({ id: '2', title: '先前的' })]);
    expect(text.indexOf('后来的')).toBeLessThan(text.indexOf('先前的'));
  });
  it('should be opened by a button, so that the keyboard reaches them', async () => {
    expect((await open([notice()])).html).toContain('<button type="button" class="notice">');
  });
  it('should show each thing of a digest with a way to it', async () => {
    const items = [1, 2].map((n) => ({
      kind: 'remind' as const,
      title: `第${n}件`,
      body: `内容${n}`,
      link: `/proposals/${n}`,
    }));
    const { text, html } = await open([
      notice({ title: '今日提醒：2 件临近到期', body: '合在一起的正文', items }),
    ]);
    expect(text).toContain('第1件内容1第2件内容2');
    expect(text).not.toContain('合在一起的正文');
    expect(html.match(/<button type="button" class="notice">/g)).toHaveLength(3);
  });
  it('should not let a written tag become markup', async () => {
    expect((await open([notice({ body: '<b>急</b>' })])).html).toContain('&lt;b&gt;急&lt;/b&gt;');
  });
  it('should be read all at once only while there is something unread', async () => {
    const buttonOf = ({ html }: Page): string => /<button[^>]*>(?=<span>全部标为已读)/.exec(html)?.[0] ?? '';
    expect(buttonOf(await open([notice({ readAt: null })]))).not.toContain('disabled');
    expect(buttonOf(await open([notice({ readAt: '2026-03-02T02:00:00Z' })]))).toContain('disabled');
  });
  it('should be those that were not read where that is asked for', async () => {
    const { text } = await visit('/notices?box=unread', [
      [['me'], me()],
      [['notices', 'unread'], []],
    ]);
    expect(text).toContain('没有未读的通知。');
  });
  it('should say when there will be some', async () => {
    expect((await open([])).text).toContain('没有通知。时限临近、有人退回或催办时，会在这里告诉您。');
  });
  it('should not say that there are none while nobody knows', async () => {
    expect((await visit('/notices', [[['me'], me()]])).text).not.toContain('没有通知');
  });
  it('should say why they cannot be read', async () => {
    expect((await open(new Problem(500, 'internal', '服务器出错，请稍后再试。'))).text).toContain(
      '服务器出错，请稍后再试。',
    );
  });
});

describe('the bell', () => {
  it('should tell in words how many wait', async () => {
    expect((await open([], me({ unread: 3 }))).html).toContain('aria-label="通知，3 条未读"');
  });
  it('should not count when none waits', async () => {
    expect((await open([], me({ unread: 0 }))).html).toContain('aria-label="通知"');
  });
});
