import type { SearchFind } from '../shared/api/types';
import { me } from '../testing/data';
import { visit } from '../testing/page';

const find: SearchFind = {
  ...{ kind: 'opinion', kindLabel: '会办意见', sourceId: 's1', proposalId: 'p1', number: '135021' },
  ...{ unit: '市商务局', stageLabel: '拟稿中', day: '2026-03-20' },
  title: [{ text: '市商务局的会办意见', hit: false }],
  excerpt: [
    { text: '……建设', hit: false },
    { text: '充电桩', hit: true },
    { text: '十处。', hit: false },
  ],
};
const open = (search: string, key: unknown[], answer: object) =>
  visit(`/search${search}`, [
    [['me'], me()],
    [['units'], []],
    [['search', ...key], { terms: [], total: 1, more: false, items: [find], ...answer }],
  ]);
const any = {
  ...{ kind: undefined, year: undefined, unit: undefined, outcomeClass: undefined },
  ...{ proposer: undefined, stage: undefined },
};

describe('the page of full text search', () => {
  it('should say what it is good for before anything is looked for', async () => {
    const { text } = await visit('/search', [
      [['me'], me()],
      [['units'], []],
    ]);
    expect(text).toContain('两个字的词也可以');
  });
  it('should show each find with the words marked, and lead to its place in the case', async () => {
    const { html, text } = await open('?q=充电桩', ['充电桩', any, 1], {});
    expect(text).toMatch(/会办意见.*……建设充电桩十处。.*第135021号 · 市商务局 · 拟稿中/s);
    expect(html).toContain('<mark>充电桩</mark>');
    expect(html).toMatch(/href="\/proposals\/p1\?tab=opinions"/);
  });
  it('should say that there is none', async () => {
    const { text } = await open('?q=无', ['无', any, 1], { total: 0, items: [] });
    expect(text).toMatch(/共 0 条.*没有找到/s);
  });
  it('should say that there are more than are listed, and what to do', async () => {
    const { text } = await open('?q=建议', ['建议', any, 1], { total: 300, more: true });
    expect(text).toContain('超过 300 条，列出最新的 300 条');
  });
  it('should keep every condition in the address', async () => {
    const { html } = await open(
      '?q=桩&year=2025&stage=drafting',
      ['桩', { ...any, year: 2025, stage: 'drafting' }, 1],
      {},
    );
    expect(html).toContain('href="/search?q=%E6%A1%A9&amp;year=2025&amp;stage=drafting&amp;kind=letter"');
    expect(html).toContain('去掉条件');
  });
});
