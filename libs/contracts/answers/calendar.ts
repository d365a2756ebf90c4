import { z } from 'zod';
import { instant } from '../fields';
import { nextActionAnswer } from './common';
import { day, uuid } from './shapes';

const dayOfYear = z.object({ date: day, weekday: z.string(), working: z.boolean(), why: z.string() });

export const calendarsAnswer = z.object({
  years: z.array(
    z.object({
      year: z.number().int(),
      /** The number of the notice. */
      source: z.string(),
      publishedAt: instant,
      /** Who imported it; null where it came with the program or by its command line. */
      publishedBy: z.string().nullable(),
      daysOff: z.number().int(),
      workdays: z.number().int(),
      days: z.array(dayOfYear),
    }),
  ),
  localDays: z.array(dayOfYear.extend({ setBy: z.string(), actions: z.array(nextActionAnswer) })),
  /** A year that ought to be there and is not, in words. */
  warning: z.string().nullable(),
  /** Running clocks whose day is 暂定, and those that still have to follow a change. */
  clocks: z.object({ provisional: z.number().int(), behind: z.number().int() }),
  actions: z.array(nextActionAnswer),
});

export const clockRulesAnswer = z.object({
  /** The newest version of the place's profile. */
  version: z.number().int(),
  /** Running clocks that an older version's rule still holds for and the newest one words otherwise. */
  items: z.array(
    z.object({
      id: uuid,
      proposal: z.object({ id: uuid, number: z.string(), title: z.string() }),
      unit: z.string(),
      clock: z.string(),
      oldRule: z.string(),
      newRule: z.string(),
      oldDue: day,
      newDue: day.nullable(),
      provisional: z.boolean(),
      /** Why it cannot take the new rule over. */
      problem: z.string().nullable(),
      /** Said, and about to be done. */
      wanted: z.boolean(),
    }),
  ),
  actions: z.array(nextActionAnswer),
});
