import { type Stage, stages } from '@fuhan/rules';
import { z } from 'zod';
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
  lastStep: z.object({ actor: z.string(), words: z.string(), at: instant }).nullable(),
});

export const todoAnswer = z.object({
  items: z.array(todoItem),
  counts: z.object({ todo: z.number().int(), mine: z.number().int() }),
});

export const proposalRow = todoItem.omit({
  waitingFor: true,
  blockedBy: true,
  waitingCommand: true,
  waitingTargetId: true,
  lastStep: true,
});

/** More than 10 000 are not counted: `total` is then 10 001. */
export const proposalsAnswer = z.object({ items: z.array(proposalRow), total: z.number().int() });
