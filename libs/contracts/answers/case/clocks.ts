import { z } from 'zod';
import { lightAnswer } from '../common';
import { day, uuid } from '../shapes';

export const clockAnswer = z.object({
  id: uuid,
  clock: z.string(),
  label: z.string(),
  unit: z.string(),
  startedOn: day,
  dueOn: day,
  metOn: day.nullable(),
  state: z.enum(['running', 'met', 'cancelled']),
  /** A right that lapses, not a duty. */
  window: z.boolean(),
  provisional: z.boolean(),
  light: lightAnswer,
  /** The derivation, sentence by sentence. */
  steps: z.array(z.string()),
});

const pause = z.object({
  category: z.string(),
  reason: z.string(),
  from: day,
  until: day,
  /** How many days it kept from being counted. */
  skipped: z.number().int(),
});

/** A due day with all it was found from. */
export const clockExplanation = clockAnswer.extend({
  proposal: z.object({ id: uuid, number: z.string(), title: z.string() }),
  /** The event and its day. */
  event: z.object({ name: z.string(), on: day }),
  rule: z.object({
    text: z.string(),
    roll: z.boolean(),
    /** The longest whole time with an extension, where one may be asked for. */
    extensionCap: z.string().nullable(),
  }),
  /** Where the rule stands: the place's file and the key in it, and the regulation it is taken from. */
  standsIn: z.object({
    place: z.string(),
    version: z.number().int(),
    file: z.string(),
    key: z.string(),
    source: z.string(),
  }),
  days: z.array(
    z.object({
      date: day,
      weekday: z.string(),
      counted: z.boolean(),
      number: z.number().int().nullable(),
      paused: z.boolean(),
      why: z.string(),
    }),
  ),
  pauses: z.array(pause),
  extension: z
    .object({ text: z.string(), requestedOn: day, reason: z.string(), extendedFrom: day })
    .nullable(),
  /** The day off from which the due day was moved on. */
  rolledFrom: day.nullable(),
});
