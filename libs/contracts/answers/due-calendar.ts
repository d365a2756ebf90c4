import { z } from 'zod';
import { lightAnswer } from './common';
import { day, uuid } from './shapes';

/** 到期日历: the days of a month, and the running clocks that end on them. */
export const dueCalendarAnswer = z.object({
  month: z.string(),
  today: day,
  days: z.array(
    z.object({
      date: day,
      working: z.boolean(),
      /** Which holiday it is, or for which it is worked. */
      why: z.string().nullable(),
    }),
  ),
  due: z.array(
    z.object({
      ...{ id: uuid, proposalId: uuid, number: z.string(), title: z.string(), unit: z.string() },
      clock: z.string(),
      dueOn: day,
      provisional: z.boolean(),
      light: lightAnswer,
    }),
  ),
});
