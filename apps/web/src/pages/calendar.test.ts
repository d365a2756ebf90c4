import { Problem } from '../shared/api/problem';
import type { CalendarsAnswer, ClockRules } from '../shared/api/types';
import { button, me } from '../testing/data';
import { visit } from '../testing/page';

const importing = button({ command: 'calendar.importYear', label: '导入放假安排', targetId: null });
const newYear = (date: string) => ({ date, weekday: '周五', working: false, why: '元旦放假' });
const year = {
  year: 2027,
  source: '国办发明电〔2026〕9号',
  publishedAt: '2026-11-05T02:00:00Z',
  publishedBy: '系统管理员甲',
  daysOff: 29,
  workdays: 5,
  days: [newYear('2027-01-01'), newYear('2027-01-02')],
};
const calendars = (more: Partial<CalendarsAnswer> = {}): CalendarsAnswer => ({
  years: [year],
  localDays: [],
  warning: null,
  clocks: { provisional: 0, behind: 0 },
  actions: [importing],
  ...more,
});
const item: ClockRules['items'][number] = {
  id: 'd1',
  proposal: { id: 'p1', number: '135021', title: '关于养老的建议' },
  unit: '市商务局',
  clock: '会办意见',
  oldRule: '1个月',
  newRule: '15个工作日',
  oldDue: '2026-04-09',
  newDue: '2026-03-30',
  provisional: false,
  problem: null,
  wanted: false,
};
const rules = (items: ClockRules['items'] = []): ClockRules => ({
  version: 2,
  items,
  actions: items.length > 0 ? [button({ label: '对进行中的时限适用新规定' })] : [],
});
const system = me({ duties: ['system_admin'] });
const read = async (answer: unknown, mine = system, preview: unknown = rules()): Promise<string> =>
  (
    await visit('/admin/calendar', [
      [['me'], mine],
      [['calendars'], answer],
      [['clock-rules'], preview],
    ])
  ).text;

describe('the calendar', () => {
  it('should show each year with its source and who imported it', async () => {
    expect(await read(calendars())).toContain(
      '2027年 已公布 放假 29 天，调休上班 5 天国办发明电〔2026〕9号 · 系统管理员甲 2026-11-05 10:00 导入',
    );
  });
  it('should say of a shipped year that it came with the program', async () => {
    expect(await read(calendars({ years: [{ ...year, publishedBy: null }] }))).toContain('随程序提供');
  });
  it('should show days in a row as one line', async () => {
    expect(await read(calendars())).toContain(
      '元旦放假：2027年1月1日（周五）至2027年1月2日（周五），共 2 天',
    );
  });
  it('should warn of a year that is missing', async () => {
    expect(await read(calendars({ warning: '2027年的放假安排还没有导入。' }))).toContain(
      '2027年的放假安排还没有导入。',
    );
  });
  it('should count the clocks that are not firm, and those still on their way', async () => {
    const text = await read(calendars({ clocks: { provisional: 3, behind: 2 } }));
    expect(text).toContain('有 3 个到期日是暂定。还有 2 个时限正在按新的安排重算');
  });
  it('should show the place’s own days with their buttons', async () => {
    const day = { date: '2026-11-12', weekday: '周四', working: false, why: '市民日放假', setBy: '甲' };
    const actions = [button({ command: 'calendarDay.set', label: '设置本地放假或上班' })];
    const text = await read(calendars({ localDays: [{ ...day, actions }] }));
    expect(text).toContain('2026年11月12日 周四 · 放假 · 市民日放假甲设置设置本地放假或上班');
  });
  it('should take a file from whoever may import', async () => {
    expect(await read(calendars())).toContain('放假安排文件（JSON，一年一个）');
  });
  it('should be for others to look up, without file and rules', async () => {
    const text = await read(calendars({ actions: [] }), me());
    expect(text).toContain('2027年');
    expect(text).not.toMatch(/从文件导入|新的时限规定/);
  });
  it('should say that there is no year yet', async () => {
    expect(await read(calendars({ years: [] }))).toContain('还没有任何一年的放假安排');
  });
  it('should say so when it cannot be had', async () => {
    expect(await read(new Problem(500, 'internal', '系统出错。'))).toContain('没有载入成功系统出错。');
  });
});

describe('the preview of newer rules', () => {
  it('should say that nothing would move', async () => {
    expect(await read(calendars())).toContain('进行中的时限都按最新规定（配置第 2 版）计算');
  });
  it('should name case, unit, clock, both rules and both days, with the button that says so', async () => {
    const text = await read(calendars(), system, rules([item]));
    expect(text).toContain(
      '第135021号 关于养老的建议 · 市商务局 · 会办意见1个月 → 15个工作日；2026年4月9日 → 2026年3月30日',
    );
    expect(text).toContain('对进行中的时限适用新规定');
  });
  it('should say why one cannot follow', async () => {
    const stuck = { ...item, newDue: null, problem: '固定到期日已过。' };
    expect(await read(calendars(), system, rules([stuck]))).toContain('算不出不能适用：固定到期日已过。');
  });
  it('should say which are on their way', async () => {
    expect(await read(calendars(), system, rules([{ ...item, wanted: true }]))).toContain('已决定适用');
  });
});
