import { importStates } from '@fuhan/rules';
import { z } from 'zod';
import { instant } from '../fields';
import { importFields, importModes, proposalKinds } from '../words';
import { keys, uuid } from './shapes';

/** A list in the list of lists. */
export const importBrief = z.object({
  id: uuid,
  fileName: z.string(),
  state: keys(importStates),
  stateLabel: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  /** How many lines are read (registered), of how many. */
  done: z.number().int(),
  total: z.number().int(),
  /** Why the file cannot be read. */
  refusal: z.string().nullable(),
});

export const importAnswer = importBrief.extend({
  revision: z.number().int(),
  mode: keys(importModes).nullable(),
  /** The heads of the columns, in order. */
  header: z.array(z.string()),
  columns: z.array(z.object({ field: keys(importFields), column: z.number().int() })),
  kind: keys(proposalKinds).nullable(),
  term: z.number().int().nullable(),
  meeting: z.number().int().nullable(),
  notes: z.array(z.string()),
  good: z.number().int(),
  bad: z.number().int(),
  warned: z.number().int(),
});

export const importRow = z.object({
  line: z.number().int(),
  good: z.boolean(),
  fields: z.array(z.object({ field: keys(importFields), text: z.string() })),
  suggestions: z.array(z.string()),
  proposers: z.array(z.string()),
  problems: z.array(
    z.object({
      field: keys(importFields).nullable(),
      column: z.string().nullable(),
      severity: z.enum(['error', 'warning']),
      words: z.string(),
      mend: z.string(),
      choices: z.array(z.string()),
    }),
  ),
  proposalId: uuid.nullable(),
});

export const importRowsAnswer = z.object({ rows: z.array(importRow), total: z.number().int() });
