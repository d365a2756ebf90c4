import { dutyNames } from '@fuhan/rules';
import { z } from 'zod';
import { nextActionAnswer } from './common';
import { delegationStates } from '../words';
import { day, keys, uuid } from './shapes';

export const personAnswer = z.object({
  id: uuid,
  name: z.string(),
  account: z.string(),
  unitId: uuid,
  unit: z.string(),
  office: z.string().nullable(),
  duties: z.array(z.enum(dutyNames)),
  disabled: z.boolean(),
  /** Counts what was done to the account: what `If-Match` is compared with. */
  version: z.number().int(),
});

export const meAnswer = personAnswer.omit({ disabled: true, version: true }).extend({
  place: z.string(),
  /** 办理结果 as the place has them. */
  classes: z.array(z.object({ value: z.string(), label: z.string() })),
  unread: z.number().int(),
  /** What this person may begin: register a proposal, add a unit. */
  actions: z.array(nextActionAnswer),
});

export const delegationsAnswer = z.object({
  items: z.array(
    z.object({
      id: uuid,
      from: z.string(),
      to: z.string(),
      duties: z.array(z.enum(dutyNames)),
      fromOn: day,
      untilOn: day,
      reasonLabel: z.string(),
      state: keys(delegationStates),
      stateLabel: z.string(),
      actions: z.array(nextActionAnswer),
    }),
  ),
  /** To delegate one's own duties. */
  actions: z.array(nextActionAnswer),
});

export const unitAnswer = z.object({
  id: uuid,
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  aliases: z.array(z.string()),
  offices: z.array(z.object({ id: uuid, name: z.string() })),
  version: z.number().int(),
  actions: z.array(nextActionAnswer),
});

export const fileAnswer = z.object({ id: uuid, name: z.string(), size: z.number().int(), mime: z.string() });
