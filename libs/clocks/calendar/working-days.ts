import { type Calendar, calendarOf, type DayStatus } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';

interface Stored {
  readonly revision: number;
  readonly years: readonly number[];
  readonly days: readonly (DayStatus & { readonly date: string })[];
}

/** Revision, years and days as one statement sees them; a place's own days come last, so that they win. */
const wholeSql = `
  SELECT s.revision,
    (SELECT coalesce(json_agg(year), '[]') FROM calendar_year WHERE published) AS years,
    (SELECT coalesce(json_agg(json_build_object('date', date, 'working', working, 'why', why) ORDER BY kind = 'local'), '[]')
     FROM calendar_day) AS days
  FROM calendar_state s`;

/**
 * The working calendar as the database has it. Kept in memory by its revision: one small read tells whether it still holds, so that
 * several processes always count the same days.
 */
export class WorkingDays {
  private kept: Calendar | undefined;

  /** The calendar as the transaction (or request) of `em` sees it. */
  async current(em: EntityManager): Promise<Calendar> {
    const [state] = (await em.query('SELECT revision FROM calendar_state')) as [{ revision: number }];
    if (this.kept?.revision === state.revision) return this.kept;
    const [stored] = (await em.query(wholeSql)) as [Stored];
    const special = new Map(stored.days.map(({ date, working, why }) => [date, { working, why }]));
    this.kept = calendarOf(new Set(stored.years), special, stored.revision);
    return this.kept;
  }
}
