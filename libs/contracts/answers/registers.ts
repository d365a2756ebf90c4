import { z } from 'zod';
import { instant } from '../fields';
import { day, uuid } from './shapes';

const letter = z.object({ proposalId: uuid, proposal: z.string(), documentNumber: z.string() });

/** 登记簿: what a clerk keeps in three books, of one year. */
export const registersAnswer = z.object({
  year: z.number().int(),
  /** 发文登记: every number that was given, the void ones too. */
  numbers: z.array(
    letter.extend({
      date: day,
      title: z.string(),
      outcomeClass: z.string(),
      issuedBy: z.string(),
      issuedAt: instant,
      state: z.string(),
      stateLabel: z.string(),
      /** Why the number is void; null where it stands. */
      voidReason: z.string().nullable(),
    }),
  ),
  /** 用印登记 */
  seals: z.array(
    letter.extend({
      seal: z.string(),
      copies: z.number().int(),
      usedAt: instant,
      usedBy: z.string(),
      note: z.string().nullable(),
    }),
  ),
  /** 送达和回执登记 */
  receipts: z.array(
    letter.extend({
      recipient: z.string(),
      means: z.string().nullable(),
      tracking: z.string().nullable(),
      sentAt: instant,
      receivedAt: instant.nullable(),
      receivedBy: z.string().nullable(),
    }),
  ),
});
