import type { DueCalendar, DueClock } from '../shared/api/types';
import { me } from '../testing/data';
import { type Page, visit } from '../testing/page';

const clock = (more: Partial<DueClock> = {}): DueClock => ({
  ...{ id: 'd1', proposalId: 'p1', number: '135021', title: '关于充电桩的提案', unit: '市商务局' },
  ...{
    clock: '会办意见',
    dueOn: '2026-04-09',
    provisional: false,
    light: { color: 'red', words: '剩 1 个工作日' },
  },
  ...more,
});
const days = Array.from({ length: 30 }, (_, i) => {
  const date = `2026-04-${String(i + 1).padStart(2, '0')}`;
  const off = date === '2026-04-06';
  return { date, working: !off, why: off ? '清明节放假' : null };
});
const open = (due: DueClock[], search = ''): Promise<Page> =>
  visit(`/calendar?month=2026-04${search}`, [
    [['me'], me()],
    [['due-calendar', '2026-04'], { month: '2026-04', today: '2026-04-08', days, due } satisfies DueCalendar],
  ]);

describe('到期日历', () => {
  it('should show what ends on which day, and lead to its clocks', async () => {
    const { text, html } = await open([clock()]);
    for (const words of ['2026年4月', '会办意见 135021', '2026年4月9日 周四', '剩 1 个工作日', '市商务局'])
      expect(text).toContain(words);
    expect(html).toContain('href="/proposals/p1?tab=clocks"');
  });

  it('should say why a day is off', async () => {
    expect((await open([])).text).toContain('清明节放假');
  });

  it('should say that a day is not sure yet', async () => {
    expect((await open([clock({ provisional: true })])).text).toContain('会办意见（暂定）');
  });

  it('should count what a cell has no room for', async () => {
    const many = Array.from({ length: 5 }, (_, i) => clock({ id: `d${i}`, number: `13502${i}` }));
    const { text } = await open(many);
    expect(text).toContain('还有 2 项');
    expect(text).not.toContain('会办意见 135024');
  });

  it('should show one day alone', async () => {
    const { text } = await open(
      [clock(), clock({ id: 'd2', dueOn: '2026-04-20', title: '关于公交的提案' })],
      '&day=2026-04-20',
    );
    expect(text).toContain('2026年4月20日 周一 到期 1 项');
    expect(text).not.toContain('关于充电桩的提案');
  });

  it('should say so where nothing ends', async () => {
    expect((await open([])).text).toContain('没有到期的时限');
  });
});
