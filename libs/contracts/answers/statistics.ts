import { type FigureName, figureNames, type RateName, rateNames, type Stage, stages } from '@fuhan/rules';
import { z } from 'zod';
import { lightAnswer } from './common';
import { day, uuid } from './shapes';

const figure = z.enum(figureNames as [FigureName, ...FigureName[]]);
const counts = z.record(figure, z.number().int());
const rate = z.enum(rateNames as [RateName, ...RateName[]]);
/** In per cent; null where there is nothing to be a share of. */
const share = z.number().nullable();
const classes = z.array(z.object({ outcomeClass: z.string(), value: z.number().int() }));
/** The middle number of days an opinion took. */
const opinionDays = z.number().nullable();
/** What a line of a table tells. */
const summary = { counts, rates: z.record(rate, share), opinionDays };

export const statisticsAnswer = z.object({
  /** The day it is counted on. */
  asOf: day,
  /** Null where a session is asked for, with the proposals of any year. */
  year: z.number().int().nullable(),
  term: z.number().int().nullable(),
  meeting: z.number().int().nullable(),
  /** All units; else the reader’s own. */
  ofAll: z.boolean(),
  sessions: z.array(z.object({ term: z.number().int(), meeting: z.number().int(), label: z.string() })),
  figures: z.array(z.object({ figure, label: z.string(), definition: z.string(), value: z.number().int() })),
  rates: z.array(
    z.object({
      rate,
      label: z.string(),
      part: figure,
      whole: figure,
      value: share,
    }),
  ),
  opinionDays,
  classes,
  units: z.array(z.object({ unitId: uuid, unit: z.string(), classes, ...summary })),
  years: z.array(z.object({ year: z.number().int(), ...summary })),
});

export const factListAnswer = z.object({
  label: z.string(),
  definition: z.string(),
  asOf: day,
  total: z.number().int(),
  items: z.array(
    z.object({
      id: uuid,
      proposalId: uuid,
      number: z.string(),
      title: z.string(),
      unit: z.string(),
      startedOn: day,
      dueOn: day.nullable(),
      doneOn: day.nullable(),
    }),
  ),
});

const number = z.number().int();
/** Where the cases stand now, and how near their days are. */
export const stagesAnswer = z.array(
  z.object({
    stage: z.enum(Object.keys(stages) as [Stage, ...Stage[]]),
    label: z.string(),
    total: number,
    lights: z.object({ overdue: number, red: number, yellow: number, green: number, grey: number }),
  }),
);

export const stageListAnswer = z.array(
  z.object({
    proposalId: uuid,
    number: z.string(),
    title: z.string(),
    dueOn: day.nullable(),
    light: lightAnswer,
  }),
);
