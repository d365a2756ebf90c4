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
      /** The proposer's personal link: shown to the clerk who sends it. */
      link: z.string().nullable(),
    }),
  ),
});
