import { z } from 'zod';
import { marks } from '../words';
import { lightAnswer } from './common';
import { day, keys, uuid } from './shapes';

const outcome = z.enum(['kept', 'unkept']).nullable();
const count = z.number().int();

/** 承诺台账 of one year. */
export const commitmentLedger = z.object({
  year: z.number().int(),
  /** Of the year and unit, whatever is shown. */
  counts: z.object({
    all: count,
    open: count,
    overdue: count,
    kept: count,
    unkept: count,
    answered: count,
  }),
  /** Those that have something to keep in it. */
  units: z.array(z.object({ id: uuid, name: z.string() })),
  items: z.array(
    z.object({
      id: uuid,
      proposalId: uuid,
      number: z.string(),
      title: z.string(),
      documentNumber: z.string(),
      text: z.string(),
      dueOn: day,
      /** The day it was first promised for, where it was carried on since. */
      firstDueOn: day.nullable(),
      madeOn: day,
      /** Made in an earlier year. */
      carriedOver: z.boolean(),
      state: z.string(),
      stateLabel: z.string(),
      outcome,
      light: lightAnswer,
      ownerUnit: z.string(),
      owner: z.string().nullable(),
      percent: count.nullable(),
      lastOn: day.nullable(),
      lastText: z.string().nullable(),
      ratings: z.array(keys(marks)),
    }),
  ),
});

/** A promise as a proposer reads it. */
export const toldPromise = z.object({
  id: uuid,
  text: z.string(),
  dueOn: day.nullable(),
  state: z.enum(['confirmed', 'kept', 'unkept', 'answered']),
  stateLabel: z.string(),
  outcome,
  settledOn: day.nullable(),
  /** Why it cannot be kept. */
  reason: z.string().nullable(),
  /** 二次答复 */
  answer: z.string().nullable(),
  /** What this proposer has said of it; null: nothing yet. */
  rating: z.string().nullable(),
  remark: z.string().nullable(),
});

/** What a proposer's link to the promises of a letter opens. */
export const outsidePromises = z.object({
  recipient: z.string(),
  issuer: z.string(),
  documentNumber: z.string(),
  date: day,
  expiresOn: day,
  proposal: z.object({ number: z.string(), title: z.string() }),
  promises: z.array(toldPromise),
});
