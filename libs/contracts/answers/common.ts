import { z } from 'zod';
import { commandNames } from '../commands';
import { lightColors } from '../words';
import { keys, uuid } from './shapes';

/** Units that are proposed for a suggestion, each with its reasons and the fields it may be put into. */
const adviceAnswer = z.object({
  about: z.string(),
  units: z.array(
    z.object({
      name: z.string(),
      reasons: z.array(z.string()),
      uses: z.array(
        z.object({ label: z.string(), field: z.string(), value: z.unknown(), adds: z.boolean() }),
      ),
    }),
  ),
});

/** A button with everything a form needs: address, JSON Schema, what to fill in first, the lists to choose from. */
export const nextActionAnswer = z.object({
  command: z.enum(commandNames as [string, ...string[]]),
  label: z.string(),
  targetId: uuid.nullable(),
  /** What it is done to, in words: 市科技局, 一、…, 核稿. */
  targetLabel: z.string(),
  href: z.string(),
  blockedBy: z.string().nullable(),
  todo: z.boolean(),
  schema: z.record(z.string(), z.unknown()),
  defaults: z.record(z.string(), z.unknown()),
  choices: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string() }))),
  advice: z.array(adviceAnswer).optional(),
});

/** On a case, under a heading that says what it is about. */
export const caseActionAnswer = nextActionAnswer.extend({ group: z.string() });

export const commandResult = z.object({
  /** What was made or changed; of the calendar, the year or the day. */
  id: z.string(),
  proposalId: uuid.nullable(),
  documentNumber: z.string().optional(),
  /** What takes it back, as long as nothing has left the house. */
  undo: z.object({ label: z.string(), href: z.string() }).nullable().optional(),
});

export const lightAnswer = z.object({ color: keys(lightColors), words: z.string() });

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  /** Field by field, for 422. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  current: z.unknown().optional(),
});
