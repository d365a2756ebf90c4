import { z } from 'zod';
import { instant } from '../fields';
import { day, uuid } from './shapes';

/** 文书工作台: what each letter of the unit waits for. */
export const letterBoardAnswer = z.object({
  today: day,
  rows: z.array(
    z.object({
      box: z.enum(['number', 'seal', 'deliver', 'archive']),
      proposalId: uuid,
      number: z.string(),
      title: z.string(),
      /** None before it has its number. */
      letterId: uuid.nullable(),
      documentNumber: z.string().nullable(),
      /** Since when it waits: signed, numbered, sealed, delivered. */
      since: instant.nullable(),
      filesReady: z.boolean(),
      /** The name its seal would be registered under. */
      seal: z.string().nullable(),
      /** Copies that went out, and those whose receipt is in. */
      sent: z.number().int(),
      received: z.number().int(),
      /** The command that moves it on, where the reader may; it is sent to `href`. */
      step: z
        .object({
          command: z.string(),
          label: z.string(),
          href: z.string(),
          blockedBy: z.string().nullable(),
        })
        .nullable(),
      /** Where its package is made. */
      archive: z.string().nullable(),
    }),
  ),
});

/** Which case a letter or an opinion belongs to. */
export const placeAnswer = z.object({ id: uuid, proposalId: uuid });
