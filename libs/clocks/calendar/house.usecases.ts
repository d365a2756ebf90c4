import type { CommandInput } from '@fuhan/contracts';
import type { HouseUseCase } from '@fuhan/identity';
import { type CalendarYear, type HouseActionName, parseCalendarYears } from '@fuhan/rules';
import { importYears, type LocalDay, setLocalDay } from './change-calendar';

type CalendarActionName = Extract<HouseActionName, 'calendar.importYear' | 'calendarDay.set'>;

/** 导入放假安排: the year is published; what rests on it is found anew. */
const importYear: HouseUseCase<'calendar.importYear'> = async ({ em, actor, now }, input) => {
  const { year } = input;
  const tables: CalendarYear[] = parseCalendarYears(input, '导入的内容');
  await importYears(em, tables, { at: now, by: actor.personId });
  return { id: String(year) };
};

const localDayOf = ({ status, why }: CommandInput<'calendarDay.set'>): LocalDay => {
  switch (status) {
    case 'off':
      return { working: false, why: why ?? '本地放假' };
    case 'worked':
      return { working: true, why: why ?? '本地上班' };
    case 'notified':
      return null;
  }
};

/** 设置本地放假或上班: wins over the notice; 按国务院安排 takes the place's own day back. */
const setDay: HouseUseCase<'calendarDay.set'> = async ({ em, actor, now }, input) => {
  await setLocalDay(em, input.date, localDayOf(input), { at: now, by: actor.personId });
  return { id: input.date };
};

/** What the system administrator does to the working calendar. */
export const calendarUseCases: { readonly [N in CalendarActionName]: HouseUseCase<N> } = {
  'calendar.importYear': importYear,
  'calendarDay.set': setDay,
};
