import type { dueCalendarAnswer } from '@fuhan/contracts';
import { addDays, type DateString } from '@fuhan/kernel';
import { lightOf, whyOf } from '@fuhan/rules';
import type { z } from 'zod';
import { lookedOver } from './chasing/supervision.queries';
import { overseesAll, type WorklistContext } from './worklist.queries';

type DueCalendar = z.input<typeof dueCalendarAnswer>;
type Due = DueCalendar['due'][number];

const dueSql = `
  SELECT d.id, p.id AS "proposalId", p.number, p.title, u.short_name AS unit, d.basis->>'name' AS clock, d.due_on::text AS "dueOn", d.provisional
  FROM deadline d JOIN proposal p ON p.id = d.proposal_id JOIN unit u ON u.id = d.unit_id
  WHERE d.state = 'running' AND d.due_on BETWEEN $2 AND $3 AND p.withdrawn_at IS NULL AND ${lookedOver('d')}
  ORDER BY d.due_on, u.short_name, p.number, d.clock`;

/** Every day of a month written as 2026-03. */
function daysOf(month: string): DateString[] {
  const days: DateString[] = [];
  for (let date = `${month}-01`; date.startsWith(month); date = addDays(date, 1)) days.push(date);
  return days;
}

/**
 * 到期日历: what ends in a month, of the own unit and the cases it leads, or of all for who oversees them; the same clocks as the unit's
 * subscribed calendar has.
 * @param month 2026-03; this month where none is given
 */
export async function dueCalendar(ctx: WorklistContext, month = ctx.today.slice(0, 7)): Promise<DueCalendar> {
  const days = daysOf(month);
  const scope = overseesAll(ctx.actor) ? null : ctx.actor.unitId;
  const rows = (await ctx.em.query(dueSql, [scope, days[0], days.at(-1)])) as Omit<Due, 'light'>[];
  return {
    month,
    today: ctx.today,
    days: days.map((date) => ({
      date,
      working: ctx.calendar.isWorkingDay(date).working,
      why: whyOf(ctx.calendar, date),
    })),
    due: rows.map((row) => ({
      ...row,
      light: lightOf(ctx.today, row.dueOn, ctx.calendar, ctx.profile.lights),
    })),
  };
}
