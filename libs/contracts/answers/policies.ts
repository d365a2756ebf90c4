import { policyStates } from '@fuhan/rules';
import { z } from 'zod';
import { instant } from '../fields';
import { nextActionAnswer } from './common';
import { keys, uuid } from './shapes';

const finding = z.object({ id: z.string(), message: z.string(), source: z.string() });

const section = z.object({
  group: z.string().nullable(),
  number: z.number().int(),
  title: z.string(),
  /** As many as the text says there are. */
  measureCount: z.number().int(),
  measures: z.array(z.object({ text: z.string(), units: z.array(z.string()), source: z.string() })),
});

/** What a document says, as it was read. */
export const policyReading = z.object({
  kindLabel: z.string(),
  title: z.string(),
  issuer: z.string().nullable(),
  date: z.string().nullable(),
  sections: z.array(section),
  targets: z.array(
    z.object({ year: z.number().int(), name: z.string(), value: z.string(), text: z.string() }),
  ),
  findings: z.array(finding),
});

/** What importing it would bring: nothing is stored. */
export const policyPreview = policyReading.extend({
  /** The document of this name that is current, which it could replace. */
  sameTitle: z.object({ id: uuid, title: z.string() }).nullable(),
});

export const policyBrief = z.object({
  id: uuid,
  title: z.string(),
  kindLabel: z.string(),
  issuer: z.string().nullable(),
  date: z.string().nullable(),
  state: keys(policyStates),
  stateLabel: z.string(),
  sections: z.number().int(),
  measures: z.number().int(),
  units: z.number().int(),
  findings: z.number().int(),
  importedAt: instant,
  importedBy: z.string(),
});

export const policiesAnswer = z.object({
  policies: z.array(policyBrief),
  actions: z.array(nextActionAnswer),
});

export const policyAnswer = policyBrief
  .pick({
    id: true,
    state: true,
    stateLabel: true,
    importedAt: true,
    importedBy: true,
  })
  .extend({
    reading: policyReading,
    fileId: uuid,
    fileName: z.string(),
    replacedBy: z.object({ id: uuid, title: z.string() }).nullable(),
    reason: z.string().nullable(),
    actions: z.array(nextActionAnswer),
  });
