import { type Stage, stages } from '@fuhan/rules';
import { z } from 'zod';
import { type TodoBox, todoBoxes } from '../words';
import { instant } from '../fields';
import { lightAnswer } from './common';
import { day, uuid } from './shapes';

export const todoItem = z.object({
  proposalId: uuid,
  number: z.string(),
  title: z.string(),
  session: z.string(),
  proposers: z.array(z.string()),
  keyProposal: z.boolean(),
  /** 关注: the reader keeps an eye on it. */
  starred: z.boolean(),
  /** 并案: the number of the proposal that carries this one, and the numbers of those this one carries. */
  mergedInto: z.object({ proposalId: uuid, number: z.string() }).nullable(),
  merges: z.array(z.string()),
  role: z.string(),
  stage: z.enum(Object.keys(stages) as [Stage, ...Stage[]]),
  stageLabel: z.string(),
  light: lightAnswer,
  dueOn: day.nullable(),
  opinionsDone: z.number().int(),
  opinionsTotal: z.number().int(),
  /** What this case waits for from me; null in the other boxes. */
  waitingFor: z.string().nullable(),
  blockedBy: z.string().nullable(),
  /** Which button that is, so that a list can lead to its own page. */
  waitingCommand: z.string().nullable(),
  waitingTargetId: uuid.nullable(),
  /** The opinion that is asked of the own unit where that is what waits: signing for it and dividing it lead to its page as well. */
  waitingOpinionId: uuid.nullable(),
  /** What may be done with it together with others; `unit`: whose part in the case it is about. */
  batch: z.array(
    z.object({
      command: z.string(),
      label: z.string(),
      targetId: uuid,
      href: z.string(),
      unit: z.string().nullable(),
    }),
  ),
  lastStep: z.object({ actor: z.string(), words: z.string(), at: instant }).nullable(),
});

export const todoAnswer = z.object({
  items: z.array(todoItem),
  /** How many cases each box holds. */
  counts: z.record(z.enum(Object.keys(todoBoxes) as [TodoBox, ...TodoBox[]]), z.number().int()),
});

export const proposalRow = todoItem.omit({
  waitingFor: true,
  blockedBy: true,
  waitingCommand: true,
  waitingTargetId: true,
  waitingOpinionId: true,
  batch: true,
  lastStep: true,
});

/** More than 10 000 are not counted: `total` is then 10 001. */
export const proposalsAnswer = z.object({ items: z.array(proposalRow), total: z.number().int() });

/** What stands over the ledger. */
export const ledgerViewsAnswer = z.object({
  open: z.number().int(),
  overdue: z.number().int(),
  near: z.number().int(),
  /** Every stage, and how many open cases are in it. */
  stages: z.array(
    z.object({
      stage: z.enum(Object.keys(stages) as [Stage, ...Stage[]]),
      label: z.string(),
      open: z.number().int(),
    }),
  ),
  classes: z.array(z.string()),
  leaders: z.array(z.object({ id: uuid, name: z.string() })),
  /** The reader's own, in the order they were made; `asked` is what the address holds. */
  saved: z.array(z.object({ name: z.string(), asked: z.record(z.string(), z.string()) })),
});
