import type { Statistics } from '../shared/api/types';
import { me } from '../testing/data';
import { visit } from '../testing/page';

const counts = { repliesDue: 3, repliesGiven: 1, opinionsDue: 6 } as Statistics['units'][number]['counts'];
const shares = { replyRate: 100, keptRate: null } as Statistics['years'][number]['rates'];
const line = { counts, rates: shares, opinionDays: 4 };
const answer: Statistics = {
  ...{ asOf: '2026-08-03', year: 2026, term: null, meeting: null, ofAll: true, opinionDays: 4 },
  sessions: [{ term: 13, meeting: 5, label: '十三届五次会议' }],
  figures: [
    { figure: 'repliesDue', label: '应答复', definition: '已交办的主办。', value: 3 },
    { figure: 'repliesGiven', label: '已答复', definition: '已送达的。', value: 1 },
  ],
  rates: [
    { rate: 'replyRate', label: '按时答复率', part: 'repliesGiven', whole: 'repliesDue', value: 33.3 },
    { rate: 'keptRate', label: '承诺兑现率', part: 'repliesGiven', whole: 'repliesDue', value: null },
  ],
  classes: [{ outcomeClass: 'A', value: 1 }],
  units: [{ unitId: 'u1', unit: '市工业和信息化局', classes: [{ outcomeClass: 'A', value: 1 }], ...line }],
  years: [{ year: 2026, ...line }],
};
const open = (
  search = '',
  key: unknown[] = ['now', 'any', 'any', 'today'],
  more: [unknown[], unknown][] = [],
  page = '/dashboard',
) =>
  visit(`${page}${search}`, [
    [['me'], me()],
    [['statistics', ...key], answer],
    [
      ['stages', 'now', 'any', 'any'],
      [
        {
          stage: 'drafting',
          label: '拟稿中',
          total: 2,
          lights: { overdue: 1, red: 0, yellow: 0, green: 1, grey: 0 },
        },
      ],
    ],
    ...more,
  ] as never);

describe('the page of statistics', () => {
  it('should show each figure with its definition and lead to its list', async () => {
    const { text, html } = await open();
    expect(text).toMatch(/2026年统计.*全部单位，截至 2026年8月3日.*应答复3已交办的主办。/s);
    expect(html).toContain('href="/dashboard?figure=repliesDue"');
  });
  it('should write beside each bar what it says, and where there is nothing to share', async () => {
    const { text } = await open();
    expect(text).toMatch(/按时答复率33.3%已答复 1 ÷ 应答复 3.*承诺兑现率无/s);
    expect(text).toContain('4 天');
  });
  it('should lead from a unit and a year to their lists', async () => {
    const { html } = await open();
    expect(html).toMatch(/href="\/dashboard\?[^"]*figure=opinionsDue[^"]*unit=u1"/);
    expect(html).toMatch(/href="\/dashboard\?[^"]*year=2026[^"]*figure=repliesDue/);
    expect(html).toContain('href="/api/statistics.xlsx"');
  });
  it('should tell where the cases stand by light, and lead to each number’s cases', async () => {
    const { text, html } = await open();
    expect(text).toContain('拟稿中100102');
    expect(html).toMatch(/href="\/dashboard\?stage=drafting&amp;light=overdue"/);
  });
  it('should show the list behind a figure', async () => {
    const item = {
      ...{ id: 'a1', proposalId: 'p1', number: '135001', title: '修桥', unit: '市水务局' },
      ...{ startedOn: '2026-03-01', dueOn: '2026-06-01', doneOn: null },
    };
    const asked = { year: undefined, term: undefined, meeting: undefined, asOf: undefined };
    const rest = { figure: 'repliesDue', unit: undefined, outcomeClass: undefined };
    const { text, html } = await open('?figure=repliesDue', undefined, [
      [
        ['facts', { ...asked, ...rest }, 1],
        { label: '应答复', definition: '', asOf: '2026-08-03', total: 1, items: [item] },
      ],
    ]);
    expect(text).toContain('应答复 1 件');
    expect(html).toContain('href="/proposals/p1"');
  });
});

describe('the yearly report', () => {
  const read = () => open('', undefined, undefined, '/reports');
  it('should have leading and co-handling in tables of their own, with shares and days, unit by unit', async () => {
    const { text } = await read();
    expect(text).toMatch(/主办（含单办、分办）.*应答复.*市工业和信息化局31.*100/s);
    expect(text).toMatch(/会办用时（天）.*市工业和信息化局6.*4/s);
    expect(text).toMatch(/历年会办/);
  });
  it('should open the list behind each number in its own place', async () => {
    const { html } = await read();
    expect(html).toMatch(/href="\/reports\?[^"]*figure=opinionsDue[^"]*unit=u1"/);
    expect(html).toMatch(/href="\/reports\?[^"]*figure=repliesGiven[^"]*outcomeClass=A/);
  });
  it('should write beside each bar what it says, and what each figure counts', async () => {
    const { text } = await read();
    expect(text).toMatch(/主办逾期办结 1，在办 2会办在办 6/);
    expect(text).toMatch(/口径.*应答复已交办的主办。.*按时答复率已答复 ÷ 应答复。/s);
  });
});
