import { FuhanError } from '@fuhan/kernel';
import { type CalendarYear, noticeDays } from '@fuhan/rules';
import { type EntityManager, In, Not } from 'typeorm';
import { CalendarDay, CalendarYearRow } from './entities';

/**
 * Puts a year's notice in the place of what was known of that year; the place's own days stay.
 * @throws FuhanError `calendar.invalid` where another year's notice has one of its days
 */
export async function writeYear(
  em: EntityManager,
  table: CalendarYear,
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<void> {
  const { year, source } = table;
  const days = noticeDays(table);
  const taken = await em.findOneBy(CalendarDay, {
    date: In(days.map(({ date }) => date)),
    kind: Not('local'),
    year: Not(year),
  });
  if (taken)
    throw new FuhanError('calendar.invalid', {
      where: `${year} 年`,
      detail: `${taken.date} 在 ${taken.year ?? ''} 年的安排里已经有了`,
    });
  await em.delete(CalendarDay, { year });
  await em.upsert(CalendarYearRow, { year, published: true, source, publishedAt: at, publishedBy: by }, [
    'year',
  ]);
  await em.insert(
    CalendarDay,
    days.map((day) => ({ ...day, year, setAt: at, setBy: by })),
  );
}
