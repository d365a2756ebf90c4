import { Controller, Get } from '@nestjs/common';
import { ruleChanges } from '@fuhan/casework';
import { CalendarDay, CalendarYearRow, clocksAwaiting, missingYear, missingYearWords } from '@fuhan/clocks';
import { queries } from '@fuhan/contracts';
import { loadDirectory } from '@fuhan/identity';
import { FuhanError } from '@fuhan/kernel';
import { type Actor, weekdayName } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { actionsOnNothing } from './house.controller';

const described = ({ date, working, why }: CalendarDay) => ({
  date,
  weekday: weekdayName(date),
  working,
  why,
});

/** The working calendar, for everybody to look up; the rules of running clocks, for who may change them. */
@Controller('api')
export class CalendarsController {
  constructor(private readonly house: House) {}

  @Get(queries.calendars.path)
  async calendars(@Me() actor: Actor): Promise<object> {
    const em = this.house.dataSource.manager;
    const today = this.house.clock.today();
    const { people } = await loadDirectory(em);
    const name = (id: string | null): string | null => (id === null ? null : (people.get(id)?.name ?? ''));
    const days = await em.find(CalendarDay, { order: { date: 'ASC' } });
    const years = await em.find(CalendarYearRow, { where: { published: true }, order: { year: 'DESC' } });
    const missing = await missingYear(em, today);
    const own = (day: CalendarDay) =>
      actionsOnNothing(actor, day.date, {
        'calendarDay.set': { defaults: { date: day.date, status: 'notified', why: null } },
      });
    return {
      years: years.map(({ year, source, publishedAt, publishedBy }) => {
        const noticed = days.filter((day) => day.year === year);
        return {
          ...{ year, source, publishedAt, publishedBy: name(publishedBy) },
          daysOff: noticed.filter(({ working }) => !working).length,
          workdays: noticed.filter(({ working }) => working).length,
          days: noticed.map(described),
        };
      }),
      localDays: days
        .filter(({ kind }) => kind === 'local')
        .map((day) => ({ ...described(day), setBy: name(day.setBy) ?? '', actions: own(day) })),
      warning: missing === null ? null : missingYearWords(missing),
      clocks: await clocksAwaiting(em),
      actions: actionsOnNothing(actor, '', {
        'calendar.importYear': { defaults: { year: Number(today.slice(0, 4)) + 1 } },
        'calendarDay.set': { defaults: { date: today, status: 'off', why: null } },
      }),
    };
  }

  /** What would move if running clocks took over the newest rules: a preview, nothing is changed. */
  @Get(queries.clockRules.path)
  async clockRules(@Me() actor: Actor): Promise<object> {
    if (!actor.duties.includes('system_admin'))
      throw new FuhanError('permission.denied', { action: '预览新的时限规定', who: '系统管理员' });
    const { dataSource, profiles, workingDays } = this.house;
    const em = dataSource.manager;
    const current = await profiles.current(em);
    const { units } = await loadDirectory(em);
    const changes = await ruleChanges(em, current, await workingDays.current(em));
    const open = changes.some(({ problem, deadline }) => problem === null && deadline.rulesWanted === null);
    return {
      version: current.version,
      items: changes.map(({ deadline, proposal: { id, number, title }, rule, ...after }) => ({
        id: deadline.id,
        proposal: { id, number, title },
        unit: units.get(deadline.unitId)?.shortName ?? '',
        clock: deadline.basis.name,
        ...{ oldRule: rule.from, newRule: rule.to, oldDue: deadline.dueOn, newDue: after.dueOn },
        ...{ provisional: after.provisional, problem: after.problem },
        wanted: deadline.rulesWanted !== null,
      })),
      actions: open
        ? actionsOnNothing(actor, '', {
            'clockRules.apply': { defaults: { version: current.version } },
          })
        : [],
    };
  }
}
