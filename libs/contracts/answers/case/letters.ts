import { z } from 'zod';
import { instant } from '../../fields';
import { day, uuid } from '../shapes';
import { party } from './party';

export const letterAnswer = party.extend({
  id: uuid,
  draftId: uuid,
  state: z.string(),
  stateLabel: z.string(),
  documentNumber: z.string(),
  date: day,
  outcomeClass: z.string(),
  pages: z.number().int(),
  digest: z.string(),
  issuedAt: instant,
  issuedBy: z.string(),
  /** 撤回: asked for, and decided; null where nobody asked. */
  withdrawal: z
    .object({
      reason: z.string(),
      askedBy: z.string(),
      askedAt: instant,
      decidedBy: z.string().nullable(),
      decidedAt: instant.nullable(),
      decision: z.string().nullable(),
    })
    .nullable(),
  /** The number of the withdrawn letter this one stands for. */
  replaces: z.string().nullable(),
  /** Numbers of the proposals it answers: several where they were merged (并案). */
  answers: z.array(z.string()),
  /** The number of the letter this one corrects (更正函). */
  corrects: z.string().nullable(),
  /** 用印登记 */
  seals: z.array(
    z.object({
      seal: z.string(),
      copies: z.number().int(),
      note: z.string().nullable(),
      scan: z.string().nullable(),
      usedBy: z.string(),
      usedAt: instant,
    }),
  ),
  files: z.array(
    z.object({
      format: z.enum(['pdf', 'docx', 'html', 'txt']),
      state: z.enum(['pending', 'ready', 'failed']),
      href: z.string(),
    }),
  ),
  deliveries: z.array(
    z.object({
      id: uuid,
      recipient: z.string(),
      recipientKind: z.enum(['proposer', 'unit', 'office']),
      state: z.string(),
      stateLabel: z.string(),
      sentAt: instant,
      receivedAt: instant.nullable(),
      receivedBy: z.string().nullable(),
      means: z.string().nullable(),
      tracking: z.string().nullable(),
      receipt: z.string().nullable(),
      /** The proposer's personal link: shown to the clerk who sends it. */
      link: z.string().nullable(),
    }),
  ),
});
