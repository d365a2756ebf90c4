import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Notice } from '@fuhan/clocks';
import { shanghaiDate } from '@fuhan/kernel';
import { findProjectRoot } from '@fuhan/platform';
import { isWorkingTime, stateCouncilCalendar } from '@fuhan/rules';
import { cases, events, idsOf } from './story/cases';
import { linesOf, pageOf } from './story/page';
import { at, StoryWorld } from './story/world';

const page = join(findProjectRoot(), 'docs', 'reminders-2026.md');

/** Jumps from one thing that happens to the next: what people do, and what falls due. */
async function tell(world: StoryWorld): Promise<void> {
  const ahead = [...events];
  for (;;) {
    const due = await world.nextDue();
    const [next] = ahead;
    if (next && (due === null || at(next.on) < due)) {
      world.clock.set(at(next.on));
      await next.run(world, await idsOf(world, next.case));
      ahead.shift();
    } else if (due) {
      // What a person has just sent is due at once: time does not run back for it.
      world.clock.set(due < world.clock.now() ? world.clock.now() : due);
      await world.fire();
    } else return;
  }
}

describe('the injected clock drives the sweep through the whole of 2026 for one story of eight cases', () => {
  let world: StoryWorld;
  let lines: string[][];
  let notices: Notice[];

  beforeAll(async () => {
    world = await StoryWorld.open();
    await tell(world);
    lines = await linesOf(world, world.sent);
    notices = await world.house.dataSource.manager.find(Notice, { order: { id: 'ASC' } });
  });
  afterAll(() => world.close());

  /** The rules by which a case was reminded, in order. */
  const rulesOf = (place: number): string[] =>
    lines.filter(([, , , number]) => number === cases[place]?.number).map((cells) => cells[6] ?? '');

  it('should send exactly what docs/reminders-2026.md lists', () => {
    if (process.env.UPDATE_DOCS === '1') writeFileSync(page, pageOf(lines));
    expect(existsSync(page) ? readFileSync(page, 'utf8') : '').toBe(pageOf(lines));
  });

  it('should name for every line the rule that sent it', () => {
    expect(lines.filter((cells) => cells[6] === '')).toEqual([]);
  });

  it('should send nothing outside working hours or on a day off', () => {
    const calendar = stateCouncilCalendar();
    const hours = { from: '08:30', to: '17:30' };
    expect(
      world.sent.filter(({ reminder: { sentAt } }) => !sentAt || !isWorkingTime(sentAt, hours, calendar)),
    ).toEqual([]);
  });

  it('should tell each person of each thing once', () => {
    const told = world.sent.flatMap(({ personIds }) => personIds).length;
    expect(notices.flatMap(({ items }) => items ?? [])).toHaveLength(told);
  });

  it('should write one notice a person for all that falls on one moment', () => {
    const moments = notices.map(({ personId, createdAt }) => `${personId} ${createdAt.toISOString()}`);
    expect(new Set(moments).size).toBe(moments.length);
    expect(notices.some(({ items }) => (items?.length ?? 0) > 1)).toBe(true);
  });

  it('should write one digest a morning and person', () => {
    const digests = notices.filter(({ source }) => source.startsWith('digest-'));
    const days = digests.map(({ personId, createdAt }) => `${personId} ${shanghaiDate(createdAt)}`);
    expect(new Set(days).size).toBe(days.length);
  });

  it('should leave nothing pending when the year is told', async () => {
    expect(await world.nextDue()).toBeNull();
  });

  it('should remind of the case in time and chase nobody', () => {
    expect(rulesOf(0).filter((rule) => rule.includes('催办'))).toEqual([]);
    expect(rulesOf(0)[0]).toBe('到期前10个工作日提醒');
  });

  it('should chase over National Day only when people are back', () => {
    const chased = lines.filter((cells) => cells[3] === cases[1]?.number && cells[2] === '催办');
    expect(chased.map(([when]) => when)).toEqual(['2026-10-08 周四 09:00', '2026-10-09 周五 09:00']);
  });

  it('should tell the leader after two chases without a step, by hand or by rule', () => {
    expect(rulesOf(2).find((rule) => rule.includes('分管领导'))).toMatch(/连催2次没有动作/);
    expect(lines.some((cells) => cells[1]?.includes('黄副局长'))).toBe(true);
  });

  it('should tell the supervisor on the fifth overdue working day and not before', () => {
    const heard = lines
      .filter((cells) => cells[1]?.includes('郑督办'))
      .map((cells) => [cells[3], cells[6]?.slice(0, 10)]);
    expect(heard.slice(0, 2)).toEqual([
      ['136003', '逾期第5个工作日催办'],
      ['136004', '逾期第5个工作日催办'],
    ]);
  });

  it('should be silent while the clock is paused, and count to the new day', () => {
    const days = lines
      .filter((cells) => cells[3] === cases[4]?.number)
      .map(([when]) => when?.slice(0, 10) ?? '');
    expect(days.filter((day) => day > '2026-06-01' && day < '2026-06-15')).toEqual([]);
    expect(rulesOf(4).at(-1)).toBe('到期前1个工作日提醒');
  });

  it('should be silent on the day that was due before the extension', () => {
    expect(
      lines.filter((cells) => cells[3] === cases[5]?.number && cells[0]?.startsWith('2026-09-24')),
    ).toEqual([]);
  });

  it('should speak again when an opinion comes back', () => {
    const days = lines
      .filter((cells) => cells[3] === cases[6]?.number && cells[4] === '会办意见')
      .map(([when]) => when);
    expect(days).toContain('2026-02-26 周四 09:00');
    expect(days.filter((day) => day !== undefined && day > '2026-02-11 16' && day < '2026-02-25')).toEqual(
      [],
    );
  });

  it('should never speak of what is done before it is near', () => {
    expect(rulesOf(7)).toEqual([]);
  });
});
