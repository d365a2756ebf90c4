import { stateCouncilYears } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { CalendarYearRow } from './entities';
import { writeYear } from './write-year';

/** Enters the shipped notices of years the database knows nothing about. What is there is never overwritten. */
export async function seedCalendar(em: EntityManager, now: Date): Promise<void> {
  const known = new Set((await em.find(CalendarYearRow, { select: { year: true } })).map(({ year }) => year));
  const missing = stateCouncilYears().filter(({ year }) => !known.has(year));
  for (const table of missing) await writeYear(em, table, { at: now, by: null });
}
