import { z } from 'zod';
import { date, line, oneOf } from '../fields';
import { localDayStates } from '../words';
import { version } from './common';

/** The working calendar: a year's notice of the State Council, and the days on which the place differs; whether running clocks take over the place's newest rules. */
export const calendarInputs = {
  'calendar.importYear': z.strictObject({
    year: z.number().int().min(2008).max(2200).meta({ title: '年份' }),
    source: line(80, '通知文号'),
    holidays: z
      .array(z.strictObject({ name: line(20, '节日'), from: date('从'), to: date('到') }))
      .min(1, '请至少写一个节日')
      .max(30)
      .meta({ title: '放假' }),
    workdays: z.array(date('日期')).max(60).meta({ title: '调休上班的周末' }),
    extraDaysOff: z
      .number()
      .int()
      .min(0)
      .max(30)
      .default(0)
      .meta({ title: '另行通知多放的天数', description: '只在另有通知多放假时填写，如 2020 年延长春节假期' }),
  }),
  'calendarDay.set': z.strictObject({
    date: date('日期'),
    status: oneOf(localDayStates, '这一天'),
    why: line(30, '原因', { description: '时限的说明里会写上，如 市民日放假；改回按国务院安排时不必填写' })
      .nullable()
      .default(null),
  }),
  /** The version of the place's profile that was previewed. */
  'clockRules.apply': z.strictObject({ version }),
} as const;
