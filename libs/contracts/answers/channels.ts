import { noticeKindNames, personalChannels } from '@fuhan/rules';
import { z } from 'zod';
import { instant } from '../fields';
import { nextActionAnswer } from './common';
import { uuid } from './shapes';

export const noticeAnswer = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  link: z.string(),
  /** What it tells of, each with its own link, where it is a list. */
  items: z.array(
    z.object({ kind: z.enum(['remind', 'chase']), title: z.string(), body: z.string(), link: z.string() }),
  ),
  createdAt: instant,
  readAt: instant.nullable(),
});

export const noticeSettingsAnswer = z.object({
  mail: z.string().nullable(),
  phone: z.string().nullable(),
  /** The channels that are set up here, whether or not this person has an address for them. */
  open: z.array(z.enum(personalChannels)),
  /** Those that reach this person. */
  reachable: z.array(z.enum(personalChannels)),
  kinds: z.array(
    z.object({
      kind: z.enum(noticeKindNames),
      label: z.string(),
      legal: z.boolean(),
      channels: z.array(z.enum(personalChannels)),
    }),
  ),
  /** The robots of the own unit. */
  robots: z.array(z.string()),
  /** The secret address of the calendar; null where there is none. */
  calendar: z.string().nullable(),
});

export const calendarAnswer = z.object({ calendar: z.string() });

const counts = z.object({
  waiting: z.number().int(),
  sending: z.number().int(),
  sent: z.number().int(),
  unknown: z.number().int(),
  dead: z.number().int(),
});

export const channelsAnswer = z.object({
  /** The ways out, and whether they are set up. */
  channels: z.array(z.object({ channel: z.string(), label: z.string(), open: z.boolean() })),
  /** Dispatches of the last seven days by state. */
  counts,
  dispatches: z.array(
    z.object({
      id: uuid,
      person: z.string(),
      unit: z.string(),
      kind: z.string(),
      channel: z.string(),
      address: z.string(),
      state: z.enum(['waiting', 'sending', 'sent', 'unknown', 'dead']),
      stateLabel: z.string(),
      attempts: z.number().int(),
      error: z.string().nullable(),
      createdAt: instant,
      endedAt: instant.nullable(),
      actions: z.array(nextActionAnswer),
    }),
  ),
  webhooks: z.array(
    z.object({
      id: uuid,
      name: z.string(),
      unit: z.string(),
      format: z.string(),
      /** Where it leads; the rest of the address is a secret. */
      host: z.string(),
      kinds: z.array(z.string()),
      actions: z.array(nextActionAnswer),
    }),
  ),
  queue: z.enum(['postgresql', 'redis']),
});
